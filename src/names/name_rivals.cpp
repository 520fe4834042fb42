#include "names/name_rivals.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "names/letters.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// The same letter, or one whose marks are lost.
bool may_stand_for(char32_t spelled, char32_t unit) {
  if (spelled == unit) return true;
  const Letter a = letter(spelled);
  const Letter b = letter(unit);
  return a.base == b.base && (a.shape == b.shape || a.shape == Shape::plain) &&
         (a.tone == b.tone || a.tone == Tone::level);
}

bool begins(View spelled, View unit) {
  return spelled.size() <= unit.size() &&
         std::equal(spelled.begin(), spelled.end(), unit.begin(), may_stand_for);
}

View folded_word(const Key& key, std::size_t index) {
  const std::size_t begin = key.words[index];
  const std::size_t end = index + 1 < key.words.size() ? key.words[index + 1] : key.folded.size();
  return View(key.folded).substr(begin, end - begin);
}

/// Letters inserted, left out, replaced or swapped with the next between two texts.
std::size_t distance(View a, View b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

bool within_one_letter(const Key& spelled, const Key& unit) {
  const View a = spelled.folded;
  const View b = unit.folded;
  const auto agree = [&](char32_t x, char32_t y) { return spelled.marked ? x == y : may_stand_for(x, y); };
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && agree(a[head], b[head])) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && agree(a[a.size() - 1 - tail], b[b.size() - 1 - tail])) ++tail;
  return a.size() - head - tail <= 1 && b.size() - head - tail <= 1;
}

bool is_cut_off(const Key& spelled, const Key& unit) {
  if (spelled.words.size() != unit.words.size() || spelled.folded.size() >= unit.folded.size()) return false;
  for (std::size_t i = 0; i < spelled.words.size(); ++i) {
    if (!begins(folded_word(spelled, i), folded_word(unit, i))) return false;
  }
  return true;
}

bool resembles(const Key& spelled, const Key& unit) {
  constexpr std::size_t k_most_letters = 64;  // no name is longer; bounds the work on bad input
  const View name = unit.bare;
  return std::any_of(spelled.words.begin(), spelled.words.end(), [&](std::uint32_t begin) {
    const View rest = View(spelled.bare).substr(begin);
    return rest.size() <= k_most_letters && 7 * distance(rest, name) <= 3 * name.size();
  });
}

}  // namespace ntmap::names
