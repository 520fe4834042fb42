#include "app/desk/word_labels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/programme/evaluation_words.hpp"
#include "criteria/levels.hpp"
#include "criteria/verdict.hpp"

namespace ntmap::app {
namespace {

using base::Text;

std::optional<Text> label_in_legend(const model::Project& project, const model::Indicator& indicator,
                                    const std::string& word) {
  for (const model::Theme& theme : project.themes) {
    if (theme.indicator != indicator.id || theme.kind != model::ThemeKind::category) continue;
    const auto found = std::ranges::find(theme.categories, word, &model::ThemeCategory::value);
    if (found != theme.categories.end() && !found->label.empty()) return found->label;
  }
  return std::nullopt;
}

std::optional<Text> verdict_word(const std::string& word) {
  using criteria::Verdict;
  for (const Verdict verdict : {Verdict::met, Verdict::not_met, Verdict::unknown, Verdict::not_applicable}) {
    if (word == verdict_id(verdict)) return criteria::word(verdict);
  }
  return std::nullopt;
}

std::optional<Text> state_word(const std::string& word) {
  using criteria::State;
  for (const State state : {State::nothing, State::evaluated, State::recognised, State::recognised_unchecked,
                            State::lapsed, State::revocable, State::expired, State::pending_after_merger}) {
    if (word == state_id(state)) return criteria::word(state);
  }
  return std::nullopt;
}

/// Of changes since another period, and of titles.
std::optional<Text> other_word(const std::string& word) {
  static const std::array<std::pair<const char*, Text>, 11> k_words{{
      {"gained", {"mới đạt", "newly met"}},
      {"lost", {"không còn đạt", "no longer met"}},
      {"kept", {"vẫn đạt", "still met"}},
      {"still_not", {"vẫn chưa đạt", "still not met"}},
      {"same", {"không đổi", "unchanged"}},
      {"changed", {"có thay đổi", "changed"}},
      {"none", {"chưa có", "none"}},
      {"mixed", {"nhiều mức khác nhau", "several levels"}},
      {"NTM", {"nông thôn mới", "new rural area"}},
      {"NANGCAO", {"nông thôn mới nâng cao", "advanced"}},
      {"KIEUMAU", {"nông thôn mới kiểu mẫu", "model"}},
  }};
  for (const auto& [known, words] : k_words) {
    if (word == known) return words;
  }
  return std::nullopt;
}

}  // namespace

Text word_label(const model::Project& project, const model::Indicator& indicator, const std::string& word) {
  if (word.empty()) return {};
  if (auto label = label_in_legend(project, indicator, word)) return *label;
  if (auto label = verdict_word(word)) return *label;
  // A table's own words mean what its author means.
  if (indicator.compute.empty()) return word;
  if (auto label = state_word(word)) return *label;
  return other_word(word).value_or(word);
}

}  // namespace ntmap::app
