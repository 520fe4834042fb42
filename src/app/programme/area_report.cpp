#include "app/programme/area_report.hpp"

#include "app/programme/evaluation_words.hpp"

#include <algorithm>
#include <utility>

#include "criteria/evidence.hpp"
#include "criteria/mean_of_criteria.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::SetResult;
using criteria::State;
using criteria::Verdict;

std::vector<Verdict> verdicts_of(const SetResult& result) {
  std::vector<Verdict> out;
  for (const criteria::Mark mark : result.overall()) out.push_back(mark.verdict());
  return out;
}

/// Who holds the title or one above it; units of other types are out.
std::vector<Verdict> holders_of(const Assessment& assessment, const SetResult& result) {
  const criteria::FigureInput input = assessment.figure_input();
  const auto ranks = criteria::ranks_from(assessment.rules().catalogue, result.set().rank);
  std::vector<Verdict> held = criteria::titles_of(result.set().id, input.recognitions, input.units->size(),
                                                  ranks, input.day, input.counted)
                                  .by_unit;
  for (std::size_t unit = 0; unit < held.size(); ++unit) {
    if (!result.applies(unit)) held[unit] = Verdict::not_applicable;
  }
  return held;
}

SetSummary summary_of(const Assessment& assessment, const SetResult& result, std::uint32_t area) {
  criteria::ShareInput input;
  input.units = &assessment.tree().units;
  input.selection = {result.set().applies_to, area};
  input.base = assessment.registers().base;
  input.excluded = assessment.excluded();
  SetSummary out;
  out.set = result.set().id;
  out.name = result.set().name;
  out.evaluated = criteria::share_of(input, verdicts_of(result));
  if (assessment.titles_known()) out.recognised = criteria::share_of(input, holders_of(assessment, result));
  const std::vector<std::uint32_t> units = criteria::selected(*input.units, input.selection);
  for (const std::uint32_t unit : units) {
    if (assessment.excluded(unit)) continue;
    const criteria::Standing said = assessment.standing(result, unit);
    const State state = said.state;
    out.of_older_set += said.older_set && state != State::expired ? 1 : 0;
    out.illustrative += rests_on_illustrative(result.overall(unit)) ? 1 : 0;
    out.lapsed += state == State::lapsed || state == State::revocable ? 1 : 0;
    out.lapsed_conditions += state == State::lapsed && said.failed == 0 ? 1 : 0;
    out.revocable += state == State::revocable ? 1 : 0;
    out.pending += state == State::pending_after_merger ? 1 : 0;
  }
  out.criteria = criteria::mean_of_criteria(result, units, input.base, input.excluded);
  return out;
}

/// Figures that say nothing of the area: single figures of another level, and flags of what it is not.
bool is_silent(const criteria::Figure& figure, const criteria::FigureValue& value) {
  if (figure.compute == criteria::Compute::flag) return !value.value || *value.value == 0;
  const bool single = figure.compute == criteria::Compute::column ||
                      figure.compute == criteria::Compute::criteria ||
                      figure.compute == criteria::Compute::difference;
  return single && !value.value;
}

std::vector<FigureSummary> figures_of(const Assessment& assessment, std::uint32_t area) {
  std::vector<FigureSummary> out;
  const std::vector<criteria::Figure>& all = assessment.rules().figures;
  for (const criteria::Figure& figure : all) {
    const criteria::FigureValue value =
        criteria::compute_figure(all, figure, area, assessment.figure_input());
    if (is_silent(figure, value)) continue;
    out.push_back({figure.id, figure.name, figure.unit, value, figure_text(figure, value)});
  }
  return out;
}

bool is_of_communes(const Assessment& assessment, const std::string& set) {
  const std::vector<std::string>& types = assessment.result(set).set().applies_to;
  return std::find(types.begin(), types.end(), "xã") != types.end();
}

AreaSummary area_of(const Assessment& assessment, std::uint32_t area) {
  const UnitTree& tree = assessment.tree();
  AreaSummary out;
  out.unit = area;
  if (area != criteria::k_no_unit) {
    out.code = tree.units[area].code;
    out.name = tree.full_names[area];
  }
  for (const std::uint32_t unit : criteria::selected(tree.units, {{"xã"}, area})) {
    ++out.communes;
    out.excluded += assessment.excluded(unit) ? 1 : 0;
  }
  const criteria::Period when = assessment.input().period;
  for (const std::string& id : assessment.rules().catalogue.in_order()) {
    const SetResult& result = assessment.result(id);
    const bool below = !criteria::selected(tree.units, {result.set().applies_to, area}).empty();
    if (below && result.set().wording_day(when.year, when.date))
      out.sets.push_back(summary_of(assessment, result, area));
  }
  // Communes first: they are what the programme is about.
  std::stable_sort(out.sets.begin(), out.sets.end(), [&](const SetSummary& a, const SetSummary& b) {
    return is_of_communes(assessment, a.set) > is_of_communes(assessment, b.set);
  });
  out.figures = figures_of(assessment, area);
  return out;
}

}  // namespace

Text recognised_text(const SetSummary& set) {
  if (!set.recognised) return {};
  if (set.of_older_set == 0) return set.recognised->text();
  return text("{}, trong đó {} theo bộ tiêu chí cũ, cần xác nhận lại",
              "{}, {} of them by an older set, to be confirmed", {set.recognised->text(), set.of_older_set});
}

Text lapsed_words(const SetSummary& set) {
  if (set.lapsed_conditions == set.lapsed) return {"nay hụt điều kiện", "now lapsed in conditions"};
  Text criteria = text("nay hụt tiêu chí", "now lapsed in criteria");
  if (set.lapsed_conditions == 0) return criteria;
  return text("{}, trong đó {} chỉ hụt điều kiện", "{}, {} of them in conditions only",
              {criteria, set.lapsed_conditions});
}

Text figure_text(const criteria::Figure& figure, const criteria::FigureValue& value) {
  if (!value.value) return value.why;
  const Text unit = criteria::unit_text(figure.unit);
  Text out;
  const auto rank = static_cast<std::size_t>(*value.value);
  if (figure.unit == "0/1") {
    out = *value.value == 1 ? Text("có", "yes") : Text("chưa", "not yet");
  } else if (rank >= 1 && rank <= figure.scale.size()) {
    out = figure.scale[rank - 1];
  } else if (value.share) {
    out = value.share->text();
  } else {
    out = base::join({base::short_number(*value.value, 2), unit}, " ");
  }
  if (value.missing > 0)
    out = text("{} (thiếu số liệu của {} đơn vị)", "{} (no figure of {} units)", {out, value.missing});
  return out;
}

std::vector<AreaSummary> area_summaries(const Assessment& assessment, model::UnitLevel level) {
  std::vector<std::uint32_t> areas = assessment.tree().of_level(level);
  if (level == model::UnitLevel::province && areas.empty()) areas.push_back(criteria::k_no_unit);
  std::vector<AreaSummary> out;
  for (const std::uint32_t area : areas) out.push_back(area_of(assessment, area));
  return out;
}

std::vector<std::uint32_t> implementing_units(const Assessment& assessment, const SetResult& result) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t unit = 0; unit < assessment.tree().size(); ++unit) {
    if (result.applies(unit) && !assessment.excluded(unit)) out.push_back(unit);
  }
  return out;
}

std::vector<const SetResult*> judging_sets(const Assessment& assessment) {
  std::vector<const SetResult*> out;
  const criteria::Period when = assessment.input().period;
  for (const std::string& id : assessment.rules().catalogue.in_order()) {
    const SetResult& result = assessment.result(id);
    const bool in_force = result.set().wording_day(when.year, when.date).has_value();
    if (in_force && !implementing_units(assessment, result).empty()) out.push_back(&result);
  }
  return out;
}

std::vector<criteria::Remainder> left_by_department(const Assessment& assessment, const std::string& set) {
  const SetResult& result = assessment.result(set);
  return criteria::left_by_lead(result, implementing_units(assessment, result),
                                assessment.registers().leads.rows, assessment.scope());
}

std::vector<criteria::Remainder> left_by_sponsor(const Assessment& assessment, const std::string& set) {
  const SetResult& result = assessment.result(set);
  return criteria::left_by_sponsor(result, implementing_units(assessment, result), assessment.sponsors());
}

UnmetMatrix unmet_matrix(const Assessment& assessment, const std::string& set) {
  const SetResult& result = assessment.result(set);
  const std::vector<std::uint32_t> all = implementing_units(assessment, result);
  UnmetMatrix out;
  for (const criteria::Criterion& criterion : result.set().criteria) {
    out.numbers.push_back(criterion.no);
    out.names.push_back(criterion.name);
  }
  out.tallies.resize(out.numbers.size());
  for (std::size_t c = 0; c < out.numbers.size(); ++c) {
    std::vector<criteria::Mark> marks;
    for (std::uint32_t unit = 0; unit < assessment.tree().size(); ++unit)
      marks.push_back(result.criterion(c, unit));
    out.tallies[c] = criteria::tally(marks, all);
  }
  for (const criteria::Nearness& near : criteria::nearest_units(assessment.input(), result, all)) {
    out.units.push_back(near.unit);
    for (std::size_t c = 0; c < out.numbers.size(); ++c) out.marks.push_back(result.criterion(c, near.unit));
  }
  return out;
}

std::vector<criteria::Nearness> nearest_units(const Assessment& assessment, const std::string& set) {
  const SetResult& result = assessment.result(set);
  return criteria::nearest_units(assessment.input(), result, implementing_units(assessment, result));
}

std::vector<criteria::Lift> single_lifts(const Assessment& assessment, const std::string& set) {
  const SetResult& result = assessment.result(set);
  return criteria::single_lifts(result, implementing_units(assessment, result));
}

criteria::ThresholdChange change_threshold(const Assessment& assessment, const std::string& set,
                                           const std::string& code, criteria::Decimal threshold) {
  const SetResult& result = assessment.result(set);
  return criteria::change_threshold(assessment.input(), set, code, threshold,
                                    implementing_units(assessment, result));
}

}  // namespace ntmap::app
