#include "criteria/value_range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "criteria/evidence.hpp"

namespace ntmap::criteria {
namespace {

using base::Text;
using base::text;

constexpr double k_no_bound = std::numeric_limits<double>::infinity();

bool judged_in_words(const Indicator& indicator, std::string_view part) {
  switch (indicator.kind) {
    case IndicatorKind::pass:
    case IndicatorKind::rule:
    case IndicatorKind::prerequisite:
      return true;
    default:
      return std::any_of(indicator.parts.begin(), indicator.parts.end(),
                         [&](const IndicatorPart& one) { return one.pass && one.id == part; });
  }
}

Text listed(const std::vector<std::string>& words) {
  Text out;
  for (const std::string& word : words) out = base::join({out, Text(word)}, ", ");
  return out;
}

}  // namespace

ValueRange range_of_unit(std::string_view unit) {
  if (unit == "Đạt/không đạt" || unit == "0/1") return {0, 1, true};
  if (unit == "%") return {0, 100, false};
  const bool change = unit.starts_with("điểm %") || unit == "%/năm";
  return {change ? -100.0 : 0.0, k_no_bound, false};
}

bool is_level_unit(std::string_view unit) {
  return unit == "Mức độ" || unit == "cấp độ";
}

double doubtful_above(std::string_view unit) {
  constexpr double k_points = 100;
  constexpr double k_levels = 5;
  if (is_level_unit(unit)) return k_levels;
  return unit == "điểm (score)" ? k_points : k_no_bound;  // "điểm" alone counts meeting sites
}

const std::string& unit_of(const Indicator& indicator, std::string_view part) {
  const auto found = std::find_if(indicator.parts.begin(), indicator.parts.end(),
                                  [&](const auto& one) { return one.id == part && !one.unit.empty(); });
  return found == indicator.parts.end() ? indicator.unit : found->unit;
}

ValueRange range_of_threshold(const Indicator& indicator, std::string_view part) {
  if (judged_in_words(indicator, part)) return {1, 1, true};
  if (indicator.kind == IndicatorKind::level && !indicator.scale.empty())
    return {1, static_cast<double>(indicator.scale.size()), false};
  const std::string& unit = unit_of(indicator, part);
  ValueRange out = range_of_unit(unit);
  if (indicator.most && unit == indicator.unit) out.most = indicator.most->to_double();
  return out;
}

Text due_threshold(const Indicator& indicator, std::string_view part) {
  const ValueRange range = range_of_threshold(indicator, part);
  if (range.in_words) return {"ghi \"Đạt\"", "write \"Đạt\""};
  if (!indicator.scale.empty())
    return text("ghi một từ trong scale: {}", "write a word of scale: {}", {listed(indicator.scale)});
  const Text unit = unit_text(unit_of(indicator, part));
  const Text least = base::short_number(range.least);
  return std::isfinite(range.most)
             ? text("ghi một số từ {} đến {} ({})", "write a number from {} to {} ({})",
                    {least, base::short_number(range.most), unit})
             : text("ghi một số từ {} trở lên ({})", "write a number of {} or more ({})", {least, unit});
}

}  // namespace ntmap::criteria
