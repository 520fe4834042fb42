#include "names/tokens.hpp"

#include <algorithm>
#include <array>

#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_apostrophe(char32_t c) {
  return std::u32string_view(U"'`´‘’ʼʹ′").find(c) != std::u32string_view::npos;
}

bool is_word_part(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c);
}

/// True where a word begins at `at` though no separator stands before it.
bool starts_inside(std::u32string_view name, std::size_t at, std::size_t begin, std::size_t end) {
  const char32_t c = name[at];
  if (is_digit(c)) {
    const auto rest = name.substr(at, end - at);
    return !is_digit(name[at - 1]) && std::all_of(rest.begin(), rest.end(), is_digit);
  }
  if (!is_upper(c)) return false;
  const bool small_before = is_letter(name[at - 1]) && !is_upper(name[at - 1]);
  const bool small_after = at + 1 < end && is_letter(name[at + 1]) && !is_upper(name[at + 1]);
  return at > begin && (small_before || small_after);
}

/// Where capitals stand by accident ("xUân", "aNH" of a caps lock) they part no words.
bool is_one_syllable(std::u32string_view word) {
  const bool capitals_inside = std::any_of(word.begin() + 1, word.end(), is_upper);
  if (!capitals_inside) return false;
  std::u32string small;
  for (const char32_t c : word) small += lower(c);
  return is_syllable(small, Marks::optional);
}

void add(std::vector<Token>& out, std::u32string_view name, std::size_t begin, std::size_t end) {
  Token token{.begin = begin, .end = end};
  for (const char32_t c : name.substr(begin, end - begin)) {
    if (is_apostrophe(c) || is_mark(c)) continue;
    token.text += c;
    token.small += lower(c);
  }
  token.glued = begin > 0 && is_word_part(name[begin - 1]);
  token.after = end < name.size() && !is_word_part(name[end]) ? name[end] : U'\0';
  if (!token.text.empty()) out.push_back(std::move(token));
}

}  // namespace

std::vector<Token> tokens_of(std::u32string_view name) {
  std::vector<Token> out;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_word_part(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < name.size() &&
           (is_word_part(name[end]) ||
            (is_apostrophe(name[end]) && end + 1 < name.size() && is_letter(name[end + 1])))) {
      ++end;
    }
    std::size_t begin = at;
    const bool whole = is_one_syllable(name.substr(at, end - at));
    for (std::size_t inside = at + 1; inside < end; ++inside) {
      if (whole || !starts_inside(name, inside, begin, end)) continue;
      add(out, name, begin, inside);
      begin = inside;
    }
    add(out, name, begin, end);
    at = end;
  }
  return out;
}

bool is_number(std::u32string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

int roman_value(std::u32string_view small) {
  static constexpr std::array<std::u32string_view, 10> k_ones{U"",  U"i",  U"ii",  U"iii",  U"iv",
                                                              U"v", U"vi", U"vii", U"viii", U"ix"};
  int tens = 0;
  while (tens < 3 && small.starts_with(U"x")) {
    ++tens;
    small.remove_prefix(1);
  }
  const auto* ones = std::find(k_ones.begin(), k_ones.end(), small);
  return ones == k_ones.end() ? 0 : tens * 10 + static_cast<int>(ones - k_ones.begin());
}

}  // namespace ntmap::names
