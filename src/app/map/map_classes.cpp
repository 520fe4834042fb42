#include "app/map/map_classes.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/map/category_words.hpp"
#include "app/programme/count_range.hpp"
#include "base/error.hpp"
#include "colour/check.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

/// The theme's own labels for the classes, one each.
void use_labels(const model::Theme& theme, model::ClassList& classes) {
  if (theme.labels.empty()) return;
  if (theme.labels.size() != classes.classes.size()) {
    throw Error(
        ErrorKind::data,
        text("Chuyên đề “{}” có {} nhãn cho {} lớp", "Theme “{}” has {} labels for {} classes",
             {theme.id, theme.labels.size(), classes.classes.size()}),
        text("Ghi mỗi lớp một nhãn, hoặc bỏ “labels”.", "Give one label a class, or leave “labels” out."));
  }
  for (std::size_t i = 0; i < theme.labels.size(); ++i) classes.classes[i].label = theme.labels[i];
}

/// Classes of the theme's second figure. On the axis of a colour square the unit stands in the title.
model::ClassList second_classes(ProjectData& data, const MapContent& map, const base::Job& job) {
  const model::SecondVariable& second = *map.theme.second;
  const model::Indicator& indicator = *data.project().find_indicator(second.indicator);
  const Figures figures = data.figures(second.indicator, map.period, job);
  const std::vector<scene::ValueRange> ranges = count_ranges(figures);
  const bool axis = map.theme.kind == model::ThemeKind::bivariate;
  const Text& title = second.title.empty() ? indicator.title : second.title;
  return scene::classify(figures.values, second.classification,
                         {.title = axis ? titled_with_unit(title, indicator.unit) : title,
                          .unit = axis ? Text() : indicator.unit,
                          .not_applicable = figures.not_applicable,
                          .ranges = ranges});
}

/// Calm ground for circles: units with a figure, and the states of those without.
model::ClassList ground_classes(const MapContent& map, const scene::ClassifyOptions& options) {
  constexpr model::Rgb k_ground{0xea, 0xe6, 0xda};
  std::vector<std::string> words;
  for (const double value : map.figures.values) words.emplace_back(std::isnan(value) ? "" : "known");
  scene::ClassifyOptions untitled = options;
  untitled.title = {};
  return scene::categories(
      words, std::vector<model::ThemeCategory>{{"known", text("Có số liệu", "With figures"), k_ground}},
      untitled);
}

/// What 0 means of a figure that tells what came to pass, so that it stands back on the map.
Text nothing_happened(const model::Project& project, const std::string& indicator) {
  const auto& rule = project.find_indicator(indicator)->coverage;
  if (!rule) return {};
  if (rule->figure == model::CoverageFigure::growth) return text("không tăng", "no growth");
  if (rule->figure == model::CoverageFigure::added) return text("không thêm", "nothing more");
  return {};
}

/// Units whose value no class holds look as if something were wrong with them: it is said how many, and
/// what bounds the figures would need.
base::Findings values_out_of_range(const MapContent& map) {
  if (map.theme.kind != model::ThemeKind::value || map.classes.out_of_range.count == 0) return {};
  double low = model::k_no_data;
  double high = model::k_no_data;
  std::size_t known = 0;
  for (std::size_t unit = 0; unit < map.figures.values.size(); ++unit) {
    const double value = map.figures.values[unit];
    if (std::isnan(value)) continue;
    ++known;
    low = std::fmin(low, value);
    high = std::fmax(high, value);
  }
  const int decimals = map.theme.classification.decimals;
  return {{base::Severity::warning,
           "classes.out-of-range",
           map.figures.file,
           {},
           text("{} trong {} đơn vị có số liệu nằm ngoài các lớp; số liệu từ {} đến {}",
                "{} of {} units with a figure lie outside all classes; figures go from {} to {}",
                {map.classes.out_of_range.count, known, base::short_number(low, decimals),
                 base::short_number(high, decimals)}),
           text("Sửa các cận (--breaks, hoặc “breaks” của chuyên đề) cho phủ hết số liệu.",
                "Change the bounds (--breaks, or “breaks” of the theme) so that they take in all figures.")}};
}

void classify(ProjectData& data, MapContent& map, const scene::ClassifyOptions& options,
              const base::Job& job) {
  switch (map.theme.kind) {
    case model::ThemeKind::category:
      map.classes = scene::categories(words_of_list(map.figures.texts, map.theme.categories),
                                      map.theme.categories, options);
      return;
    case model::ThemeKind::bivariate: {
      scene::ClassifyOptions axis = options;
      axis.title = titled_with_unit(options.title, options.unit);
      axis.unit = {};
      scene::Crossed crossed =
          scene::cross(scene::classify(map.figures.values, map.theme.classification, axis),
                       second_classes(data, map, job));
      map.classes = std::move(crossed.classes);
      map.key = std::move(crossed.key);
      return;
    }
    case model::ThemeKind::symbols:
      map.classes = map.theme.second ? second_classes(data, map, job) : ground_classes(map, options);
      return;
    case model::ThemeKind::value:
      map.classes = scene::classify(map.figures.values, map.theme.classification, options);
  }
}

bool is_marked(const model::ThemeMark& mark, const Figures& figures, std::size_t unit) {
  if (!mark.words.empty()) {
    return std::find(mark.words.begin(), mark.words.end(), figures.texts[unit]) != mark.words.end();
  }
  const double value = figures.values[unit];
  const auto range = count_range(figures, unit).value_or(scene::ValueRange{value, value});
  return !std::isnan(range.least) && !(range.least < mark.at_least) && !(range.most > mark.at_most);
}

Marks marks_of(ProjectData& data, const MapContent& map, const base::Job& job) {
  constexpr model::Rgb k_ink{0x2b, 0x2b, 0x2b};
  const model::ThemeMark& mark = *map.theme.mark;
  const Figures figures = data.figures(mark.indicator, map.period, job);
  Marks marks;
  model::MapClass marked;
  marked.label = mark.label;
  marked.fill = {0xff, 0xff, 0xff};
  marked.hatch = mark.hatch;
  marked.hatch_ink = k_ink;
  for (std::size_t unit = 0; unit < map.units().size(); ++unit) {
    const bool here = is_marked(mark, figures, unit);
    marks.classes.class_of.push_back(here ? 0 : model::k_class_no_data);
    marked.count += here ? 1 : 0;
  }
  marks.classes.classes.push_back(std::move(marked));
  return marks;
}

/// Circles cannot show what is below zero.
base::Findings negative_symbols(const MapContent& map) {
  base::Findings findings;
  if (map.theme.kind != model::ThemeKind::symbols) return findings;
  for (std::size_t unit = 0; unit < map.units().size(); ++unit) {
    if (!(map.figures.values[unit] < 0)) continue;
    findings.push_back(
        {base::Severity::warning, "symbols.negative", map.figures.file, map.units().full_name(unit),
         text("giá trị âm {} không vẽ được bằng vòng tròn", "a negative value, {}, has no circle",
              {base::short_number(map.figures.values[unit])}),
         text("Kiểm tra số liệu, hoặc dùng chuyên đề kiểu “value”.",
              "Check the figure, or use a theme of kind “value”.")});
  }
  return findings;
}

base::Findings words_out_of_list(const MapContent& map) {
  if (map.theme.kind != model::ThemeKind::category) return {};
  return words_not_listed(map.figures, map.theme.categories, map.theme.id);
}

}  // namespace

void classify_map(ProjectData& data, MapContent& map, const base::Job& job) {
  const std::vector<scene::ValueRange> ranges = count_ranges(map.figures);
  const scene::ClassifyOptions options{
      .title = map.theme.legend.empty() ? map.figure_title : map.theme.legend,
      .unit = map.figure_unit,
      .not_applicable = map.figures.not_applicable,
      .nothing = nothing_happened(data.project(), map.theme.indicator),
      .ranges = ranges};
  classify(data, map, options, job);
  if (map.theme.mark) map.marks = marks_of(data, map, job);
  if (map.theme.kind == model::ThemeKind::value || map.theme.kind == model::ThemeKind::category)
    use_labels(map.theme, map.classes);
  for (const base::Findings& more : {values_out_of_range(map), words_out_of_list(map), negative_symbols(map),
                                     colours_for_eyes(map.classes)})
    map.findings.insert(map.findings.end(), more.begin(), more.end());
}

base::Findings colours_for_eyes(const model::ClassList& classes) {
  return colour::check_map_colours(classes,
                                   std::span(colour::k_all_visions).first(colour::k_all_visions.size() - 1));
}

}  // namespace ntmap::app
