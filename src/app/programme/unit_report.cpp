#include "app/programme/unit_report.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "app/programme/evaluation_words.hpp"
#include "base/counted.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/responsibility.hpp"
#include "criteria/rollup.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::Text;
using base::text;
using criteria::SetResult;
using criteria::State;
using criteria::Verdict;

Text sentence_of(const criteria::Evidence& evidence) {
  return {criteria::explain(evidence, Lang::vi), criteria::explain(evidence, Lang::en)};
}

IndicatorReport report_of(const Assessment& assessment, const SetResult& result, std::size_t index,
                          std::uint32_t unit) {
  const criteria::IndicatorPlan& plan = result.indicators()[index];
  IndicatorReport out;
  out.evidence = criteria::evidence(assessment.input(), result, index, unit);
  out.sentence = sentence_of(out.evidence);
  out.margin = 100 * reserve_of(out.evidence);
  out.lead = criteria::lead_of(assessment.registers().leads.rows, assessment.scope(), result.set(),
                               result.set().criteria[plan.criterion], *plan.indicator);
  return out;
}

std::vector<CriterionReport> criteria_of(const Assessment& assessment, const SetResult& result,
                                         std::uint32_t unit) {
  std::vector<CriterionReport> out;
  for (std::size_t c = 0; c < result.set().criteria.size(); ++c) {
    const criteria::Criterion& criterion = result.set().criteria[c];
    out.push_back({criterion.no, criterion.name, criterion.gate, result.criterion(c, unit), {}});
  }
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    out[result.indicators()[i].criterion].indicators.push_back(report_of(assessment, result, i, unit));
  }
  return out;
}

/// "3/5 điều kiện đạt, 1 chưa rõ": of a set that has conditions only.
Text conditions_text(const SetResult& result, std::uint32_t unit) {
  criteria::Tally tally;
  for (std::size_t i = 0; i < result.indicators().size(); ++i)
    tally += criteria::tally(std::array{result.indicator(i, unit)}, {0});
  const Text out = text("{}/{} điều kiện đạt", "{}/{} conditions met",
                        {tally.met, tally.met + tally.not_met + tally.unknown});
  return tally.unknown == 0 ? out : text("{}, {} chưa rõ", "{}, {} unknown", {out, tally.unknown});
}

SetReport set_report(const Assessment& assessment, const SetResult& result, std::uint32_t unit) {
  SetReport out;
  out.set = result.set().id;
  out.rank = result.set().rank;
  out.name = result.set().name;
  out.decision = result.set().decision;
  out.overall = result.overall(unit);
  out.count = result.count(unit);
  const bool only_conditions = out.count.total == 0 && out.overall.verdict() != Verdict::not_applicable;
  out.summary = base::join({only_conditions ? conditions_text(result, unit) : count_text(out.count),
                            illustrative_words(out.overall)},
                           "; ");
  out.state = assessment.standing(result, unit).state;
  out.standing = standing_text(assessment, result, unit);
  out.criteria = criteria_of(assessment, result, unit);
  return out;
}

/// The decision behind a title in brackets: "QĐ 1234/QĐ-UBND ngày 3/2/2024, năm đạt 2023".
Text decision_text(const criteria::Recognition& title) {
  Text out;
  if (!title.decision.empty()) out = text("QĐ {}", "Decision {}", {title.decision});
  if (!title.decided.empty()) out = base::join({out, text("ngày {}", "of {}", {title.decided.text()})}, " ");
  if (title.attainment_year != 0) {
    out = base::join({out, text("năm đạt {}", "for {}", {std::to_string(title.attainment_year)})}, ", ");
  }
  if (title.source.find("minh họa") != std::string::npos)
    out = base::join({out, text("số liệu minh họa", "made-up figures")}, ", ");
  return out;
}

/// The highest rank of the chain that a part held, from 1; 0: none.
std::size_t rank_of_part(const std::vector<std::string>& held, const std::vector<const SetResult*>& chain) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (std::find(held.begin(), held.end(), chain[i]->set().rank) != held.end()) best = i + 1;
  }
  return best;
}

/// "gộp ngày 1/7/2025 từ 3 đơn vị cũ: 1 có danh hiệu “Xã nông thôn mới nâng cao”, 2 không có".
Text merger_text(const Assessment& assessment, const SetResult& result, const criteria::Merger& merger) {
  const auto chain = assessment.chain_from(result);
  std::vector<std::int64_t> parts(chain.size() + 1, 0);
  for (const auto& held : merger.parts) ++parts[rank_of_part(held, chain)];
  Text list;
  for (std::size_t rank = parts.size(); rank-- > 0;) {
    if (parts[rank] == 0) continue;
    const Text part = rank == 0 ? text("{} không có", "{} without it", {parts[rank]})
                                : text("{} có danh hiệu “{}”", "{} with the title “{}”",
                                       {parts[rank], chain[rank - 1]->set().name});
    list = base::join({list, part}, ", ");
  }
  return text("gộp ngày {} từ {} đơn vị cũ: {}", "merged on {} from {} old units: {}",
              {merger.since.text(), merger.parts.size(), list});
}

/// "2 tiêu chí"; where others are unknown "ít nhất 2 tiêu chí".
Text failed_text(const criteria::Standing& standing) {
  const Text count = base::with_unit(standing.failed, {"tiêu chí", "criteria"});
  return standing.unknown > 0 ? text("ít nhất {}", "at least {}", {count}) : count;
}

/// What has made a title one to be taken back: criteria that fail, or communes that have lost theirs.
Text revocation_text(const criteria::Standing& standing) {
  Text why;
  if (standing.failed > 0) why = text("nay hụt {}", "now lapsed in {}", {failed_text(standing)});
  if (standing.revoked_children > 0) {
    why = base::join({why, text("{}/{} xã bị thu hồi hoặc đến mức phải thu hồi công nhận",
                                "{} of {} communes have lost their title or are due to",
                                {standing.revoked_children, standing.children})},
                     ", ");
  }
  return text("đã công nhận, {}, đến mức phải thu hồi (QĐ 18/2022/QĐ-TTg)",
              "recognised, {}, due for revocation (Decision 18/2022/QĐ-TTg)", {why});
}

/// "G1: Có 100% số xã trên địa bàn đạt chuẩn nông thôn mới, hiện 13/15".
Text condition_text(const SetResult& result, std::size_t indicator, std::uint32_t unit) {
  const criteria::Indicator& condition = *result.indicators()[indicator].indicator;
  Text name = text("{}: {}", "{}: {}", {condition.code, condition.name});
  const criteria::ChildCount children = result.children(indicator, unit);
  if (condition.kind != criteria::IndicatorKind::share || children.all == 0) return name;
  return text("{}, hiện {}/{}", "{}, now {} of {}", {name, children.met, children.all});
}

/// Conditions before the criteria that the unit fails.
std::vector<Text> failed_conditions(const SetResult& result, std::uint32_t unit) {
  std::vector<Text> out;
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    const bool gate = result.set().criteria[result.indicators()[i].criterion].gate;
    if (gate && result.indicator(i, unit).verdict() == Verdict::not_met)
      out.push_back(condition_text(result, i, unit));
  }
  return out;
}

/// "đã công nhận, nay hụt 2 tiêu chí và 1 điều kiện (G1: …)".
Text lapsed_text(const SetResult& result, const criteria::Standing& standing, std::uint32_t unit) {
  Text what;
  if (standing.failed > 0) what = failed_text(standing);
  if (const std::vector<Text> conditions = failed_conditions(result, unit); !conditions.empty()) {
    Text list;
    for (const Text& one : conditions) list = base::join({list, one}, "; ");
    const Text count = base::with_unit(conditions.size(), {"điều kiện", "conditions"});
    const Text failed = text("{} ({})", "{} ({})", {count, list});
    what = what.empty() ? failed : text("{} và {}", "{} and {}", {what, failed});
  }
  if (what.empty()) return criteria::word(State::lapsed);
  return text("đã công nhận, nay hụt {}", "recognised, now lapsed in {}", {what});
}

bool is_open(Verdict verdict) {
  return verdict == Verdict::not_met || verdict == Verdict::unknown;
}

/// What the unit lacks for the set: the sentences of what is not met, then of what is unknown.
std::vector<Text> missing_for(const SetReport& set) {
  std::vector<Text> out;
  for (const Verdict verdict : {Verdict::not_met, Verdict::unknown}) {
    for (const CriterionReport& criterion : set.criteria) {
      for (const IndicatorReport& indicator : criterion.indicators) {
        // "7/9 tiêu chí đạt" only repeats what stands beside it.
        const bool repeats = indicator.evidence.kind == criteria::IndicatorKind::all_criteria;
        if (indicator.evidence.mark.verdict() == verdict && !repeats) out.push_back(indicator.sentence);
      }
    }
  }
  return out;
}

/// A unit whose title waits for a new decision has none to show, and after a reform no level either: what
/// the figures say stands beside it.
void show_pending(const Assessment& assessment, UnitReport& report) {
  const SetReport& first = report.sets.front();
  const Text pending = criteria::word(State::pending_after_merger);
  if (report.recognised.empty()) report.recognised = pending;
  if (!assessment.level_is_open(assessment.result(first.set), report.unit)) return;
  report.level = report.level.empty()
                     ? pending
                     : text("{}; theo số liệu: {}", "{}; by the figures: {}", {pending, report.level});
}

/// Of each chain of sets the first that is not met.
void take_next_levels(const Assessment& assessment, UnitReport& report) {
  std::set<std::string> known;  // sets of chains that were walked already
  for (const SetReport& entry : report.sets) {
    if (known.contains(entry.set)) continue;
    bool found = false;
    for (const SetResult* of_chain : assessment.chain_from(assessment.result(entry.set))) {
      known.insert(of_chain->set().id);
      const auto set = std::find_if(report.sets.begin(), report.sets.end(),
                                    [&](const SetReport& one) { return one.set == of_chain->set().id; });
      if (found || set == report.sets.end() || !is_open(set->overall.verdict())) continue;
      found = true;
      report.next.push_back({set->set, set->name, missing_for(*set)});
    }
  }
  if (report.next.empty()) return;
  report.next_set = report.next.front().set;
  report.next_level = report.next.front().name;
  report.missing = report.next.front().missing;
}

/// What 18/2022/QĐ-TTg asks for beside the criteria (rule C07): no table says it, so it is named as unknown.
Text open_conditions(const Assessment& assessment, const SetResult& result) {
  const criteria::RecognitionConditions& rule = assessment.registers().rules.recognition;
  const auto& types = result.set().applies_to;
  const bool communes = std::find(types.begin(), types.end(), "xã") != types.end();
  if (!communes || rule.words.empty() || !criteria::in_force(result.period().date, rule.from, rule.to))
    return {};
  return text("điều kiện công nhận khác chưa rõ: {}", "other conditions of recognition unknown: {}",
              {rule.words});
}

/// Fills level, title and what is missing for the next level from the sets.
void take_levels(const Assessment& assessment, UnitReport& report) {
  for (const SetReport& set : report.sets) {
    const bool met = set.overall.verdict() == Verdict::met;
    if (met) report.level = set.name;
    const criteria::Standing standing = assessment.standing(assessment.result(set.set), report.unit);
    const bool held = standing.recognition != nullptr && standing.state != State::expired;
    if (held && standing.state != State::pending_after_merger) report.recognised = set.name;
  }
  take_next_levels(assessment, report);
  if (!report.excluded.empty()) report.level = criteria::word(Verdict::not_applicable);
  const bool first_unknown =
      !report.sets.empty() && report.sets.front().overall.verdict() == Verdict::unknown;
  if (report.level.empty() && !first_unknown) report.level = text("chưa đạt mức nào", "no level met");
  if (!report.sets.empty() && report.sets.front().state == State::pending_after_merger)
    show_pending(assessment, report);
  if (report.recognised.empty() && assessment.titles_known())
    report.recognised = text("chưa được công nhận", "not recognised");
}

}  // namespace

Text count_text(const criteria::CriteriaCount& count) {
  if (count.total > 0 && count.not_applicable == count.total) return criteria::word(Verdict::not_applicable);
  Text out = text("{}/{} tiêu chí đạt", "{}/{} criteria met", {count.met, count.total});
  if (count.unknown > 0) out = text("{}, {} chưa rõ", "{}, {} unknown", {out, count.unknown});
  return out;
}

Text standing_text(const Assessment& assessment, const SetResult& result, std::uint32_t unit) {
  const criteria::Standing standing = assessment.standing(result, unit);
  const bool pending = standing.state == State::pending_after_merger;
  if (!assessment.titles_known() && !pending) return {};
  Text out = criteria::word(standing.state);
  if (pending)
    out = text("{}; {}", "{}; {}", {out, merger_text(assessment, result, *assessment.merger(unit))});
  if (const criteria::Exclusion* exclusion = assessment.exclusion(unit)) {
    out = standing.recognition == nullptr
              ? text("không áp dụng: {}", "not applicable: {}", {exclusion->reason})
              : text("đã công nhận, nay không áp dụng: {}", "recognised, not applicable now: {}",
                     {exclusion->reason});
  }
  if (standing.state == State::nothing && standing.evaluated.verdict() == Verdict::unknown)
    out = text("chưa công nhận, số liệu chưa rõ", "not recognised, figures unknown");
  if (standing.state == State::lapsed) out = lapsed_text(result, standing, unit);
  if (standing.state == State::revocable) out = revocation_text(standing);
  if (standing.state == State::evaluated) out = base::join({out, open_conditions(assessment, result)}, "; ");
  if (standing.recognition == nullptr) return out;
  const Text decision = decision_text(*standing.recognition);
  out = pending ? text("{}; quyết định công nhận cũ, trước sáp nhập: {}",
                       "{}; the old decision, from before the merger: {}", {out, decision})
                : text("{} ({})", "{} ({})", {out, decision});
  if (standing.older_set)
    out = text("{}; theo bộ tiêu chí cũ, cần xác nhận lại", "{}; by an older set, to be confirmed", {out});
  return out;
}

UnitReport unit_report(const Assessment& assessment, std::uint32_t unit) {
  const UnitTree& tree = assessment.tree();
  UnitReport out;
  out.unit = unit;
  out.code = tree.units[unit].code;
  out.name = tree.full_names[unit];
  const std::uint32_t parent = tree.units[unit].parent;
  if (parent < tree.size() && parent != tree.province) out.district = tree.full_names[parent];
  if (const criteria::Exclusion* exclusion = assessment.exclusion(unit)) out.excluded = exclusion->reason;
  if (const criteria::Sponsor* sponsor = assessment.sponsor(unit)) {
    out.sponsor = sponsor->name;
    if (!sponsor->deadline.empty()) out.deadline = sponsor->deadline.text().en;
  }
  for (const SetResult* set : assessment.sets_of(unit))
    out.sets.push_back(set_report(assessment, *set, unit));
  take_levels(assessment, out);
  return out;
}

IndicatorReport indicator_report(const Assessment& assessment, const std::string& set,
                                 const std::string& code, std::uint32_t unit) {
  const SetResult& result = assessment.result(set);
  if (const auto index = result.find(code)) return report_of(assessment, result, *index, unit);
  std::vector<std::string> known;
  for (const criteria::IndicatorPlan& plan : result.indicators()) known.push_back(plan.indicator->code);
  throw base::Error(base::ErrorKind::not_found,
                    text("Bộ tiêu chí “{}” không có chỉ tiêu {} trong kỳ này",
                         "Criteria set “{}” has no indicator {} in this period", {set, code}),
                    base::nearest_word_advice(code, known));
}

std::vector<Text> criterion_sentences(const Assessment& assessment, const std::string& set,
                                      const std::string& number, std::uint32_t unit) {
  const SetResult& result = assessment.result(set);
  std::vector<Text> out;
  for (std::size_t i = 0; i < result.indicators().size(); ++i) {
    if (result.set().criteria[result.indicators()[i].criterion].no != number) continue;
    out.push_back(sentence_of(criteria::evidence(assessment.input(), result, i, unit)));
  }
  return out;
}

}  // namespace ntmap::app
