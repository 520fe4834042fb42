#include "names/fold.hpp"

#include <algorithm>

#include "names/letters.hpp"
#include "names/tokens.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

bool has_mark(View small) {
  return std::any_of(small.begin(), small.end(), [](char32_t c) { return letter(c).marked(); });
}

bool has_small_letter(const Token& token) {
  return std::any_of(token.text.begin(), token.text.end(),
                     [](char32_t c) { return is_letter(c) && !is_upper(c); });
}

/// The digits of a number word without leading zeros; empty for words that are no number.
/// A Roman numeral counts behind another word. "Vi" and "Xi" are syllables as well (Ba Vì), so they
/// count only in capitals behind a word in small letters.
std::u32string number_digits(const std::vector<Token>& tokens, std::size_t index) {
  const Token& token = tokens[index];
  if (is_number(token.small)) {
    const std::size_t first = token.small.find_first_not_of(U'0');
    return first == std::u32string::npos ? U"0" : token.small.substr(first);
  }
  const int value = roman_value(token.small);
  const bool headed = index + 1 < tokens.size() && tokens[index + 1].glued;  // the X of "XThạch"
  if (headed && !is_number(tokens[index + 1].small)) return {};
  const bool alone = tokens.size() == 1;
  if (value == 0 || token.glued || (index == 0 && !alone)) return {};
  if (alone && has_small_letter(token)) return {};
  const bool also_syllable = token.small == U"vi" || token.small == U"xi";
  if (also_syllable && (alone || has_small_letter(token) || !has_small_letter(tokens[index - 1]))) return {};
  std::u32string digits;
  for (const char c : std::to_string(value)) digits += static_cast<char32_t>(c);
  return digits;
}

bool is_q(View text, std::size_t at) {
  return at < text.size() && text[at] == U'q';
}

/// Moves the tone of oà, oè, uý to the first letter, and that of qúy to the last.
void place_tones(std::u32string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    Letter first = letter(text[i]);
    Letter second = letter(text[i + 1]);
    if (first.shape != Shape::plain) continue;
    const bool after_q = i > 0 && is_q(text, i - 1) && first.base == U'u';
    const bool pair = (first.base == U'o' && second.shape == Shape::plain &&
                       (second.base == U'a' || second.base == U'e')) ||
                      (first.base == U'u' && second.base == U'y');
    const bool backward = pair && !after_q && first.tone == Tone::level && second.tone != Tone::level;
    const bool forward =
        after_q && is_vowel(second.base) && first.tone != Tone::level && second.tone == Tone::level;
    if (!backward && !forward) continue;
    std::swap(first.tone, second.tone);
    text[i] = character(first);
    text[i + 1] = character(second);
  }
}

/// True behind "qu", and behind "qii", which a scanner makes of it.
bool behind_qu(View text, std::size_t at) {
  while (at > 0 && (letter(text[at - 1]).base == U'u' || letter(text[at - 1]).base == U'i')) --at;
  return at > 0 && is_q(text, at - 1);
}

/// y becomes i where it is the whole nucleus: at the start or behind a consonant or "qu", and not as
/// the head of yê.
void fold_y(std::u32string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    Letter here = letter(text[i]);
    if (here.base != U'y') continue;
    const bool after_consonant = i == 0 || !is_vowel(letter(text[i - 1]).base);
    const bool before_e = i + 1 < text.size() && letter(text[i + 1]).base == U'e';
    if ((!after_consonant && !behind_qu(text, i)) || before_e) continue;
    here.base = U'i';
    text[i] = character(here);
  }
}

/// Small letters, with one Đ for all that look like it.
std::u32string letters_of(View small) {
  std::u32string out(small);
  for (char32_t& c : out) {
    if (c == U'ð' || c == U'ɖ') c = U'đ';
  }
  return out;
}

std::u32string_view word_of(const std::u32string& text, const std::vector<std::uint32_t>& words,
                            std::size_t place) {
  if (words.empty()) return {};
  const auto next = std::upper_bound(words.begin() + 1, words.end(), place);
  const std::size_t begin = *(next - 1);
  const std::size_t end = next == words.end() ? text.size() : *next;
  return View(text).substr(begin, end - begin);
}

/// The letter and the digits of a token like "Hả1" put together again.
std::vector<Token> with_glued_digits(std::vector<Token> tokens) {
  std::vector<Token> out;
  for (Token& token : tokens) {
    if (token.glued && is_number(token.small) && !out.empty()) {
      out.back().text += token.text;
      out.back().small += token.small;
    } else {
      out.push_back(std::move(token));
    }
  }
  return out;
}

}  // namespace

std::u32string_view Key::word_at(std::size_t place) const {
  return word_of(bare, words, place);
}

std::u32string_view Key::marked_word_at(std::size_t place) const {
  return word_of(folded, words, place);
}

Key fold(std::string_view name, Digits digits) {
  std::vector<Token> tokens = tokens_of(key_characters(name));
  if (digits == Digits::keep) tokens = with_glued_digits(std::move(tokens));
  Key key;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    key.words.push_back(static_cast<std::uint32_t>(key.folded.size()));
    const std::u32string number = number_digits(tokens, i);
    key.folded += number.empty() ? letters_of(tokens[i].small) : U"#" + number;
  }
  place_tones(key.folded);
  fold_y(key.folded);
  key.bare = without_marks(key.folded);
  key.marked = has_mark(key.folded);
  return key;
}

std::string search_key(std::string_view text) {
  std::u32string out;
  for (const Token& token : tokens_of(key_characters(text))) {
    if (!out.empty() && !token.glued) out += U' ';
    out += without_marks(token.small);
  }
  return to_utf8(out);
}

}  // namespace ntmap::names
