#include "app/map/category_words.hpp"

#include <algorithm>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::text;

/// The category that the word is, or means without its marks; nullptr where that is none or several.
const model::ThemeCategory* category_of(const std::string& word,
                                        std::span<const model::ThemeCategory> categories) {
  const auto exact = std::find_if(categories.begin(), categories.end(),
                                  [&](const model::ThemeCategory& one) { return one.value == word; });
  if (exact != categories.end()) return &*exact;
  const names::Key key = names::fold(word);
  const model::ThemeCategory* found = nullptr;
  bool found_marked = false;
  for (const model::ThemeCategory& one : categories) {
    const names::Key listed = names::fold(one.value);
    const bool marked = listed.folded == key.folded;
    const bool lost = !key.marked && listed.bare == key.bare;
    const bool partly =
        listed.bare == key.bare &&
        std::equal(key.folded.begin(), key.folded.end(), listed.folded.begin(), listed.folded.end(),
                   [](char32_t a, char32_t b) { return a == b || a < 0x80; });
    if (key.empty() || (!marked && !lost && !partly)) continue;
    if (found != nullptr && marked == found_marked) return nullptr;
    if (found != nullptr && found_marked) continue;
    found = &one;
    found_marked = marked;
  }
  return found;
}

}  // namespace

std::vector<std::string> words_of_list(std::span<const std::string> words,
                                       std::span<const model::ThemeCategory> categories) {
  std::vector<std::string> out(words.begin(), words.end());
  for (std::string& word : out) {
    if (word.empty()) continue;
    if (const model::ThemeCategory* category = category_of(word, categories)) word = category->value;
  }
  return out;
}

base::Findings words_not_listed(const Figures& figures, std::span<const model::ThemeCategory> categories,
                                std::string_view theme) {
  constexpr std::size_t k_named = 5;
  std::string rows;
  std::string words;
  std::size_t count = 0;
  for (std::size_t unit = 0; unit < figures.texts.size(); ++unit) {
    const std::string& word = figures.texts[unit];
    const bool applies = figures.not_applicable.empty() || figures.not_applicable[unit] == 0;
    if (word.empty() || !applies || category_of(word, categories) != nullptr) continue;
    if (++count > k_named) continue;
    const std::uint32_t row = unit < figures.source_row.size() ? figures.source_row[unit] : 0;
    if (row != 0) rows += (rows.empty() ? "" : ", ") + std::to_string(row);
    const std::string quoted = "“" + word + "”";
    if (words.find(quoted) == std::string::npos) words += (words.empty() ? "" : ", ") + quoted;
  }
  if (count == 0) return {};
  if (count > k_named && !rows.empty()) rows += ", …";
  std::string known;
  for (const model::ThemeCategory& one : categories) known += (known.empty() ? "“" : ", “") + one.value + "”";
  const base::Text of = text("chuyên đề “{}”", "theme “{}”", {std::string(theme)});
  return {{base::Severity::warning, "classes.word-not-listed", figures.file,
           rows.empty() ? of : text("dòng {}, {}", "row {}, {}", {rows, of}),
           text("{} đơn vị có từ ngoài danh mục của chuyên đề: {}",
                "{} units have words that are not in the theme's list: {}", {count, words}),
           text("Sửa trong bảng thành một trong {}, hoặc thêm vào “categories”.",
                "Write one of {} in the table, or add them to “categories”.", {known})}};
}

}  // namespace ntmap::app
