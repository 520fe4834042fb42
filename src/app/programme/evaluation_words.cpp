#include "app/programme/evaluation_words.hpp"

#include <array>
#include <cmath>

namespace ntmap::app {
namespace {

template <std::size_t N, typename Value>
std::string word_at(const std::array<const char*, N>& words, Value value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string verdict_id(criteria::Verdict verdict) {
  constexpr std::array<const char*, 4> k_words{"met", "not_met", "unknown", "not_applicable"};
  return word_at(k_words, verdict);
}

std::string state_id(criteria::State state) {
  constexpr std::array<const char*, 8> k_words{"nothing", "evaluated", "recognised", "unchecked",
                                               "lapsed",  "revocable", "expired",    "pending"};
  return word_at(k_words, state);
}

std::string pace_id(criteria::Pace pace) {
  constexpr std::array<const char*, 7> k_words{"reached", "reached_late", "on_track", "late",
                                               "missed",  "not_due",      "unknown"};
  return word_at(k_words, pace);
}

std::string agreement_id(Agreement agreement) {
  constexpr std::array<const char*, 6> k_words{"agrees",       "truncated", "disagrees",
                                               "not_computed", "no_data",   "other_place"};
  return word_at(k_words, agreement);
}

std::string level_id(model::UnitLevel level) {
  constexpr std::array<const char*, 3> k_words{"commune", "district", "province"};
  return word_at(k_words, level);
}

std::string level_id_of_type(const std::string& type) {
  if (type == "tỉnh") return level_id(model::UnitLevel::province);
  const bool district = type == "huyện" || type == "thị xã" || type == "thành phố";
  return level_id(district ? model::UnitLevel::district : model::UnitLevel::commune);
}

std::string mark_notes(criteria::Mark mark) {
  std::string out;
  const auto add = [&](bool on, const char* word) {
    if (on) out += (out.empty() ? "" : " ") + std::string(word);
  };
  add(mark.just_met(), "just_met");
  add(mark.fails_next_year(), "fails_next_year");
  add(mark.illustrative(), "illustrative");
  return out;
}

bool rests_on_illustrative(criteria::Mark mark) {
  const criteria::Verdict said = mark.verdict();
  return mark.illustrative() && (said == criteria::Verdict::met || said == criteria::Verdict::not_met);
}

base::Text illustrative_words(criteria::Mark mark) {
  if (!rests_on_illustrative(mark)) return {};
  return {"một phần dựa trên ngưỡng minh họa, không phải quy định",
          "partly by illustrative thresholds, not a regulation"};
}

const criteria::FigureEvidence* deciding_figure(const criteria::Evidence& evidence) {
  const auto decides = [&](const criteria::FigureEvidence& figure) {
    return figure.value && figure.mark.verdict() == evidence.mark.verdict();
  };
  // A figure that has the verdict of the whole comes first, then one that has a value; of these the one with
  // the least reserve. A pass has none, and one that fails stands behind a measured one that fails too.
  const auto comes_before = [&](const criteria::FigureEvidence& a, const criteria::FigureEvidence& b) {
    if (decides(a) != decides(b)) return decides(a);
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    if (std::isnan(a.margin) != std::isnan(b.margin)) return !std::isnan(a.margin);
    return a.margin < b.margin;
  };
  const criteria::FigureEvidence* best = nullptr;
  for (const criteria::FigureEvidence& figure : evidence.figures) {
    if (best == nullptr || comes_before(figure, *best)) best = &figure;
  }
  return best;
}

std::string comparison_sign(const criteria::Evidence& evidence) {
  using criteria::IndicatorKind;
  const IndicatorKind kind = evidence.kind;
  const bool compared = kind == IndicatorKind::number || kind == IndicatorKind::count ||
                        kind == IndicatorKind::score || kind == IndicatorKind::level ||
                        kind == IndicatorKind::share;
  const criteria::FigureEvidence* figure = deciding_figure(evidence);
  return compared && figure != nullptr && !figure->pass ? std::string(criteria::sign(evidence.op))
                                                        : std::string();
}

std::string figure_date(const criteria::Evidence& evidence, const criteria::FigureEvidence& figure) {
  const criteria::Date day = figure.sheet.date.empty() ? evidence.period.date : figure.sheet.date;
  return day.text().en;
}

std::string evidence_notes(const criteria::Evidence& evidence) {
  using criteria::Verdict;
  std::string out = mark_notes(evidence.mark);
  const criteria::FigureEvidence* figure = deciding_figure(evidence);
  const bool item = figure != nullptr && figure->pass && evidence.kind != criteria::IndicatorKind::pass;
  if (item && evidence.mark.verdict() == Verdict::not_met && figure->mark.verdict() == Verdict::not_met)
    out += out.empty() ? "mandatory_item_not_met" : " mandatory_item_not_met";
  return out;
}

std::string figure_unit(const criteria::FigureEvidence& figure) {
  return figure.pass ? "Đạt/không đạt" : figure.unit;
}

double reserve_of(const criteria::Evidence& evidence) {
  const criteria::FigureEvidence* figure = deciding_figure(evidence);
  const bool decides = figure != nullptr && figure->mark.verdict() == evidence.mark.verdict();
  return decides ? figure->margin : model::k_no_data;
}

}  // namespace ntmap::app
