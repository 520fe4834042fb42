#include "app/programme/other_threshold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/programme/area_report.hpp"
#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/json_report.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/evidence.hpp"
#include "criteria/plan.hpp"
#include "criteria/value_range.hpp"
#include "io/number_reader.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;
using criteria::Verdict;

constexpr std::size_t k_verdicts = 4;

Error no_threshold_said(const std::string& words) {
  return Error(ErrorKind::usage, text("“{}” không nói ngưỡng nào", "“{}” says no threshold", {words}),
               text("Ghi như XA_NTM_2021_2025:3.1=85.", "Write it as XA_NTM_2021_2025:3.1=85."));
}

/// A mark that may stand before decimals or thousands says nothing sure: both numbers are named.
Error open_number(const std::string& number, const io::NumberText& read) {
  const double with_comma = io::number_value(read, ',');
  const double with_point = io::number_value(read, '.');
  const Text least = base::short_number(std::min(with_comma, with_point));
  const Text most = fmt::format("{:.0f}", std::max(with_comma, with_point));  // "1.000" would not help
  return Error(ErrorKind::usage,
               text("“{}” có thể là {} hoặc {}", "“{}” may be {} or {}", {number, least, most}),
               text("Ghi số không có dấu phân nhóm, như 1000 hoặc 1.",
                    "Write it without grouping marks, as 1000 or 1."));
}

/// "85", "85,5", "85.5", "85 %".
criteria::Decimal threshold_in(const std::string& number, const std::string& words) {
  const io::NumberText read = io::parse_number_text(number);
  if (read.shape == io::NumberShape::word || read.shape == io::NumberShape::no_data)
    throw no_threshold_said(words);
  if (read.shape == io::NumberShape::comma_or_group || read.shape == io::NumberShape::point_or_group)
    throw open_number(number, read);
  const char mark = read.shape == io::NumberShape::decimal_comma ? ',' : '.';
  const auto threshold = criteria::Decimal::from_double(io::number_value(read, mark));
  if (!threshold) throw no_threshold_said(words);
  return *threshold;
}

/// "3.1=85" of the set before the colon, or of the basic set.
struct Asked {
  std::string set;
  std::string code;
  criteria::Decimal threshold;
};

Asked asked_by(const Assessment& assessment, const std::string& words) {
  const std::size_t equals = words.rfind('=');
  if (equals == std::string::npos) throw no_threshold_said(words);
  const std::size_t colon = words.find(':');
  Asked out;
  out.set = colon == std::string::npos ? basic_commune_set(assessment) : words.substr(0, colon);
  const std::size_t begin = colon == std::string::npos ? 0 : colon + 1;
  if (begin >= equals) throw no_threshold_said(words);
  out.code = words.substr(begin, equals - begin);
  out.threshold = threshold_in(words.substr(equals + 1), words);
  return out;
}

/// A set that judges nobody in the period answers nothing: "no unit changes" would be beside the point.
void require_judged_units(const Assessment& assessment, const criteria::SetResult& result) {
  const criteria::CriteriaSet& set = result.set();
  if (result.indicators().empty()) {
    throw Error(ErrorKind::usage,
                text("Bộ tiêu chí “{}” không áp dụng trong kỳ này",
                     "Criteria set “{}” does not hold in this period", {set.id}),
                text("Chọn một kỳ trong các năm {} – {}.", "Choose a period of the years {} – {}.",
                     {std::to_string(set.first_year), std::to_string(set.last_year)}));
  }
  if (!implementing_units(assessment, result).empty()) return;
  Text types;
  for (const std::string& type : set.applies_to) types = base::join({types, Text(type)}, ", ");
  throw Error(ErrorKind::usage,
              text("Kỳ này không có đơn vị nào do bộ tiêu chí “{}” đánh giá ({})",
                   "No unit of this period is judged by criteria set “{}” ({})", {set.id, types}),
              text("Chọn kỳ khác, hoặc bộ tiêu chí khác.", "Choose another period, or another set."));
}

const criteria::IndicatorPlan& plan_of(const criteria::SetResult& result, const std::string& code) {
  std::vector<std::string> known;
  for (const criteria::IndicatorPlan& plan : result.indicators()) {
    const auto& parts = plan.parts;
    const bool meant = plan.indicator->code == code ||
                       std::any_of(parts.begin(), parts.end(),
                                   [&](const criteria::PartPlan& one) { return one.part->id == code; });
    if (meant) return plan;
    known.push_back(plan.indicator->code);
  }
  throw Error(ErrorKind::usage,
              text("Bộ tiêu chí “{}” không có chỉ tiêu {} trong kỳ này",
                   "Criteria set “{}” has no indicator {} in this period", {result.set().id, code}),
              base::nearest_word_advice(code, known));
}

bool is_compared(const criteria::Indicator& indicator, const std::string& code) {
  using criteria::IndicatorKind;
  const bool compared = indicator.kind == IndicatorKind::number || indicator.kind == IndicatorKind::count ||
                        indicator.kind == IndicatorKind::score || indicator.kind == IndicatorKind::share;
  return compared && !criteria::range_of_threshold(indicator, code).in_words;
}

void require_number(const criteria::Indicator& indicator, const std::string& code) {
  if (is_compared(indicator, code)) return;
  throw Error(
      ErrorKind::usage,
      text("Chỉ tiêu {} không so với một con số", "Indicator {} is not compared with a number", {code}),
      text("Chọn chỉ tiêu có ngưỡng bằng số, như 3.1.", "Choose one with a threshold in numbers, as 3.1."));
}

void require_in_range(const criteria::Indicator& indicator, const Asked& asked) {
  if (criteria::range_of_threshold(indicator, asked.code).contains(asked.threshold.to_double())) return;
  throw Error(ErrorKind::usage,
              text("{} không thể là ngưỡng của chỉ tiêu {}", "{} cannot be a threshold of indicator {}",
                   {asked.threshold.localised(), asked.code}),
              criteria::due_threshold(indicator, asked.code));
}

/// The thresholds that hold for the set's units now: one, or from the least to the greatest.
Text threshold_now(const Assessment& assessment, const criteria::SetResult& result,
                   const criteria::Indicator& indicator, const criteria::PartPlan& part) {
  std::optional<criteria::Decimal> least;
  std::optional<criteria::Decimal> most;
  for (const std::uint32_t unit : implementing_units(assessment, result)) {
    const std::size_t key = criteria::key_of(assessment.tree().units[unit], result.set().key);
    const criteria::PickedThreshold& picked = part.by_key[key];
    if (picked.row == nullptr) continue;
    least = std::min(least.value_or(picked.value), picked.value);
    most = std::max(most.value_or(picked.value), picked.value);
  }
  if (!least) return text("chưa biết", "not known");
  const Text range = *least == *most ? least->localised()
                                     : text("{} – {}", "{} – {}", {least->localised(), most->localised()});
  return base::join({std::string(criteria::sign(indicator.op)), range, criteria::unit_text(indicator.unit)},
                    " ");
}

/// Units that stay or become unknown: never left out beside those that are decided.
std::int64_t unknown_after(const criteria::Transitions& all) {
  std::int64_t out = 0;
  for (const auto& from : all) out += from[static_cast<std::size_t>(Verdict::unknown)];
  return out;
}

void add_transitions(std::vector<Text>& out, const criteria::Transitions& all, const Text& what) {
  bool any = false;
  for (std::size_t from = 0; from < k_verdicts; ++from) {
    for (std::size_t to = 0; to < k_verdicts; ++to) {
      if (from == to || all[from][to] == 0) continue;
      any = true;
      out.push_back(text("{}: {} đơn vị từ {} thành {}", "{}: {} units from {} to {}",
                         {what, all[from][to], criteria::word(static_cast<Verdict>(from)),
                          criteria::word(static_cast<Verdict>(to))}));
    }
  }
  if (!any) out.push_back(text("{}: không đơn vị nào đổi", "{}: no unit changes", {what}));
  if (const std::int64_t unknown = unknown_after(all); unknown > 0)
    out.push_back(text("{}: {} đơn vị chưa rõ", "{}: {} units unknown", {what, unknown}));
}

void write_transitions(JsonText& json, const char* key, const criteria::Transitions& all) {
  json.key(key);
  json.open('[');
  for (std::size_t from = 0; from < k_verdicts; ++from) {
    for (std::size_t to = 0; to < k_verdicts; ++to) {
      if (from == to || all[from][to] == 0) continue;
      json.open('{');
      json.member("before", verdict_id(static_cast<Verdict>(from)));
      json.member("after", verdict_id(static_cast<Verdict>(to)));
      json.member("units", static_cast<double>(all[from][to]));
      json.close('}');
    }
  }
  json.close(']');
  json.member(std::string(key) + "_unknown", static_cast<double>(unknown_after(all)));
}

}  // namespace

OtherThreshold other_threshold(const Assessment& assessment, const std::string& words) {
  const Asked asked = asked_by(assessment, words);
  const criteria::SetResult& result = assessment.result(asked.set);
  require_judged_units(assessment, result);
  const criteria::Indicator& indicator = *plan_of(result, asked.code).indicator;
  require_number(indicator, asked.code);
  require_in_range(indicator, asked);
  OtherThreshold out;
  out.set = asked.set;
  out.code = asked.code;
  out.set_name = result.set().name;
  const Text limit = base::join({std::string(criteria::sign(indicator.op)), asked.threshold.localised(),
                                 criteria::unit_text(indicator.unit)},
                                " ");
  out.indicator = text("{} {}: {}", "{} {}: {}", {asked.code, indicator.name, limit});
  out.units = static_cast<std::int64_t>(implementing_units(assessment, result).size());
  out.change = change_threshold(assessment, asked.set, asked.code, asked.threshold);
  return out;
}

std::vector<Text> transition_lines(const OtherThreshold& what) {
  std::vector<Text> out;
  add_transitions(out, what.change.indicator, text("chỉ tiêu {}", "indicator {}", {what.code}));
  add_transitions(out, what.change.set, text("cả bộ tiêu chí", "the whole set"));
  return out;
}

std::vector<ThresholdOption> thresholds_to_try(const Assessment& assessment, const std::string& set) {
  const criteria::SetResult& result = assessment.result(set);
  std::vector<ThresholdOption> out;
  for (const criteria::IndicatorPlan& plan : result.indicators()) {
    const criteria::Indicator& indicator = *plan.indicator;
    const auto& rows = indicator.thresholds;
    const bool by_figure =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.value.empty(); });
    for (const criteria::PartPlan& part : plan.parts) {
      const std::string& code = by_figure ? part.part->id : indicator.code;
      if (!is_compared(indicator, code)) continue;
      const Text name = text("{} {}", "{} {}", {indicator.code, indicator.name});
      out.push_back(
          {code,
           by_figure && !part.part->name.empty() ? text("{} ({})", "{} ({})", {name, part.part->name}) : name,
           threshold_now(assessment, result, indicator, part)});
      if (!by_figure) break;
    }
  }
  return out;
}

std::vector<Text> other_threshold_text(const Assessment& assessment, const OtherThreshold& what) {
  std::vector<Text> out;
  out.push_back(text("{}, {}", "{}, {}", {what.set_name, assessment.period().title}));
  out.push_back(text("Nếu ngưỡng với cả {} đơn vị là {}", "If the threshold for all {} units were {}",
                     {what.units, what.indicator}));
  for (const Text& line : transition_lines(what)) out.push_back(text("  {}", "  {}", {line}));
  constexpr std::size_t k_named = 10;
  Text list;
  const auto& flipped = what.change.flipped;
  for (std::size_t i = 0; i < std::min(k_named, flipped.size()); ++i)
    list = base::join({list, assessment.tree().full_names[flipped[i]]}, ", ");
  if (flipped.size() > k_named)
    list = text("{} và {} đơn vị khác", "{} and {} others", {list, flipped.size() - k_named});
  if (!list.empty()) out.push_back(text("  gồm: {}", "  namely: {}", {list}));
  return out;
}

std::string other_threshold_json(const Assessment& assessment, const OtherThreshold& what, base::Lang lang) {
  JsonText json;
  json.open('{');
  json.member("period", assessment.period().id);
  json.member("set", what.set);
  json.member("code", what.code);
  json.member("threshold", what.indicator.in(lang));
  json.member("units", static_cast<double>(what.units));
  write_transitions(json, "indicator", what.change.indicator);
  write_transitions(json, "whole", what.change.set);
  json.key("flipped");
  json.open('[');
  for (const std::uint32_t unit : what.change.flipped) {
    json.open('{');
    json.member("code", assessment.tree().units[unit].code);
    json.member("name", assessment.tree().full_names[unit]);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return json.take();
}

}  // namespace ntmap::app
