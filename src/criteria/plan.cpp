#include "criteria/plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ntmap::criteria {
namespace {

constexpr double k_never = std::numeric_limits<double>::quiet_NaN();
const IndicatorPart k_no_part;

struct Asked {
  const Catalogue* catalogue;
  std::string_view part;
  int year;
  Date day;
  std::size_t key;
};

bool is_for(const ThresholdRow& row, const Asked& asked) {
  return !row.unknown && (row.value.empty() || row.value == asked.part) &&
         (row.year == 0 || row.year == asked.year) && in_force(asked.day, row.from, row.to);
}

/// What the row says for that column. `national` stands in for a region without a figure of its own.
std::optional<Decimal> column_of(const ThresholdRow& row, ThresholdKey key, std::size_t column) {
  if (row.everywhere) return row.at[0];
  if (column >= k_region_count) return std::nullopt;
  if (row.at[column]) return row.at[column];
  return key == ThresholdKey::region ? row.at[0] : std::nullopt;
}

PickedThreshold picked(const CriteriaSet& set, const Indicator& indicator, const Asked& asked);

/// 1.10 times the threshold of another set at the same time.
PickedThreshold derived(const ThresholdRow& row, const Asked& asked) {
  const CriteriaSet* set = asked.catalogue->find(row.of_set);
  const Indicator* indicator = set == nullptr ? nullptr : set->find(row.of_indicator, asked.day);
  if (indicator == nullptr) return {};
  PickedThreshold out = picked(*set, *indicator, asked);
  if (out.row != nullptr) out.value = out.value * *row.factor;
  return out;
}

PickedThreshold picked(const CriteriaSet& set, const Indicator& indicator, const Asked& asked) {
  PickedThreshold standing_in;
  for (const ThresholdRow& row : indicator.thresholds) {
    if (!is_for(row, asked)) continue;
    if (row.factor) return derived(row, asked);
    const auto value = column_of(row, set.key, asked.key);
    if (!value) continue;
    const PickedThreshold out{&row, *value, 0, k_never};
    const bool own = row.everywhere || (asked.key < k_region_count && row.at[asked.key]);
    if (own) return out;
    standing_in = out;
  }
  return standing_in;
}

/// A share of 100 % leaves no room for a reserve, and a threshold of 0 no measure for one.
double just_met_limit(const Indicator& indicator, const IndicatorPart& part, Decimal threshold,
                      Decimal margin) {
  const bool measured =
      !part.pass && (indicator.kind == IndicatorKind::number || indicator.kind == IndicatorKind::score);
  const bool full = indicator.unit == "%" && threshold >= Decimal(100) && indicator.op == Op::ge;
  if (!measured || full || threshold <= Decimal(0)) return k_never;
  const bool rising = indicator.op == Op::ge || indicator.op == Op::gt;
  return (threshold * (rising ? Decimal(1) + margin : Decimal(1) - margin)).to_double();
}

PickedThreshold complete(PickedThreshold picked, const Indicator& indicator, const IndicatorPart& part,
                         const EvaluationInput& input) {
  if (picked.row == nullptr) return picked;
  picked.as_double = picked.value.to_double();
  picked.just_met = just_met_limit(indicator, part, picked.value, input.options.just_met_margin);
  return picked;
}

bool by_year(const Indicator& indicator) {
  return std::any_of(indicator.thresholds.begin(), indicator.thresholds.end(),
                     [](const ThresholdRow& row) { return row.year != 0 || row.factor.has_value(); });
}

PartPlan plan_part(const CriteriaSet& set, const Indicator& indicator, const IndicatorPart& part, Date day,
                   const EvaluationInput& input) {
  PartPlan out;
  out.part = &part;
  out.column = input.values->find(part.id);
  const bool yearly = by_year(indicator);
  for (std::size_t key = 0; key < out.by_key.size(); ++key) {
    Asked asked{input.catalogue, part.id, input.period.year, day, key};
    out.by_key[key] = complete(picked(set, indicator, asked), indicator, part, input);
    if (!yearly) continue;
    ++asked.year;
    out.next_year[key] = complete(picked(set, indicator, asked), indicator, part, input);
  }
  return out;
}

IndicatorPlan plan_indicator(const CriteriaSet& set, const Indicator& indicator, std::size_t criterion,
                             Date day, const EvaluationInput& input) {
  IndicatorPlan out;
  out.indicator = &indicator;
  out.criterion = static_cast<std::uint16_t>(criterion);
  for (const IndicatorPart& part : indicator.parts)
    out.parts.push_back(plan_part(set, indicator, part, day, input));
  // Kinds without figures of their own still take a threshold: the 10 % of "at least 10 % of communes".
  if (indicator.parts.empty()) out.parts.push_back(plan_part(set, indicator, k_no_part, day, input));
  return out;
}

}  // namespace

std::size_t key_of(const Unit& unit, ThresholdKey key) {
  if (key == ThresholdKey::region) return static_cast<std::size_t>(unit.region);
  return unit.group >= 1 && unit.group <= 3 ? static_cast<std::size_t>(unit.group) : k_region_count;
}

std::vector<IndicatorPlan> plan_of(const CriteriaSet& set, const EvaluationInput& input) {
  std::vector<IndicatorPlan> out;
  const auto day = set.wording_day(input.period.year, input.period.date);
  if (!day) return out;
  for (std::size_t c = 0; c < set.criteria.size(); ++c) {
    for (const Indicator& indicator : set.criteria[c].indicators) {
      if (in_force(*day, indicator.from, indicator.to))
        out.push_back(plan_indicator(set, indicator, c, *day, input));
    }
  }
  return out;
}

}  // namespace ntmap::criteria
