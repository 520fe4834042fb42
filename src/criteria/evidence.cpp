#include "criteria/evidence.hpp"

#include <cmath>
#include <limits>

#include "criteria/plan.hpp"
#include "criteria/registers.hpp"
#include "criteria/rule_words.hpp"

namespace ntmap::criteria {
namespace {

/// (value - threshold) / threshold, signed so that more is better.
double margin_of(Decimal value, Decimal threshold, Op op) {
  if (threshold == Decimal(0)) return std::numeric_limits<double>::quiet_NaN();
  const double reserve = (value - threshold).to_double() / std::abs(threshold.to_double());
  return op == Op::le || op == Op::lt ? -reserve : reserve;
}

void take_threshold(FigureEvidence& out, const PartPlan& part, std::size_t key) {
  const PickedThreshold& threshold = part.by_key[key];
  if (part.next_year[key].row != nullptr) out.next_year_threshold = part.next_year[key].value;
  if (threshold.row == nullptr) return;
  out.threshold = threshold.value;
  out.threshold_document = threshold.row->document;
  out.threshold_source = threshold.row->source;
  out.threshold_confidence = threshold.row->confidence;
  out.illustrative = threshold.row->illustrative;
}

/// Both sides of a conflict with their places. Figures that were carried over have none.
void take_differing(FigureEvidence& out, const ValueTable& values, const ValueColumn& column,
                    std::size_t unit) {
  const auto sides = column.differing.find(unit);
  if (!out.conflict || sides == column.differing.end()) return;
  for (const DifferingCell& side : sides->second)
    out.differing.push_back(
        {Decimal::from_double(side.value), values.sheets()[side.place.sheet], side.place.row});
}

void take_value(FigureEvidence& out, const ValueTable& values, const PartPlan& part, std::size_t unit) {
  if (part.column == nullptr) return;
  const ValueColumn& column = *part.column;
  out.value = Decimal::from_double(column.value[unit]);
  out.not_applicable = (column.flags[unit] & k_cell_not_applicable) != 0;
  out.conflict = (column.flags[unit] & k_cell_conflict) != 0;
  out.edited = (column.flags[unit] & k_cell_edited) != 0;
  out.refused = (column.flags[unit] & k_cell_refused) != 0 && !out.value;
  out.estimated = (column.flags[unit] & k_cell_estimated) != 0;
  out.parts_differ = (column.flags[unit] & k_cell_parts_differ) != 0;
  if (out.not_applicable || out.conflict) out.value.reset();
  take_differing(out, values, column, unit);
  const CellPlace at = column.place(unit);
  if (at.sheet == k_no_sheet) return;
  out.sheet = values.sheets()[at.sheet];
  out.row = at.row;
}

bool compares_figures(IndicatorKind kind) {
  return kind == IndicatorKind::number || kind == IndicatorKind::count || kind == IndicatorKind::score ||
         kind == IndicatorKind::level;
}

FigureEvidence figure(const ValueTable& values, const Indicator& indicator, const PartPlan& part,
                      std::size_t unit, std::size_t key) {
  FigureEvidence out;
  out.id = part.part->id;
  out.name = part.part->name;
  out.unit = part.part->unit.empty() ? indicator.unit : part.part->unit;
  out.pass = indicator.kind == IndicatorKind::pass || part.part->pass;
  out.margin = std::numeric_limits<double>::quiet_NaN();
  take_threshold(out, part, key);
  take_value(out, values, part, unit);
  if (out.value && out.threshold) {
    out.mark = holds(*out.value, indicator.op, *out.threshold) ? Verdict::met : Verdict::not_met;
    if (compares_figures(indicator.kind) && !out.pass)
      out.margin = margin_of(*out.value, *out.threshold, indicator.op);
  }
  return out;
}

void take_relations(Evidence& out, const EvaluationInput& input, const SetResult& result,
                    std::size_t indicator, std::size_t unit) {
  out.other_set = result.indicators()[indicator].indicator->other_set;
  if (const CriteriaSet* other = input.catalogue->find(out.other_set)) out.other_name = other->name;
  out.children = result.children(indicator, unit);
  if (out.kind == IndicatorKind::all_criteria) out.criteria = result.count(unit);
  if (out.kind != IndicatorKind::share || out.children.all == 0) return;
  FigureEvidence& share = out.figures.front();
  // Decided in whole numbers; what is printed here decides nothing.
  constexpr double k_digits = 1e6;
  share.value =
      Decimal::from_double(std::round(k_digits * 100.0 * out.children.met / out.children.all) / k_digits);
  share.mark = out.mark;
}

/// What a figure that a rule reads is called and measured in, by the set or the indicator that has it.
void name_figure(FigureEvidence& out, const Catalogue& catalogue) {
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const NamedFigure& figure : set.figures) {
      if (figure.id != out.id) continue;
      out.name = figure.name;
      out.unit = figure.unit;
      return;
    }
  }
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) {
        if (indicator.kind == IndicatorKind::rule) continue;
        for (const IndicatorPart& part : indicator.parts) {
          if (part.id != out.id) continue;
          out.name = part.name.empty() ? indicator.name : part.name;
          out.unit = part.unit.empty() ? indicator.unit : part.unit;
          if (part.pass || indicator.kind == IndicatorKind::pass) out.unit = "Đạt/không đạt";
          return;
        }
      }
    }
  }
}

/// The thresholds of a rule stand in its text: the "Đạt" of the indicator is none of its figures'.
void explain_rule(Evidence& out, const EvaluationInput& input, const Indicator& indicator, const Unit& unit) {
  out.rule_text = indicator.rule_text;
  for (FigureEvidence& figure : out.figures) {
    figure.threshold.reset();
    figure.next_year_threshold.reset();
    figure.mark = {};
    name_figure(figure, *input.catalogue);
  }
  out.rule_words = rule_words(*indicator.rule, out.figures, unit);
}

base::Text reason_of(const EvaluationInput& input, std::size_t unit) {
  if (input.excluded.empty() || input.excluded[unit] == 0) return {};
  if (input.exclusions != nullptr) {
    for (const Exclusion& one : *input.exclusions) {
      if (one.unit == unit && !one.reason.empty()) return one.reason;
    }
  }
  return {"không triển khai chương trình", "does not implement the programme"};
}

}  // namespace

Evidence evidence(const EvaluationInput& input, const SetResult& result, std::size_t index,
                  std::size_t unit) {
  const IndicatorPlan& plan = result.indicators()[index];
  const Indicator& indicator = *plan.indicator;
  Evidence out;
  out.set = result.set().id;
  out.decision = result.set().decision;
  out.criterion = result.set().criteria[plan.criterion].no;
  out.code = indicator.code;
  out.name = indicator.name;
  out.unit = indicator.unit;
  out.kind = indicator.kind;
  out.op = indicator.op;
  out.scale = indicator.scale;
  out.delegated_to = indicator.delegated_to;
  out.source = indicator.source;
  out.confidence = indicator.confidence;
  out.period = result.period();
  out.mark = result.indicator(index, unit);
  out.excluded = reason_of(input, unit);
  const std::size_t key = key_of((*input.units)[unit], result.set().key);
  for (const PartPlan& part : plan.parts) {
    out.figures.push_back(figure(*input.values, indicator, part, unit, key));
  }
  take_relations(out, input, result, index, unit);
  if (indicator.rule) explain_rule(out, input, indicator, (*input.units)[unit]);
  return out;
}

}  // namespace ntmap::criteria
