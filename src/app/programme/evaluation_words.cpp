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

const criteria::FigureEvidence* deciding_figure(const criteria::Evidence& evidence) {
  const criteria::FigureEvidence* best = nullptr;
  for (const criteria::FigureEvidence& figure : evidence.figures) {
    const bool first_with_value = best == nullptr || (figure.value && !best->value);
    if (first_with_value || (figure.value && figure.margin < best->margin)) best = &figure;
  }
  return best;
}

}  // namespace ntmap::app
