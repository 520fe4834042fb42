#include "app/programme/other_threshold.hpp"

#include <algorithm>

#include "app/programme/area_report.hpp"
#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/json_report.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/evidence.hpp"

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
  std::string number = words.substr(equals + 1);
  std::replace(number.begin(), number.end(), ',', '.');
  const auto threshold = criteria::Decimal::parse(number);
  if (!threshold) throw no_threshold_said(words);
  out.threshold = *threshold;
  return out;
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

void require_number(const criteria::Indicator& indicator) {
  using criteria::IndicatorKind;
  const bool compared = indicator.kind == IndicatorKind::number || indicator.kind == IndicatorKind::count ||
                        indicator.kind == IndicatorKind::score || indicator.kind == IndicatorKind::share;
  if (compared) return;
  throw Error(ErrorKind::usage,
              text("Chỉ tiêu {} không so với một con số", "Indicator {} is not compared with a number",
                   {indicator.code}),
              text("Chọn chỉ tiêu có ngưỡng bằng số.", "Choose one with a threshold in numbers."));
}

void add_transitions(std::vector<Text>& out, const criteria::Transitions& all, const Text& what) {
  bool any = false;
  for (std::size_t from = 0; from < k_verdicts; ++from) {
    for (std::size_t to = 0; to < k_verdicts; ++to) {
      if (from == to || all[from][to] == 0) continue;
      any = true;
      out.push_back(text("  {}: {} đơn vị từ {} thành {}", "  {}: {} units from {} to {}",
                         {what, all[from][to], criteria::word(static_cast<Verdict>(from)),
                          criteria::word(static_cast<Verdict>(to))}));
    }
  }
  if (!any) out.push_back(text("  {}: không đơn vị nào đổi", "  {}: no unit changes", {what}));
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
}

}  // namespace

OtherThreshold other_threshold(const Assessment& assessment, const std::string& words) {
  const Asked asked = asked_by(assessment, words);
  const criteria::SetResult& result = assessment.result(asked.set);
  const criteria::Indicator& indicator = *plan_of(result, asked.code).indicator;
  require_number(indicator);
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

std::vector<Text> other_threshold_text(const Assessment& assessment, const OtherThreshold& what) {
  std::vector<Text> out;
  out.push_back(text("{}, {}", "{}, {}", {what.set_name, assessment.period().title}));
  out.push_back(text("Nếu ngưỡng với cả {} đơn vị là {}", "If the threshold for all {} units were {}",
                     {what.units, what.indicator}));
  add_transitions(out, what.change.indicator, text("chỉ tiêu {}", "indicator {}", {what.code}));
  add_transitions(out, what.change.set, text("cả bộ tiêu chí", "the whole set"));
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
