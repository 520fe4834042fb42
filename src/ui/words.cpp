#include "ui/words.hpp"

#include <cmath>
#include <filesystem>

namespace ntmap::ui {

using base::Text;
using base::text;

Text title_words(const model::Project& project) {
  if (!project.title.empty()) return project.title;
  if (project.boundaries.empty()) return "ntmap";
  return std::filesystem::path(project.boundaries.front().file).filename().string();
}

Text value_words(const app::MapContent& map, std::uint32_t unit) {
  if (map.theme.kind == model::ThemeKind::category) {
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  }
  const double value = map.figures.values[unit];
  if (std::isnan(value)) return text("chưa rõ", "unknown");
  const Text number = base::number(value, map.theme.classification.decimals);
  return map.classes.unit.empty() ? number : text("{} {}", "{} {}", {number, map.classes.unit});
}

std::vector<Text> tip_words(const app::MapContent& map, std::uint32_t unit) {
  std::vector<Text> lines;
  const std::string& district = map.units().districts[unit];
  if (!district.empty()) lines.emplace_back(district);
  const Text value = value_words(map, unit);
  lines.push_back(text("{}: {}", "{}: {}", {map.title, value}));
  const std::uint8_t byte = map.classes.class_of[unit];
  const Text& label = map.classes.by_byte(byte).label;
  if (byte != model::k_class_no_data && label != value)
    lines.push_back(text("Lớp: {}", "Class: {}", {label}));
  return lines;
}

Text source_words(const app::MapContent& map, std::uint32_t unit) {
  const std::uint32_t row = map.figures.source_row[unit];
  if (row == 0) return {};
  return text("Nguồn: {}, dòng {}", "Source: {}, row {}",
              {std::filesystem::path(map.figures.file).filename().string(), std::to_string(row)});
}

}  // namespace ntmap::ui
