#include "app/project/theme_sections.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "colour/palettes.hpp"

namespace ntmap::app {

using base::text;

namespace {

constexpr int k_max_theme_classes = 20;  // more than anyone can tell apart on a map

constexpr std::pair<std::string_view, model::Hatch> k_hatches[] = {{"forward", model::Hatch::forward},
                                                                   {"backward", model::Hatch::backward},
                                                                   {"cross", model::Hatch::cross},
                                                                   {"dots", model::Hatch::dots}};

model::Hatch read_hatch(ConfigSection& section) {
  const std::string word = section.text("hatch", "backward");
  std::vector<std::string> known;
  for (const auto& [name, hatch] : k_hatches) {
    if (name == word) return hatch;
    known.emplace_back(name);
  }
  throw section.error("hatch", text("không có kiểu gạch “{}”", "no such hatching: “{}”", {word}),
                      base::nearest_word_advice(word, known));
}

template <class Names, class Value>
std::string_view name_in(const Names& names, Value wanted) {
  for (const auto& [name, value] : names) {
    if (value == wanted) return name;
  }
  return {};
}

}  // namespace

std::string_view name_of(model::ThemeKind kind) {
  return name_in(k_theme_kinds, kind);
}

std::string_view name_of(model::Hatch hatch) {
  return name_in(k_hatches, hatch);
}

model::Classification read_classification(ConfigSection& section) {
  model::Classification out;
  const std::string method = section.text("method", "jenks");
  const auto known = model::break_method_from(method);
  if (!known) {
    std::vector<std::string> names;
    for (const auto candidate : model::all_break_methods()) names.emplace_back(model::name_of(candidate));
    throw section.error("method", text("không có cách phân lớp “{}”", "no such method: “{}”", {method}),
                        base::nearest_word_advice(method, names));
  }
  out.method = *known;
  out.classes = section.integer("classes", 5);
  out.breaks = section.numbers("breaks");
  if (!out.breaks.empty()) out.method = model::BreakMethod::manual;
  if (out.method == model::BreakMethod::manual && out.breaks.empty()) {
    throw section.error("breaks", text("cách “manual” cần các cận", "method “manual” needs bounds"));
  }
  const std::string closed = section.text("closed", "left");
  if (closed != "left" && closed != "right") {
    throw section.error("closed", text("phải là “left” hoặc “right”", "must be “left” or “right”"));
  }
  out.closed_right = closed == "right";
  if (std::adjacent_find(out.breaks.begin(), out.breaks.end(), std::greater_equal<>{}) != out.breaks.end()) {
    throw section.error("breaks", text("các cận phải tăng dần", "the bounds must increase"));
  }
  out.isolated = section.numbers("isolated");
  out.palette = section.text("palette", out.palette);
  try {
    colour::palette(out.palette, 1);
  } catch (const base::Error& error) {
    throw section.error("palette", error.message(), error.remedy());
  }
  out.reversed = section.flag("reversed", false);
  out.decimals = section.integer("decimals", 1);
  if (out.classes < 1 || out.classes > k_max_theme_classes) {
    throw section.error("classes", text("phải từ 1 đến {}", "must be 1 to {}", {k_max_theme_classes}));
  }
  return out;
}

std::optional<model::SecondVariable> read_second(ConfigSection& theme) {
  auto section = theme.table("second");
  if (!section) return std::nullopt;
  model::SecondVariable out;
  out.indicator = section->required_text("indicator");
  out.title = section->bilingual("title");
  out.classification = read_classification(*section);
  section->finish();
  return out;
}

std::optional<model::ThemeMark> read_mark(ConfigSection& theme) {
  auto section = theme.table("mark");
  if (!section) return std::nullopt;
  model::ThemeMark out;
  out.indicator = section->required_text("indicator");
  out.at_least = section->number("at_least", model::k_no_data);
  out.at_most = section->number("at_most", model::k_no_data);
  out.words = section->texts("words");
  out.hatch = read_hatch(*section);
  out.label = section->bilingual("label");
  if (out.words.empty() && std::isnan(out.at_least) && std::isnan(out.at_most)) {
    throw section->error("at_least",
                         text("cần “at_least”, “at_most” hoặc “words”: đánh dấu đơn vị nào",
                              "“at_least”, “at_most” or “words” is needed: which units are marked"));
  }
  if (out.label.empty()) {
    throw section->error("label", text("cần nhãn cho chú giải", "a label for the legend is needed"));
  }
  section->finish();
  return out;
}

}  // namespace ntmap::app
