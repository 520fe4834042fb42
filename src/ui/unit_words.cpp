#include "ui/unit_words.hpp"

#include <cmath>
#include <filesystem>

namespace ntmap::ui {

using base::Text;
using base::text;

Text value_words(const app::MapContent& map, std::uint32_t unit) {
  if (map.theme.kind == model::ThemeKind::category) {
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  }
  const double value = map.figures.values[unit];
  if (std::isnan(value)) return text("chưa rõ", "unknown");
  const Text number = base::number(value, map.theme.classification.decimals);
  return map.classes.unit.empty() ? number : text("{} {}", "{} {}", {number, map.classes.unit});
}

std::vector<Text> unit_words(const app::MapContent& map, std::uint32_t unit) {
  std::vector<Text> lines;
  const app::Units& units = map.units();
  if (!units.districts[unit].empty()) lines.emplace_back(units.districts[unit]);
  lines.push_back(text("{}: {}", "{}: {}", {map.title, value_words(map, unit)}));
  if (map.theme.kind == model::ThemeKind::value) {
    lines.push_back(text("Mức: {}", "Class: {}", {map.classes.by_byte(map.classes.class_of[unit]).label}));
  }
  if (map.figures.source_row[unit] != 0) {
    lines.push_back(text("Nguồn: {}, dòng {}", "Source: {}, row {}",
                         {std::filesystem::path(map.figures.file).filename().string(),
                          std::to_string(map.figures.source_row[unit])}));
  }
  return lines;
}

}  // namespace ntmap::ui
