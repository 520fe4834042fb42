#include "criteria/nearest.hpp"

#include <algorithm>
#include <vector>

namespace ntmap::criteria {
namespace {

/// Levenshtein distance by one row of the table.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::size_t common_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string* best = nullptr;
  std::size_t least = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t d = distance(word, candidate);
    const bool alike =
        best != nullptr && d == least && common_start(word, candidate) > common_start(word, *best);
    if (best == nullptr || d < least || alike) {
      best = &candidate;
      least = d;
    }
  }
  if (best == nullptr || least > std::max<std::size_t>(2, best->size() / 3)) return std::nullopt;
  return *best;
}

}  // namespace ntmap::criteria
