#include "base/nearest_word.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ntmap::base {
namespace {

/// Letters as numbers that are equal exactly when the letters are; invalid bytes stay single.
std::vector<std::uint32_t> letters(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U && !out.empty() && out.back() >= 0xC0U;
    if (continues) {
      out.back() = (out.back() << 8U) | byte;
    } else {
      out.push_back(byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
    }
  }
  return out;
}

/// The one candidate of which the word is a part ("nuoc-sach" of "nuoc-sach-tap-trung").
std::optional<std::string> only_one_that_holds(std::string_view word,
                                               std::span<const std::string> candidates) {
  constexpr std::size_t k_telling = 3;
  if (word.size() < k_telling) return std::nullopt;
  std::optional<std::string> only;
  for (const std::string& candidate : candidates) {
    if (candidate.find(word) == std::string::npos) continue;
    if (only) return std::nullopt;
    only = candidate;
  }
  return only;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto from = letters(a);
  const auto to = letters(b);
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> above(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t changed = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[to.size()];
}

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t allowed = std::max<std::size_t>(2, letters(word).size() / 3);
  const std::string* best = nullptr;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    // A short word that shares no letter is no suggestion.
    if (distance >= best_distance || distance >= letters(candidate).size()) continue;
    best = &candidate;
    best_distance = distance;
  }
  if (best != nullptr) return *best;
  return only_one_that_holds(word, candidates);
}

Text nearest_word_advice(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t k_listed = 20;
  std::string list;
  for (std::size_t i = 0; i < std::min(candidates.size(), k_listed); ++i) {
    list += (i == 0 ? "" : ", ") + candidates[i];
  }
  if (candidates.size() > k_listed) list += ", …";
  Text all = list.empty() ? text("Chưa có mục nào như vậy.", "There are none.")
                          : text("Hiện có: {}.", "There are: {}.", {list});
  const auto nearest = nearest_word(word, candidates);
  if (!nearest) return all;
  return join({text("Có phải ý bạn là “{}”?", "Did you mean “{}”?", {*nearest}), all}, " ");
}

}  // namespace ntmap::base
