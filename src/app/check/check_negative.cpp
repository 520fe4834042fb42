#include "app/check/check_negative.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace ntmap::app {
namespace {

using base::text;

constexpr std::array<std::string_view, 10> k_units_counted{
    "hộ", "người", "khẩu", "nhân khẩu", "ha", "km", "km\u00B2", "m\u00B2", "thôn", "sản phẩm"};

bool is_count_or_measure(const model::Project& project, const model::Indicator& indicator) {
  const bool weights =
      std::any_of(project.indicators.begin(), project.indicators.end(),
                  [&](const model::Indicator& other) { return other.weight == indicator.id; });
  return weights || indicator.carry == "sum" ||
         std::find(k_units_counted.begin(), k_units_counted.end(), indicator.unit.vi) !=
             k_units_counted.end();
}

}  // namespace

base::Findings negative_findings(const model::Project& project, const model::Indicator& indicator,
                                 const std::string& period, const Figures& figures) {
  if (!std::isnan(indicator.minimum) || !figures.since.empty() || !is_count_or_measure(project, indicator))
    return {};
  constexpr std::size_t k_named = 5;
  base::Text units;
  std::size_t count = 0;
  for (std::size_t unit = 0; unit < figures.values.size(); ++unit) {
    if (!(figures.values[unit] < 0) || ++count > k_named) continue;
    const base::Text one = text("{} ({})", "{} ({})",
                                {figures.units->full_name(unit), base::short_number(figures.values[unit])});
    units = units.empty() ? one : base::join({units, one}, ", ");
  }
  if (count == 0) return {};
  if (count > k_named) units = base::join({units, "…"}, ", ");
  return {{base::Severity::warning, "figures.negative", figures.file, units,
           text("{} giá trị âm của “{}”{}, là số đếm hoặc số đo",
                "{} negative figures of “{}”{}, which is counted or measured",
                {count, indicator.title.empty() ? base::Text(indicator.id) : indicator.title,
                 period.empty() ? base::Text() : text(" kỳ {}", " in {}", {period})}),
           text("Sửa số liệu; nếu số âm là đúng, ghi min cho chỉ tiêu.",
                "Correct the figures; if they may be negative, give the indicator a min.")}};
}

}  // namespace ntmap::app
