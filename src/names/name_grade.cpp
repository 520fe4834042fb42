#include "names/name_grade.hpp"

#include <algorithm>

#include "names/letters.hpp"
#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// Letters that scanners take for one another. Pairs that part real names (t and l, h and b, n and y)
/// are left out: they count only where they break a syllable.
bool look_alike(char32_t a, char32_t b) {
  struct Pair {
    char32_t a;
    char32_t b;
  };
  static constexpr Pair k_pairs[] = {
      {U'l', U'1'}, {U'l', U'i'}, {U'i', U'1'}, {U'l', U'|'}, {U'i', U'j'}, {U'i', U'!'}, {U't', U'1'},
      {U'o', U'0'}, {U'o', U'c'}, {U'c', U'e'}, {U'o', U'e'}, {U'd', U'0'}, {U'q', U'0'}, {U'u', U'n'},
      {U'u', U'v'}, {U's', U'5'}, {U'b', U'6'}, {U'b', U'8'}, {U's', U'8'}, {U'g', U'9'}, {U'g', U'q'},
      {U'q', U'9'}, {U'a', U'4'}, {U'z', U'2'}, {U'g', U'6'}, {U'q', U'o'},
  };
  return std::any_of(std::begin(k_pairs), std::end(k_pairs),
                     [&](Pair p) { return (p.a == a && p.b == b) || (p.a == b && p.b == a); });
}

bool is_number_sign(char32_t c) {
  return c == U'#' || (c >= U'0' && c <= U'9');
}

/// "#" and digits of all numbers in a key.
std::u32string numbers_of(View folded) {
  std::u32string out;
  bool inside = false;
  for (const char32_t c : folded) {
    inside = c == U'#' || (inside && is_number_sign(c));
    if (inside) out += c;
  }
  return out;
}

/// Shapes without tones, and the tones in their order.
struct Toneless {
  std::u32string letters;
  std::u32string tones;
};

Toneless toneless(View folded) {
  Toneless out;
  for (const char32_t c : folded) {
    Letter parts = letter(c);
    if (parts.tone != Tone::level) out.tones += static_cast<char32_t>(parts.tone);
    parts.tone = Tone::level;
    out.letters += parts.base >= 0x80 ? c : character(parts);
  }
  return out;
}

/// The tones are the same, or one is lost or changed with the wrong letter.
bool tones_agree(View spelled, View unit) {
  if (spelled == unit) return true;
  if (spelled.size() + 1 != unit.size()) return false;
  const auto split = std::mismatch(spelled.begin(), spelled.end(), unit.begin());
  return std::equal(split.first, spelled.end(), split.second + 1, unit.end());
}

/// Where two texts differ: what is left between their common head and their common tail.
struct Difference {
  std::size_t place;
  View spelled;
  View unit;
};

Difference difference(View spelled, View unit) {
  const std::size_t shorter = std::min(spelled.size(), unit.size());
  std::size_t head = 0;
  while (head < shorter && spelled[head] == unit[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && spelled[spelled.size() - 1 - tail] == unit[unit.size() - 1 - tail]) ++tail;
  return {head, spelled.substr(head, spelled.size() - head - tail),
          unit.substr(head, unit.size() - head - tail)};
}

bool scanner_pair(View two, View one) {
  return two.size() == 2 && one.size() == 1 &&
         std::any_of(std::begin(k_scanner_pairs), std::end(k_scanner_pairs), [&](const ScannerPair& pair) {
           return pair.two == without_marks(two) && pair.one == letter(one[0]).base;
         });
}

/// The difference as a scanner's mistake, another single mistake, or neither.
Grade mistake(const Difference& d) {
  if (scanner_pair(d.spelled, d.unit) || scanner_pair(d.unit, d.spelled)) return Grade::scanner;
  if (std::any_of(d.unit.begin(), d.unit.end(), is_number_sign)) return Grade::none;
  const bool digit = std::any_of(d.spelled.begin(), d.spelled.end(), is_number_sign);
  if (d.spelled.size() == 1 && d.unit.size() == 1) {
    if (look_alike(letter(d.spelled[0]).base, letter(d.unit[0]).base)) return Grade::scanner;
    return digit ? Grade::none : Grade::letter;
  }
  if (digit) return Grade::none;
  if (d.spelled.size() + d.unit.size() == 1) return Grade::letter;
  const bool swapped =
      d.spelled.size() == 2 && d.unit.size() == 2 && d.spelled[0] == d.unit[1] && d.spelled[1] == d.unit[0];
  return swapped ? Grade::letter : Grade::none;
}

/// The word with a tone that a stopped rime can bear, where it has none: "lộc" for "lôc".
std::u32string with_lost_tone(View word) {
  std::u32string out(word);
  const auto has_tone = [](char32_t c) { return letter(c).tone != Tone::level; };
  const auto bears = [](char32_t c) { return is_vowel(letter(c).base); };
  const auto last = std::find_if(out.rbegin(), out.rend(), bears);
  if (last == out.rend() || std::any_of(out.begin(), out.end(), has_tone)) return out;
  Letter parts = letter(*last);
  parts.tone = Tone::dot;
  *last = character(parts);
  return out;
}

/// A wrong letter that breaks a good syllable is an accident; one that makes another syllable, or one that
/// only lacks its tone ("Lôc" may be Lộc), may be another name. So may a word of several syllables written
/// together, where these read well ("sơntân" is no Sơn Tây).
bool breaks_a_syllable(const Key& spelled, const Key& unit, std::size_t place) {
  const auto broken = [&](std::size_t at) {
    const bool together = spelled.word_at(at).size() > unit.word_at(place).size() + 1;
    if (together && reads_as_syllables(spelled.word_at(at))) return false;
    if (!spelled.marked) return !is_syllable(spelled.word_at(at), Marks::optional);
    const View word = spelled.marked_word_at(at);
    return !is_syllable(word) && !is_syllable(with_lost_tone(word));
  };
  return is_syllable(unit.marked_word_at(place)) && (broken(place) || (place > 0 && broken(place - 1)));
}

/// A word of one letter that is wrong, missing or too many parts units (Vĩnh Lộc A and Vĩnh Lộc B), or
/// stands for a word (Long Điền Đ.).
bool differs_in_lone_letter(const Key& spelled, const Key& unit, const Difference& d) {
  return (d.spelled.size() == 1 && spelled.word_at(d.place).size() == 1) ||
         (d.unit.size() == 1 && unit.word_at(d.place).size() == 1);
}

Grade one_wrong_letter(const Key& spelled, const Key& unit) {
  if (numbers_of(spelled.folded) != numbers_of(unit.folded)) return Grade::none;
  const Difference bare = difference(spelled.bare, unit.bare);
  const Grade on_bare = mistake(bare);
  if (on_bare != Grade::none && differs_in_lone_letter(spelled, unit, bare)) return Grade::weak;
  if (!spelled.marked) {
    if (on_bare != Grade::letter) return on_bare;
    return breaks_a_syllable(spelled, unit, bare.place) ? Grade::letter : Grade::weak;
  }
  const Toneless a = toneless(spelled.folded);
  const Toneless b = toneless(unit.folded);
  const Difference marked = difference(a.letters, b.letters);
  const Grade found = mistake(marked);
  const bool single = found != Grade::none && tones_agree(a.tones, b.tones);
  if (!single) return on_bare == Grade::none ? Grade::none : Grade::weak;
  if (found != Grade::letter) return found;
  return breaks_a_syllable(spelled, unit, marked.place) ? Grade::letter : Grade::weak;
}

bool is_loss(Letter spelled, Letter unit) {
  return (spelled.shape == unit.shape || spelled.shape == Shape::plain) &&
         (spelled.tone == unit.tone || spelled.tone == Tone::level);
}

/// Marks above a letter that a scanner takes for one another: one tone for another, ă for â. A dot
/// below is no such mark: Thạch Hạ is not Thạch Hà.
bool marks_look_alike(Letter spelled, Letter unit) {
  if (spelled.shape == unit.shape) {
    return spelled.tone != Tone::level && spelled.tone != Tone::dot && unit.tone != Tone::level &&
           unit.tone != Tone::dot;
  }
  return spelled.tone == unit.tone && spelled.shape != Shape::plain && unit.shape != Shape::plain;
}

/// Same letters, other marks.
Grade other_marks(const Key& spelled, const Key& unit) {
  std::size_t lost = 0;
  std::size_t changed = 0;
  std::size_t place = 0;
  for (std::size_t i = 0; i < spelled.folded.size(); ++i) {
    if (spelled.folded[i] == unit.folded[i]) continue;
    if (is_loss(letter(spelled.folded[i]), letter(unit.folded[i]))) {
      ++lost;
    } else {
      ++changed;
      place = i;
    }
  }
  if (changed == 0) return Grade::unmarked;
  if (changed > 1 || lost > 0) return Grade::weak;
  if (marks_look_alike(letter(spelled.folded[place]), letter(unit.folded[place]))) return Grade::scanner;
  return breaks_a_syllable(spelled, unit, place) ? Grade::letter : Grade::weak;
}

}  // namespace

ComparedName::ComparedName(std::string_view name) : exact(nfc(name)), key(fold(name)) {
  if (exact.find_first_of("0123456789") != std::string::npos) {
    with_digits = fold(name, Digits::keep);
    if (with_digits.folded == key.folded) with_digits = {};
  }
}

Grade grade(const ComparedName& spelled, const ComparedName& unit) {
  if (spelled.key.empty() || unit.key.empty()) return Grade::none;
  if (spelled.key.folded == unit.key.folded)
    return spelled.exact == unit.exact ? Grade::exact : Grade::folded;
  if (spelled.key.bare == unit.key.bare) return other_marks(spelled.key, unit.key);
  const Grade plain = one_wrong_letter(spelled.key, unit.key);
  if (spelled.with_digits.empty()) return plain;
  return std::min(plain, one_wrong_letter(spelled.with_digits, unit.key));
}

}  // namespace ntmap::names
