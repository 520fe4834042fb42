#include "criteria/rollup.hpp"

#include <cmath>
#include <compare>
#include <limits>

namespace ntmap::criteria {
namespace {

constexpr double k_nothing = std::numeric_limits<double>::quiet_NaN();

std::optional<Decimal> figure_of(const ValueColumn* column, std::uint32_t unit) {
  if (column == nullptr || (column->flags[unit] & (k_cell_not_applicable | k_cell_conflict)) != 0)
    return std::nullopt;
  return Decimal::from_double(column->value[unit]);
}

bool is_on(std::span<const std::uint8_t> flags, std::uint32_t unit) {
  return !flags.empty() && flags[unit] != 0;
}

}  // namespace

std::vector<std::uint32_t> selected(const Units& units, const Selection& selection) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (!has_type(units[u], selection.types)) continue;
    if (selection.under == k_no_unit || is_below(units, u, selection.under)) out.push_back(u);
  }
  return out;
}

base::Text word(Base base) {
  switch (base) {
    case Base::all:
      return {"trên tổng số", "of all"};
    case Base::implementing:
      return {"trên số triển khai thực hiện", "of those implementing"};
    case Base::met:
      return {"trên số đạt mức dưới", "of those that met the level below"};
  }
  return {};
}

double Share::percent() const {
  return of == 0 ? k_nothing : 100.0 * static_cast<double>(met) / static_cast<double>(of);
}

Verdict Share::reaches(Decimal p) const {
  if (of == 0) return Verdict::not_applicable;
  const bool surely = reaches_percent(met, of, p);
  if (surely != reaches_percent(met + unknown, of, p)) return Verdict::unknown;
  return surely ? Verdict::met : Verdict::not_met;
}

base::Text Share::text() const {
  base::Text out = base::text("{}/{} {}", "{}/{} {}", {met, of, word(base)});
  if (of > 0) out = base::text("{} ({} %)", "{} ({} %)", {out, base::number(percent(), 1)});
  if (unknown > 0) out = base::text("{}, {} chưa rõ", "{}, {} unknown", {out, unknown});
  if (excluded > 0) out = base::text("{}, không tính {}", "{}, {} left out", {out, excluded});
  if (not_applicable > 0)
    out = base::text("{}, {} không áp dụng", "{}, {} not applicable", {out, not_applicable});
  return out;
}

Share share_of(const ShareInput& input, std::span<const Verdict> held) {
  Share out;
  out.base = input.base;
  for (const std::uint32_t u : selected(*input.units, input.selection)) {
    const bool is_excluded = is_on(input.excluded, u);
    if (held[u] == Verdict::not_applicable && !is_excluded) continue;
    if (input.base != Base::all && is_excluded) {
      ++out.excluded;
      continue;
    }
    if (input.base == Base::met && input.base_met[u] != Verdict::met) continue;
    ++out.of;
    out.met += held[u] == Verdict::met ? 1 : 0;
    out.unknown += held[u] == Verdict::unknown ? 1 : 0;
    out.not_applicable += held[u] == Verdict::not_applicable ? 1 : 0;
  }
  return out;
}

Tally& Tally::operator+=(const Tally& other) {
  met += other.met;
  not_met += other.not_met;
  unknown += other.unknown;
  not_applicable += other.not_applicable;
  illustrative += other.illustrative;
  return *this;
}

Tally tally(std::span<const Mark> marks, const std::vector<std::uint32_t>& units) {
  Tally out;
  for (const std::uint32_t u : units) {
    const Verdict verdict = marks[u].verdict();
    out.met += verdict == Verdict::met ? 1 : 0;
    out.not_met += verdict == Verdict::not_met ? 1 : 0;
    out.unknown += verdict == Verdict::unknown ? 1 : 0;
    out.not_applicable += verdict == Verdict::not_applicable ? 1 : 0;
    const bool decided = verdict == Verdict::met || verdict == Verdict::not_met;
    out.illustrative += decided && marks[u].illustrative() ? 1 : 0;
  }
  return out;
}

double CriteriaMean::mean() const {
  return units == 0 ? k_nothing : static_cast<double>(credited) / static_cast<double>(units);
}

CriteriaMean criteria_mean(const SetResult& result, const std::vector<std::uint32_t>& units) {
  CriteriaMean out;
  for (const std::uint32_t u : units) {
    if (!result.applies(u)) continue;
    const CriteriaCount count = result.count(u);
    out.credited += count.credited;
    out.unknown += count.unknown;
    ++out.units;
  }
  return out;
}

double Total::value() const {
  return used == 0 ? k_nothing : sum.to_double();
}

Total& Total::operator+=(const Total& other) {
  sum.add(other.sum);
  used += other.used;
  missing += other.missing;
  return *this;
}

Total total(const ValueTable& values, std::string_view figure, const std::vector<std::uint32_t>& units) {
  Total out;
  const ValueColumn* column = values.find(figure);
  for (const std::uint32_t u : units) {
    if (const auto value = figure_of(column, u)) {
      out.sum.add(*value);
      ++out.used;
    } else {
      ++out.missing;
    }
  }
  return out;
}

double WeightedMean::value() const {
  return weight.is_zero() ? k_nothing : weighted.to_double() / weight.to_double();
}

WeightedMean& WeightedMean::operator+=(const WeightedMean& other) {
  weighted.add(other.weighted);
  weight.add(other.weight);
  used += other.used;
  missing += other.missing;
  missing_weight += other.missing_weight;
  return *this;
}

Verdict WeightedMean::holds(Op op, Decimal limit) const {
  if (missing > 0 || missing_weight > 0 || weight.is_zero()) return Verdict::unknown;
  const std::strong_ordering order = weighted.compare_mean(weight, limit);
  const std::int64_t sign = std::is_lt(order) ? -1 : (std::is_gt(order) ? 1 : 0);
  return criteria::holds(Decimal(sign), op, Decimal(0)) ? Verdict::met : Verdict::not_met;
}

WeightedMean weighted_mean(const ValueTable& values, std::string_view figure, std::string_view weight,
                           const std::vector<std::uint32_t>& units) {
  WeightedMean out;
  const ValueColumn* figures = values.find(figure);
  const ValueColumn* weights = values.find(weight);
  for (const std::uint32_t u : units) {
    const auto value = figure_of(figures, u);
    const auto by = figure_of(weights, u);
    if (!value) {
      ++out.missing;
    } else if (!by || *by < Decimal(0)) {
      ++out.missing_weight;
    } else {
      out.weighted.add_product(*value, *by);
      out.weight.add(*by);
      ++out.used;
    }
  }
  return out;
}

}  // namespace ntmap::criteria
