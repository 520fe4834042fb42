#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::names {

/// A name brought to the form in which spellings of one name are equal. Two keys, from strict to lax:
///
/// `folded`: small letters in normal form C without blanks, hyphens, dots and apostrophes; Đ, Ð and Ɖ
///   are one; the tone of oa, oe and uy stands on the first letter (Hoà and Hòa), never so after q; i
///   and y are one where they are the whole nucleus (Kỳ and Kì, Quý and Quí, not Tây and Tai); a
///   number is "#" and its digits, from 1, 01 and I alike.
/// `bare`: the same without marks.
struct Key {
  std::u32string folded;
  std::u32string bare;
  std::vector<std::uint32_t> words;  ///< where each word begins in both keys
  bool marked = false;               ///< some letter has a mark

  bool empty() const { return folded.empty(); }
  /// The word of `bare` that holds this place (the last word behind the end).
  std::u32string_view word_at(std::size_t place) const;
  /// The same word of `folded`.
  std::u32string_view marked_word_at(std::size_t place) const;
};

enum class Digits : std::uint8_t {
  split,  ///< "Kim1" is Kim and the number 1
  keep,   ///< "Hả1" keeps its digit: a scanner's "i" perhaps
};

/// The key of a name. Any bytes are accepted.
Key fold(std::string_view name, Digits digits = Digits::split);

/// A text for search as one types it: small, without marks, words parted by one blank. A unit is found
/// where its search key contains that of what was typed: "ky anh" finds "Xã Kỳ Anh".
std::string search_key(std::string_view text);

}  // namespace ntmap::names
