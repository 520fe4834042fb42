#include "criteria/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/error.hpp"
#include "criteria/plan.hpp"

namespace ntmap::criteria {
namespace {

/// How far a share of child units stays behind what is due, as a share of that.
double gap_of_share(const PickedThreshold& due, const ChildCount& children) {
  if (due.row == nullptr || due.as_double <= 0 || children.all == 0) return 1;
  const double percent = 100.0 * children.met / children.all;
  return std::max(0.0, due.as_double - percent) / due.as_double;
}

/// How far what is not met stays behind its threshold, as a share of it; 1 where that has no measure, as of a
/// rule, which reads several figures.
double gap_of(const SetResult& result, std::size_t indicator, const Unit& unit, std::uint32_t index) {
  const IndicatorPlan& plan = result.indicators()[indicator];
  if (plan.indicator->kind == IndicatorKind::rule) return 1;
  if (plan.indicator->kind == IndicatorKind::share) {
    return gap_of_share(plan.parts.front().by_key[key_of(unit, result.set().key)],
                        result.children(indicator, index));
  }
  double gap = 0;
  for (const PartPlan& part : plan.parts) {
    const PickedThreshold& threshold = part.by_key[key_of(unit, result.set().key)];
    const double value = part.column == nullptr ? std::nan("") : part.column->value[index];
    if (threshold.row == nullptr || std::isnan(value) || threshold.as_double == 0) {
      gap += 1;
    } else if (!holds(value, plan.indicator->op, threshold.as_double)) {
      gap += std::abs(value - threshold.as_double) / std::abs(threshold.as_double);
    }
  }
  return gap;
}

Nearness nearness_of(const EvaluationInput& input, const SetResult& result, std::uint32_t unit) {
  Nearness out;
  out.unit = unit;
  for (std::size_t c = 0; c < result.set().criteria.size(); ++c) {
    const Verdict verdict = own_mark(result, c, unit).verdict();
    if (verdict == Verdict::not_met) out.failing.push_back(static_cast<std::uint16_t>(c));
    if (verdict == Verdict::unknown) out.unknown.push_back(static_cast<std::uint16_t>(c));
  }
  out.lacks_prerequisite = !result.prerequisites_met(unit);
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    if (result.indicator(i, unit).verdict() != Verdict::not_met) continue;
    if (repeats_criteria(*result.indicators()[i].indicator)) continue;
    out.gap += gap_of(result, i, (*input.units)[unit], unit);
  }
  return out;
}

/// The wording that holds on the day, by the indicator's code or the id of one of its figures.
Indicator* wording_in(CriteriaSet& set, const std::string& code, Date day) {
  for (Criterion& criterion : set.criteria) {
    for (Indicator& indicator : criterion.indicators) {
      const bool meant =
          indicator.code == code || std::any_of(indicator.parts.begin(), indicator.parts.end(),
                                                [&](const IndicatorPart& part) { return part.id == code; });
      if (meant && in_force(day, indicator.from, indicator.to)) return &indicator;
    }
  }
  return nullptr;
}

/// An indicator whose figures have thresholds of their own does not say which is meant.
void require_one_threshold(const Indicator& indicator) {
  std::string figures;
  std::size_t count = 0;
  for (const ThresholdRow& row : indicator.thresholds) {
    if (row.value.empty() || figures.find("“" + row.value + "”") != std::string::npos) continue;
    figures += (count++ == 0 ? "“" : ", “") + row.value + "”";
  }
  if (count < 2) return;
  throw base::Error(base::ErrorKind::usage,
                    base::text("chỉ tiêu {} có ngưỡng riêng cho từng số liệu",
                               "the figures of indicator {} have thresholds of their own", {indicator.code}),
                    base::text("Nói rõ số liệu nào: {}.", "Say which figure: {}.", {figures}));
}

/// One threshold in the place of all that the indicator, or one figure of it, has.
void replace_threshold(Indicator& indicator, const std::string& code, Decimal threshold) {
  const bool of_figure = code != indicator.code;
  if (!of_figure) require_one_threshold(indicator);
  ThresholdRow row;
  row.everywhere = true;
  row.at[0] = threshold;
  if (!of_figure) {
    indicator.thresholds = {row};
    return;
  }
  row.value = code;
  std::erase_if(indicator.thresholds, [&](const ThresholdRow& one) { return one.value == code; });
  indicator.thresholds.insert(indicator.thresholds.begin(), row);
}

}  // namespace

bool repeats_criteria(const Indicator& indicator) {
  return indicator.kind == IndicatorKind::all_criteria;
}

Mark own_mark(const SetResult& result, std::size_t criterion, std::size_t unit) {
  if (!result.set().criteria[criterion].gate) return result.criterion(criterion, unit);
  Conjunction own;
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    const IndicatorPlan& plan = result.indicators()[i];
    if (plan.criterion == criterion && !repeats_criteria(*plan.indicator)) own.add(result.indicator(i, unit));
  }
  return own.mark();
}

std::vector<Nearness> nearest_units(const EvaluationInput& input, const SetResult& result,
                                    const std::vector<std::uint32_t>& units) {
  std::vector<Nearness> out;
  for (const std::uint32_t u : units) {
    const Verdict verdict = result.overall(u).verdict();
    if (verdict == Verdict::not_met || verdict == Verdict::unknown)
      out.push_back(nearness_of(input, result, u));
  }
  std::sort(out.begin(), out.end(), [](const Nearness& a, const Nearness& b) {
    const auto order = [](const Nearness& n) {
      return std::tuple(n.failing.size() + n.unknown.size() + (n.lacks_prerequisite ? 1 : 0), n.gap, n.unit);
    };
    return order(a) < order(b);
  });
  return out;
}

std::vector<Lift> single_lifts(const SetResult& result, const std::vector<std::uint32_t>& units) {
  std::vector<Lift> out(result.set().criteria.size());
  for (std::size_t c = 0; c < out.size(); ++c) out[c].criterion = static_cast<std::uint16_t>(c);
  for (const std::uint32_t u : units) {
    std::vector<std::size_t> failing;
    bool unknown = false;
    for (std::size_t c = 0; c < out.size(); ++c) {
      const Verdict verdict = own_mark(result, c, u).verdict();
      if (verdict == Verdict::not_met) failing.push_back(c);
      unknown |= verdict == Verdict::unknown;
    }
    if (failing.size() == 1 && !unknown && result.prerequisites_met(u))
      out[failing.front()].units.push_back(u);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Lift& a, const Lift& b) { return a.units.size() > b.units.size(); });
  return out;
}

Transitions transitions(std::span<const Mark> before, std::span<const Mark> after,
                        const std::vector<std::uint32_t>& units) {
  Transitions out{};
  for (const std::uint32_t u : units) {
    ++out[static_cast<std::size_t>(before[u].verdict())][static_cast<std::size_t>(after[u].verdict())];
  }
  return out;
}

ThresholdChange change_threshold(const EvaluationInput& input, const std::string& set_id,
                                 const std::string& code, Decimal threshold,
                                 const std::vector<std::uint32_t>& units) {
  Catalogue changed = *input.catalogue;
  CriteriaSet* set = changed.find(set_id);
  const auto day = set == nullptr ? std::nullopt : set->wording_day(input.period.year, input.period.date);
  Indicator* indicator = day ? wording_in(*set, code, *day) : nullptr;
  if (indicator == nullptr) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("bộ {} không có chỉ tiêu {} trong kỳ này",
                                 "set {} has no indicator {} in this period", {set_id, code}));
  }
  replace_threshold(*indicator, code, threshold);

  EvaluationInput other = input;
  other.catalogue = &changed;
  const Evaluation before = evaluate(input);
  const Evaluation after = evaluate(other);
  const SetResult& was = *before.find(set_id);
  const SetResult& is = *after.find(set_id);
  const std::size_t index = was.find(indicator->code).value();
  ThresholdChange out;
  out.indicator = transitions(was.indicator_marks(index), is.indicator_marks(index), units);
  out.set = transitions(was.overall(), is.overall(), units);
  for (const std::uint32_t u : units) {
    if (was.indicator(index, u).verdict() != is.indicator(index, u).verdict()) out.flipped.push_back(u);
  }
  return out;
}

}  // namespace ntmap::criteria
