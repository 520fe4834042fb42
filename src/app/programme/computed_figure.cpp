#include "app/programme/computed_figure.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/programme/count_range.hpp"
#include "app/programme/evaluation_words.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/evidence.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;
using criteria::SetResult;
using criteria::State;
using criteria::Verdict;

/// What is asked for, and where it goes.
struct Task {
  const Assessment& assessment;
  const SetResult* result;  ///< null for what needs no set
  std::string argument;     ///< "17" of "verdict:17"
  ComputedFigure& out;

  std::size_t unit_count() const { return out.values.size(); }
  /// Calls of(unit) for each unit that the set is for and that takes part in the programme.
  template <typename Of>
  void each(Of of) const {
    for (std::uint32_t unit = 0; unit < unit_count(); ++unit) {
      const bool applies = (result == nullptr || result->applies(unit)) && !assessment.excluded(unit);
      out.not_applicable[unit] = applies ? 0 : 1;
      if (applies) of(unit);
    }
  }
};

Error no_such_code(const SetResult& result, const std::string& code) {
  std::vector<std::string> known;
  for (const criteria::Criterion& criterion : result.set().criteria) known.push_back(criterion.no);
  for (const criteria::IndicatorPlan& plan : result.indicators()) known.push_back(plan.indicator->code);
  return Error(ErrorKind::not_found,
               text("Bộ tiêu chí “{}” không có tiêu chí, chỉ tiêu {}",
                    "Criteria set “{}” has no criterion or indicator {}", {result.set().id, code}),
               base::nearest_word_advice(code, known));
}

std::optional<std::size_t> criterion_of(const SetResult& result, const std::string& number) {
  const auto& all = result.set().criteria;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.no == number; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

std::size_t indicator_of(const Task& task) {
  if (const auto index = task.result->find(task.argument)) return *index;
  throw no_such_code(*task.result, task.argument);
}

/// Unknown says no word: on the map it is "no data", never a class of its own.
std::string verdict_word(Verdict verdict) {
  return verdict == Verdict::unknown ? std::string() : verdict_id(verdict);
}

void take_illustrative(const Task& task, criteria::Mark mark) {
  task.out.illustrative |= rests_on_illustrative(mark);
}

void take_illustrative_criteria(const Task& task, std::uint32_t unit) {
  for (std::size_t c = 0; c < task.result->set().criteria.size(); ++c)
    take_illustrative(task, task.result->criterion(c, unit));
}

/// A number of criteria; beside unknown ones the range that it lies in.
void take_count(const Task& task, std::uint32_t unit, int known, int unknown, int total) {
  if (unknown == 0) task.out.values[unit] = known;
  task.out.words[unit] = range_word(known, unknown, total);
  task.out.at_least += task.out.words[unit].empty() ? 0 : 1;
}

void fill_unmet(const Task& task) {
  task.each([&](std::uint32_t unit) {
    const criteria::CriteriaCount count = task.result->count(unit);
    take_count(task, unit, count.not_met, count.unknown, count.total);
    take_illustrative_criteria(task, unit);
  });
}

void fill_met(const Task& task) {
  task.each([&](std::uint32_t unit) {
    const criteria::CriteriaCount count = task.result->count(unit);
    take_count(task, unit, count.met, count.unknown, count.total);
    take_illustrative_criteria(task, unit);
  });
}

void fill_unknown(const Task& task) {
  task.each([&](std::uint32_t unit) { task.out.values[unit] = task.result->count(unit).unknown; });
}

void fill_verdict(const Task& task) {
  const auto criterion = criterion_of(*task.result, task.argument);
  const std::size_t indicator = criterion ? 0 : indicator_of(task);
  task.each([&](std::uint32_t unit) {
    const criteria::Mark mark =
        criterion ? task.result->criterion(*criterion, unit) : task.result->indicator(indicator, unit);
    const Verdict said = mark.verdict();
    take_illustrative(task, mark);
    task.out.words[unit] = verdict_word(said);
    task.out.not_applicable[unit] = said == Verdict::not_applicable ? 1 : 0;
  });
}

template <typename Of>
void of_deciding_figure(const Task& task, Of of) {
  const std::size_t index = indicator_of(task);
  const criteria::EvaluationInput input = task.assessment.input();
  task.each([&](std::uint32_t unit) {
    const criteria::Evidence evidence = criteria::evidence(input, *task.result, index, unit);
    task.out.not_applicable[unit] = evidence.mark.verdict() == Verdict::not_applicable ? 1 : 0;
    const criteria::FigureEvidence* figure = deciding_figure(evidence);
    if (figure == nullptr || !figure->value) return;
    task.out.values[unit] = of(evidence, *figure);
    task.out.source_row[unit] = figure->row;
    if (task.out.file.empty()) task.out.file = figure->sheet.file;
  });
}

void fill_value(const Task& task) {
  of_deciding_figure(task, [](const criteria::Evidence&, const criteria::FigureEvidence& figure) {
    return figure.value->to_double();
  });
}

void fill_margin(const Task& task) {
  of_deciding_figure(task, [&](const criteria::Evidence& evidence, const criteria::FigureEvidence&) {
    take_illustrative(task, evidence.mark);
    return 100 * reserve_of(evidence);
  });
}

/// A title that waits for a new decision; of a unit whose title is not known at all, nothing is said.
bool is_pending(const criteria::Standing& standing) {
  return standing.state == State::pending_after_merger;
}

void fill_level(const Task& task) {
  const auto chain = task.assessment.chain_from(*task.result);
  task.each([&](std::uint32_t unit) {
    std::string& word = task.out.words[unit];
    if (task.assessment.level_is_open(*task.result, unit)) {
      word = state_id(State::pending_after_merger);
      return;
    }
    for (const SetResult* set : chain) {
      const Verdict said = set->overall(unit).verdict();
      take_illustrative(task, set->overall(unit));
      if (said == Verdict::met) {
        word = set->set().rank;
        continue;
      }
      if (word.empty() && said == Verdict::not_met) word = "none";
      break;  // what is unknown above is not claimed
    }
  });
}

void fill_recognised(const Task& task) {
  const auto chain = task.assessment.chain_from(*task.result);
  task.each([&](std::uint32_t unit) {
    const bool pending = is_pending(task.assessment.standing(*task.result, unit));
    if (!task.assessment.titles_known() && !pending) return;
    task.out.words[unit] = pending ? state_id(State::pending_after_merger) : "none";
    for (const SetResult* set : chain) {
      const criteria::Standing standing = task.assessment.standing(*set, unit);
      const bool held = standing.recognition != nullptr && standing.state != State::expired;
      if (held && !is_pending(standing)) task.out.words[unit] = set->set().rank;
    }
  });
}

void fill_standing(const Task& task) {
  task.each([&](std::uint32_t unit) {
    const criteria::Standing said = task.assessment.standing(*task.result, unit);
    if (!task.assessment.titles_known() && !is_pending(said)) return;
    const bool unclear = said.state == State::nothing && said.evaluated.verdict() == Verdict::unknown;
    if (unclear) return;
    task.out.words[unit] = state_id(said.state);
    take_illustrative(task, said.evaluated);
  });
}

void fill_lapsed(const Task& task) {
  task.each([&](std::uint32_t unit) {
    if (!task.assessment.titles_known()) return;
    const criteria::Standing said = task.assessment.standing(*task.result, unit);
    const bool held = said.recognition != nullptr && said.state != State::expired;
    task.out.not_applicable[unit] = held ? 0 : 1;
    if (held) take_count(task, unit, said.failed, said.unknown, said.total);
    if (held) take_illustrative_criteria(task, unit);
  });
}

const criteria::Figure& figure_named(const Assessment& assessment, const std::string& id) {
  const std::vector<criteria::Figure>& all = assessment.rules().figures;
  if (const criteria::Figure* found = criteria::find_figure(all, id)) return *found;
  std::vector<std::string> known;
  for (const criteria::Figure& figure : all) known.push_back(figure.id);
  throw Error(ErrorKind::not_found, text("Không có số liệu “{}”", "There is no figure “{}”", {id}),
              base::nearest_word_advice(id, known));
}

double figure_value(const Assessment& assessment, const criteria::Figure& figure, std::uint32_t unit) {
  return criteria::compute_figure(assessment.rules().figures, figure, unit, assessment.figure_input())
      .value.value_or(model::k_no_data);
}

/// Whether a list of products speaks of these units: its codes may all be those of an earlier list.
bool has_products(const Assessment& assessment) {
  const auto& products = assessment.figure_input().products;
  return std::any_of(products.begin(), products.end(), [&](const criteria::Product& product) {
    return product.unit < assessment.tree().map_count;
  });
}

void fill_figure(const Task& task) {
  const criteria::Figure& asked = figure_named(task.assessment, task.argument);
  if (asked.compute == criteria::Compute::products && !has_products(task.assessment)) return;
  for (std::uint32_t unit = 0; unit < task.unit_count(); ++unit) {
    task.out.not_applicable[unit] =
        criteria::has_type(task.assessment.tree().units[unit], asked.types) ? 0 : 1;
    if (task.out.not_applicable[unit] == 0)
      task.out.values[unit] = figure_value(task.assessment, asked, unit);
  }
}

const criteria::Statement& target_named(const Assessment& assessment, const std::string& id) {
  std::vector<std::string> known;
  for (const criteria::Statement& one : assessment.registers().statements.rows) {
    if (one.id == id && one.is_target && one.value) return one;
    if (one.is_target && one.value) known.push_back(one.id);
  }
  throw Error(
      ErrorKind::not_found,
      text("Không có mục tiêu bằng số nào mang mã “{}”", "There is no target in numbers called “{}”", {id}),
      base::nearest_word_advice(id, known));
}

/// How far the unit's own figure is on the way to what the province is to reach: 100 is there.
void fill_progress(const Task& task) {
  const criteria::Statement& target = target_named(task.assessment, task.argument);
  const criteria::Figure& asked = figure_named(task.assessment, target.figure);
  const bool per_unit = asked.compute == criteria::Compute::mean || asked.compute == criteria::Compute::ratio;
  if (!per_unit) {
    throw Error(ErrorKind::data,
                text("Mục tiêu {} ({}) là con số của cả địa bàn, không đặt cho từng xã",
                     "Target {} ({}) is a figure of the whole area, not one that a commune is held to",
                     {target.id, target.figure_name}),
                text("Chọn mục tiêu là tỷ lệ hoặc bình quân.", "Choose a target that is a share or a mean."));
  }
  const double goal = target.value->to_double();
  const bool falling = target.op == criteria::Op::le || target.op == criteria::Op::lt;
  task.each([&](std::uint32_t unit) {
    if (!criteria::has_type(task.assessment.tree().units[unit], asked.types)) {
      task.out.not_applicable[unit] = 1;
      return;
    }
    const double now = figure_value(task.assessment, asked, unit);
    if (falling)
      task.out.values[unit] = now == 0 ? 100 : 100 * goal / now;
    else if (goal != 0)
      task.out.values[unit] = 100 * now / goal;
  });
}

/// One way of computing, "VERB" or "VERB:ARGUMENT".
struct Way {
  std::string_view verb;
  bool needs_set;
  bool needs_argument;
  bool is_counted;  ///< how many units have it is a share that `evaluate` says too: of the same base
  void (*run)(const Task&);
};

constexpr std::array<Way, 14> k_ways{{
    {"unmet", true, false, true, fill_unmet},
    {"met", true, false, true, fill_met},
    {"unknown", true, false, true, fill_unknown},
    {"verdict", true, true, false, fill_verdict},
    {"value", true, true, false, fill_value},
    {"margin", true, true, false, fill_margin},
    {"level", true, false, true, fill_level},
    {"recognised", true, false, true, fill_recognised},
    {"standing", true, false, true, fill_standing},
    {"lapsed", true, false, false, fill_lapsed},
    {"figure", false, true, false, fill_figure},
    {"progress", false, true, false, fill_progress},
    {k_compute_old_titles, true, false, false, nullptr},
    {k_compute_change, false, false, false, nullptr},
}};

/// Units of the set that are out of the programme, where shares are of all units (rule N01).
std::vector<std::uint8_t> outside_in_base(const Assessment& assessment, const SetResult& result) {
  std::vector<std::uint8_t> out;
  if (assessment.registers().base != criteria::Base::all) return out;
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit)
    out.push_back(result.applies(unit) && assessment.excluded(unit) ? 1 : 0);
  return out;
}

std::string_view verb_of(std::string_view compute) {
  return compute.substr(0, compute.find(':'));
}

std::string argument_of(const std::string& compute) {
  const std::size_t colon = compute.find(':');
  return colon == std::string::npos ? std::string() : compute.substr(colon + 1);
}

const Way* way_of(std::string_view compute) {
  const auto found = std::find_if(k_ways.begin(), k_ways.end(),
                                  [&](const Way& way) { return way.verb == verb_of(compute); });
  return found == k_ways.end() ? nullptr : &*found;
}

std::vector<std::string> all_verbs() {
  std::vector<std::string> out;
  for (const Way& way : k_ways) out.emplace_back(way.verb);
  return out;
}

}  // namespace

void check_compute(const ConfigSection& section, const model::Indicator& indicator) {
  if (indicator.compute.empty() == indicator.table.empty()) {
    throw section.error("table", text("cần “table” với “field”, hoặc “compute”",
                                      "“table” with “field” is needed, or “compute”"));
  }
  const Way* way = way_of(indicator.compute);
  if (!indicator.compute.empty() && way == nullptr) {
    throw section.error("compute", text("không tính được “{}”", "cannot compute “{}”", {indicator.compute}),
                        base::nearest_word_advice(std::string(verb_of(indicator.compute)), all_verbs()));
  }
  if (way != nullptr && way->needs_argument == argument_of(indicator.compute).empty()) {
    throw section.error(
        "compute", way->needs_argument
                       ? text("“{}” cần mã theo sau: {}:17", "“{}” needs a code: {}:17",
                              {std::string(way->verb), std::string(way->verb)})
                       : text("“{}” không có mã theo sau", "“{}” takes no code", {std::string(way->verb)}));
  }
  if (indicator.set.empty() == (way != nullptr && way->needs_set)) {
    throw section.error("set", indicator.set.empty()
                                   ? text("“{}” cần “set”", "“{}” needs “set”", {indicator.compute})
                                   : text("“set” chỉ đi cùng “compute” từ kết quả đánh giá",
                                          "“set” goes with a “compute” from verdicts only"));
  }
  const bool change = indicator.compute == k_compute_change;
  if (indicator.of.empty() == change || (!change && !indicator.since.empty())) {
    throw section.error("of", text("“of” và “since” đi cùng compute = \"change\"",
                                   "“of” and “since” go with compute = \"change\""));
  }
}

ComputedFigure compute_indicator(const Assessment& assessment, const model::Indicator& indicator) {
  ComputedFigure out;
  const std::size_t count = assessment.tree().map_count;
  out.values.assign(count, model::k_no_data);
  out.words.resize(count);
  out.not_applicable.assign(count, 0);
  out.source_row.assign(count, 0);
  const SetResult* result = indicator.set.empty() ? nullptr : &assessment.result(indicator.set);
  const Way& way = *way_of(indicator.compute);
  way.run({assessment, result, argument_of(indicator.compute), out});
  if (way.is_counted) out.in_base = outside_in_base(assessment, *result);
  return out;
}

}  // namespace ntmap::app
