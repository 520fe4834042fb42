#include "criteria/value_range.hpp"

#include <algorithm>
#include <array>
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

bool is_whole_unit(std::string_view unit) {
  static constexpr std::array<std::string_view, 10> k_whole = {
      "Mức độ",  "trường", "nhà (count)", "công trình", "mô hình",
      "tổ chức", "HTX",    "đơn vị",      "huyện",      "sản phẩm"};
  return std::find(k_whole.begin(), k_whole.end(), unit) != k_whole.end();
}

ValueRange range_of_threshold(const Indicator& indicator, std::string_view part) {
  if (judged_in_words(indicator, part)) return {1, 1, true};
  if (indicator.kind == IndicatorKind::level && !indicator.scale.empty())
    return {1, static_cast<double>(indicator.scale.size()), false};
  return range_of_unit(indicator.unit);
}

Text due_threshold(const Indicator& indicator, std::string_view part) {
  const ValueRange range = range_of_threshold(indicator, part);
  if (range.in_words) return {"ghi \"Đạt\"", "write \"Đạt\""};
  if (!indicator.scale.empty())
    return text("ghi một từ trong scale: {}", "write a word of scale: {}", {listed(indicator.scale)});
  const Text unit = unit_text(indicator.unit);
  const Text least = base::short_number(range.least);
  return std::isfinite(range.most)
             ? text("ghi một số từ {} đến {} ({})", "write a number from {} to {} ({})",
                    {least, base::short_number(range.most), unit})
             : text("ghi một số từ {} trở lên ({})", "write a number of {} or more ({})", {least, unit});
}

}  // namespace ntmap::criteria
