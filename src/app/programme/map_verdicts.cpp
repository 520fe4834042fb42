#include "app/programme/map_verdicts.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>

#include "app/programme/evaluation_words.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Evidence;
using criteria::FigureEvidence;
using criteria::IndicatorKind;
using criteria::SetResult;
using criteria::Verdict;

Text explained(const Evidence& evidence) {
  return {explain(evidence, base::Lang::vi), explain(evidence, base::Lang::en)};
}

/// What stands in place of a verdict and its reasons where the unit does not implement the programme.
bool told_excluded(const Assessment& assessment, std::uint32_t unit, MapVerdicts& out) {
  const criteria::Exclusion* exclusion = assessment.exclusion(unit);
  if (exclusion == nullptr) return false;
  out.verdicts[unit] = word(Verdict::not_applicable);
  out.evidence[unit] = exclusion->reason;
  return true;
}

/// The smaller of two reserves; one that is not there does not count.
double smaller(double a, double b) {
  return std::isnan(a) || b < a ? b : a;
}

MapVerdicts blank(const SetResult& set, std::size_t units) {
  MapVerdicts out;
  out.set = &set;
  out.verdicts.resize(units);
  out.margins.assign(units, model::k_no_data);
  out.evidence.resize(units);
  return out;
}

void drop_margins_without_any(MapVerdicts& verdicts) {
  const bool none = std::ranges::all_of(verdicts.margins, [](double margin) { return std::isnan(margin); });
  if (none) verdicts.margins.clear();
}

/// The sentences that decide a criterion: of what fails, else of what is unknown, else of what is just met;
/// of a criterion with one indicator always that one.
Text deciding_evidence(const std::vector<Evidence>& all, criteria::Mark mark) {
  const auto decides = [&](const Evidence& one) {
    if (all.size() == 1) return true;
    if (mark.verdict() == Verdict::met) return one.mark.just_met();
    return one.mark.verdict() == mark.verdict();
  };
  Text out;
  std::size_t met = 0;
  for (const Evidence& one : all) {
    if (one.mark.verdict() == Verdict::met) ++met;
    if (decides(one)) out = base::join({out, explained(one)}, " | ");
  }
  if (out.empty()) return text("Đạt {}/{} chỉ tiêu", "{} of {} indicators met", {met, all.size()});
  return out;
}

MapVerdicts of_criterion(const Assessment& assessment, const SetResult& set, std::size_t criterion,
                         std::size_t units) {
  MapVerdicts out = blank(set, units);
  const criteria::Criterion& what = set.set().criteria[criterion];
  out.criterion = text("Tiêu chí {}: {}", "Criterion {}: {}", {what.no, what.name});
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit) || told_excluded(assessment, unit, out)) continue;
    const criteria::Mark mark = set.criterion(criterion, unit);
    std::vector<Evidence> all;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      if (set.indicators()[i].criterion != criterion) continue;
      all.push_back(portable_evidence(assessment, set, i, unit));
      // Where the criterion fails, the reserve of what is met beside it is none of the criterion.
      const bool decides =
          mark.verdict() != Verdict::not_met || all.back().mark.verdict() == Verdict::not_met;
      if (decides) out.margins[unit] = smaller(out.margins[unit], margin_percent(reserve_of(all.back())));
    }
    out.verdicts[unit] = word(mark.verdict());
    out.evidence[unit] = deciding_evidence(all, mark);
  }
  drop_margins_without_any(out);
  return out;
}

/// "Đạt 16/19 tiêu chí; chưa đạt: 3, 10, 17; chưa rõ: 5".
Text counted_evidence(const SetResult& set, std::size_t unit) {
  const criteria::CriteriaCount count = set.count(unit);
  Text out = text("Đạt {}/{} tiêu chí", "{} of {} criteria met", {count.met, count.total});
  for (const Verdict verdict : {Verdict::not_met, Verdict::unknown}) {
    Text numbers;
    for (std::size_t i = 0; i < set.set().criteria.size(); ++i) {
      if (set.criterion(i, unit).verdict() == verdict)
        numbers = base::join({numbers, set.set().criteria[i].no}, ", ");
    }
    if (!numbers.empty()) out = text("{}; {}: {}", "{}; {}: {}", {out, word(verdict), numbers});
  }
  return out;
}

MapVerdicts of_set(const Assessment& assessment, const SetResult& set, std::size_t units) {
  MapVerdicts out = blank(set, units);
  out.criterion = set.set().name;
  out.margins.clear();
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit) || told_excluded(assessment, unit, out)) continue;
    out.verdicts[unit] = word(set.overall(unit).verdict());
    out.evidence[unit] = counted_evidence(set, unit);
  }
  return out;
}

bool compares(IndicatorKind kind) {
  return kind == IndicatorKind::number || kind == IndicatorKind::count || kind == IndicatorKind::score ||
         kind == IndicatorKind::level || kind == IndicatorKind::pass;
}

/// An indicator of a set, or one figure of it.
struct Judge {
  const SetResult* set = nullptr;
  std::size_t indicator = 0;
  std::optional<std::size_t> part;  ///< nothing: the indicator as a whole
};

bool applies_to_any(const SetResult& set, std::size_t units) {
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (set.applies(unit)) return true;
  }
  return false;
}

/// Where a figure of a table is judged, by the first set in force that is for some unit.
std::optional<Judge> judge_of(const criteria::Evaluation& evaluation, const std::string& figure,
                              std::size_t units) {
  for (const SetResult& set : evaluation.sets()) {
    if (!applies_to_any(set, units)) continue;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      const criteria::IndicatorPlan& plan = set.indicators()[i];
      for (std::size_t part = 0; part < plan.parts.size() && compares(plan.indicator->kind); ++part) {
        if (plan.parts[part].part->id != figure) continue;
        return plan.parts.size() == 1 ? Judge{&set, i, {}} : Judge{&set, i, part};
      }
    }
  }
  return std::nullopt;
}

MapVerdicts of_judge(const Assessment& assessment, const Judge& judge, std::size_t units) {
  const SetResult& set = *judge.set;
  MapVerdicts out = blank(set, units);
  const criteria::Indicator& indicator = *set.indicators()[judge.indicator].indicator;
  out.criterion = text("Chỉ tiêu {}: {}", "Indicator {}: {}", {indicator.code, indicator.name});
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit) || told_excluded(assessment, unit, out)) continue;
    const Evidence evidence = portable_evidence(assessment, set, judge.indicator, unit);
    const FigureEvidence* part = judge.part ? &evidence.figures[*judge.part] : nullptr;
    out.verdicts[unit] = word((part != nullptr ? part->mark : evidence.mark).verdict());
    out.margins[unit] = margin_percent(part != nullptr ? part->margin : reserve_of(evidence));
    out.evidence[unit] = explained(evidence);
  }
  drop_margins_without_any(out);
  return out;
}

/// Of one criterion, or of one indicator where the number is none of a criterion.
std::optional<MapVerdicts> of_number(const Assessment& assessment, const SetResult& set,
                                     const std::string& number, std::size_t units) {
  const auto& all = set.set().criteria;
  const auto criterion = std::ranges::find(all, number, &criteria::Criterion::no);
  if (criterion != all.end())
    return of_criterion(assessment, set, static_cast<std::size_t>(criterion - all.begin()), units);
  const auto indicator = set.find(number);
  if (!indicator) return std::nullopt;
  return of_judge(assessment, {&set, *indicator, {}}, units);
}

}  // namespace

std::optional<MapVerdicts> map_verdicts(const Assessment& assessment, const model::Indicator& indicator,
                                        std::size_t units) {
  if (indicator.compute.empty()) {
    const auto judge = judge_of(assessment.evaluation(), indicator.field, units);
    if (!judge) return std::nullopt;
    return of_judge(assessment, *judge, units);
  }
  const SetResult* set = assessment.evaluation().find(indicator.set);
  if (set == nullptr) return std::nullopt;
  const std::string& what = indicator.compute;
  if (what == "unmet" || what == "met" || what == "unknown") return of_set(assessment, *set, units);
  for (const std::string_view of_one : {"verdict:", "value:", "margin:"}) {
    if (what.starts_with(of_one)) return of_number(assessment, *set, what.substr(of_one.size()), units);
  }
  return std::nullopt;
}

Evidence portable_evidence(const Assessment& assessment, const SetResult& set, std::size_t indicator,
                           std::size_t unit) {
  Evidence out = criteria::evidence(assessment.input(), set, indicator, unit);
  for (FigureEvidence& figure : out.figures) {
    figure.sheet.file = std::filesystem::path(figure.sheet.file).filename().string();
  }
  return out;
}

double margin_percent(double share) {
  constexpr double k_digits = 1e6;
  return std::round(share * 100 * k_digits) / k_digits;
}

}  // namespace ntmap::app
