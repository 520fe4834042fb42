#include "app/programme/unit_card.hpp"

#include <algorithm>

#include "app/programme/evaluation_words.hpp"
#include "app/programme/unit_report.hpp"
#include "criteria/evidence.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Evidence;
using criteria::FigureEvidence;
using criteria::Mark;
using criteria::Verdict;

Text with_unit(const Text& value, const std::string& unit) {
  return unit.empty() ? value : base::join({value, criteria::unit_text(unit)}, " ");
}

/// "24 < 30 %": the figure against its threshold, with the sign that holds.
Text comparison(const Evidence& e, const FigureEvidence& f) {
  const bool holds = criteria::holds(*f.value, e.op, *f.threshold);
  const std::string sign(holds ? criteria::sign(e.op) : criteria::opposite_sign(e.op));
  return with_unit(base::join({f.value->localised(), sign, f.threshold->localised()}, " "), f.unit);
}

Text brief_of(const Evidence& e, const FigureEvidence& f) {
  const bool counts = !f.pass && e.kind != criteria::IndicatorKind::level;
  if (f.not_applicable || f.conflict || !f.value) return criteria::no_figure(f);
  if (counts && f.threshold) return comparison(e, f);
  if (counts) {
    return text("{}, thiếu ngưỡng", "{}, no threshold", {with_unit(f.value->localised(), f.unit)});
  }
  return criteria::word(f.mark.verdict());
}

/// Of the figures the one that decides: the first with the indicator's own verdict.
Text brief_of(const Evidence& e) {
  const auto decides = std::find_if(e.figures.begin(), e.figures.end(), [&](const FigureEvidence& f) {
    return f.mark.verdict() == e.mark.verdict();
  });
  const bool compared = e.kind != criteria::IndicatorKind::rule && e.kind != criteria::IndicatorKind::share;
  if (compared && decides != e.figures.end()) {
    const Text said = brief_of(e, *decides);
    return decides->name.empty() ? said : base::join({decides->name, said}, " ");
  }
  if (e.mark.verdict() == Verdict::unknown) return criteria::word(e.mark.why());
  return criteria::word(e.mark.verdict());
}

CardIndicator indicator_line(const Evidence& e) {
  CardIndicator line;
  line.code = e.code;
  line.name = e.name;
  line.mark = e.mark;
  line.brief = brief_of(e);
  line.sentence = Text(criteria::explain(e, base::Lang::vi), criteria::explain(e, base::Lang::en));
  if (e.figures.size() == 1) line.figure = e.figures.front().id;
  line.edited = std::any_of(e.figures.begin(), e.figures.end(), [](const auto& f) { return f.edited; });
  return line;
}

/// What stands beside a criterion that is not simply met.
Text brief_of(const CardCriterion& criterion) {
  if (criterion.mark.verdict() == Verdict::met && !criterion.mark.just_met()) return {};
  const auto decides =
      std::find_if(criterion.indicators.begin(), criterion.indicators.end(), [&](const CardIndicator& one) {
        const bool same = one.mark.verdict() == criterion.mark.verdict();
        return same && (one.mark.just_met() || !criterion.mark.just_met());
      });
  if (decides == criterion.indicators.end()) return {};
  return decides->code == criterion.number ? decides->brief
                                           : text("{}: {}", "{}: {}", {decides->code, decides->brief});
}

CardLevel card_level(const criteria::EvaluationInput& input, const criteria::SetResult& result,
                     std::uint32_t unit) {
  CardLevel level;
  level.set = result.set().id;
  level.name = result.set().name;
  level.overall = result.overall(unit);
  level.count = result.count(unit);
  level.basis = illustrative_words(level.overall);
  level.prerequisites_met = result.prerequisites_met(unit);
  for (std::size_t i = 0; i < result.set().criteria.size(); ++i) {
    const criteria::Criterion& criterion = result.set().criteria[i];
    level.criteria.push_back({.number = criterion.no,
                              .name = criterion.name,
                              .gate = criterion.gate,
                              .mark = result.criterion(i, unit),
                              .brief = {},
                              .indicators = {}});
  }
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    const Evidence e = criteria::evidence(input, result, i, unit);
    level.criteria[result.indicators()[i].criterion].indicators.push_back(indicator_line(e));
  }
  for (CardCriterion& criterion : level.criteria) criterion.brief = brief_of(criterion);
  return level;
}

Text sponsor_words(const criteria::Sponsor& sponsor) {
  const Text until = sponsor.deadline.empty() ? Text() : text("hạn {}", "by {}", {sponsor.deadline.text()});
  return base::join({text("Đỡ đầu: {}", "Helped by: {}", {sponsor.name}), until}, ", ");
}

void add_number(Text& list, const std::string& number) {
  list = list.empty() ? Text(number) : base::join({list, number}, ", ");
}

Text standing_text(const criteria::CriteriaCount& count, const Text& failing, const Text& unknown) {
  if (count.total > 0 && count.not_applicable == count.total) return {"Không áp dụng", "Not applicable"};
  if (count.total == 0) {  // a set of conditions alone, as of a town
    if (!failing.empty()) return {"Chưa đạt điều kiện", "Conditions not met"};
    return unknown.empty() ? Text("Đạt điều kiện", "Conditions met")
                           : Text("Điều kiện chưa rõ", "Conditions unknown");
  }
  return base::join({text("Đạt {}/{}", "{} of {} met", {count.met, count.total}),
                     failing.empty() ? Text() : text("chưa đạt {}", "not met {}", {failing}),
                     unknown.empty() ? Text() : text("chưa rõ {}", "unknown {}", {unknown})},
                    " · ");
}

}  // namespace

Text standing_words(const CardLevel& level) {
  Text failing;
  Text unknown;
  for (const CardCriterion& criterion : level.criteria) {
    if (criterion.mark.verdict() == Verdict::not_met) add_number(failing, criterion.number);
    if (criterion.mark.verdict() == Verdict::unknown) add_number(unknown, criterion.number);
  }
  return standing_text(level.count, failing, unknown);
}

Text standing_words(const criteria::SetResult& result, std::uint32_t unit) {
  Text failing;
  Text unknown;
  for (std::size_t i = 0; i < result.set().criteria.size(); ++i) {
    const Verdict verdict = result.criterion(i, unit).verdict();
    if (verdict == Verdict::not_met) add_number(failing, result.set().criteria[i].no);
    if (verdict == Verdict::unknown) add_number(unknown, result.set().criteria[i].no);
  }
  return standing_text(result.count(unit), failing, unknown);
}

UnitCard unit_card(const Assessment& assessment, std::uint32_t unit) {
  const criteria::EvaluationInput input = assessment.input();
  UnitCard card;
  card.unit = unit;
  for (const criteria::SetResult* result : assessment.sets_of(unit))
    card.levels.push_back(card_level(input, *result, unit));
  for (CardLevel& level : card.levels)
    level.recognised = standing_text(assessment, assessment.result(level.set), unit);
  if (const criteria::Sponsor* sponsor = assessment.sponsor(unit)) card.sponsor = sponsor_words(*sponsor);
  const auto open = std::find_if(card.levels.begin(), card.levels.end(), [](const CardLevel& level) {
    return level.overall.verdict() != Verdict::met;
  });
  card.next = static_cast<std::size_t>(open - card.levels.begin());
  if (!card.levels.empty())
    card.standing = standing_words(card.levels[std::min(card.next, card.levels.size() - 1)]);
  if (const criteria::Exclusion* exclusion = assessment.exclusion(unit))
    card.standing = text("Không áp dụng: {}", "Not applicable: {}", {exclusion->reason});
  return card;
}

}  // namespace ntmap::app
