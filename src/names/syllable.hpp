#pragma once

#include <cstddef>
#include <string_view>

namespace ntmap::names {

enum class Marks : unsigned char {
  required,  ///< the syllable as written: shapes and tone count
  optional,  ///< marks may be missing: "thach" stands for "thạch"
};

/// True for a lower-case syllable that the spelling rules of Vietnamese allow: an onset, a rime that
/// may follow it, and a tone that the rime can bear (a rime closed by c, ch, p or t bears only sắc and
/// nặng). Names from other languages of the country (Krông, Ea) are not syllables in this sense.
bool is_syllable(std::u32string_view lower_case, Marks marks = Marks::required);

/// True where a lower-case word is one syllable after another ("kimsongtruong"), whatever happened to their
/// marks.
bool reads_as_syllables(std::u32string_view lower_case);

/// How well a text reads as Vietnamese. Only words with a character beyond ASCII count, for plain
/// words read the same in every encoding.
struct Readability {
  std::size_t words = 0;
  std::size_t syllables = 0;  ///< of them, valid ones

  double share() const {
    return words == 0 ? 0 : static_cast<double>(syllables) / static_cast<double>(words);
  }
  Readability& operator+=(Readability other);
};
Readability readability(std::string_view utf8);

}  // namespace ntmap::names
