#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::names {

/// A word of a name as typed, in compatibility form, without apostrophes.
struct Token {
  std::u32string text = {};
  std::u32string small = {};  ///< the same in small letters
  std::size_t begin = 0;      ///< place in the characters of the name
  std::size_t end = 0;        ///< behind its last character
  char32_t after = 0;         ///< the first separator after it, 0 where it is glued or last
  bool glued = false;         ///< follows the token before without a separator ("Thạch|Hà", "P|5")
};

/// The words of a name: split at all but letters and digits, before a capital inside a word
/// ("ThạchHà", "TTNghèn") unless the word is one syllable ("aNH"), and before the digits that end a word
/// ("P5").
std::vector<Token> tokens_of(std::u32string_view name);

bool is_number(std::u32string_view word);

/// The number that a Roman numeral up to 39 means, 0 for all other words. Small letters.
int roman_value(std::u32string_view small);

}  // namespace ntmap::names
