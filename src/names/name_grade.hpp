#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "names/fold.hpp"

namespace ntmap::names {

/// How near a spelled name is to the name of a unit, nearest first. All but `weak` may match on their
/// own; `weak` is good for a suggestion only.
enum class Grade : std::uint8_t {
  exact,     ///< the same characters
  folded,    ///< the same name spelt another way
  unmarked,  ///< marks are missing, and none contradicts
  scanner,   ///< one letter is wrong as scanners make it wrong: 1 for l, rn for m, another mark
  letter,    ///< one other letter is wrong, so that a syllable of the unit's name is no syllable any more
  weak,      ///< near, but as likely another name: "Sơn Tân" and "Sơn Tây"
  none,
};

/// A name (without its type) with what comparing needs.
struct ComparedName {
  std::string exact;  ///< normal form C
  Key key;
  Key with_digits;  ///< digits inside words kept as letters; empty where there are none

  explicit ComparedName(std::string_view name);
};

/// Compares a spelled name with a unit's. Numbers are never taken for one another: Hà Giang 1 is no
/// spelling of Hà Giang 2.
Grade grade(const ComparedName& spelled, const ComparedName& unit);

/// Letter pairs that scanners take for one letter and the letter they take them for ("rn", 'm').
struct ScannerPair {
  std::u32string_view two;
  char32_t one;
};
inline constexpr ScannerPair k_scanner_pairs[] = {
    {U"rn", U'm'}, {U"ni", U'm'}, {U"in", U'm'}, {U"nn", U'm'}, {U"ii", U'u'},
    {U"li", U'u'}, {U"ri", U'n'}, {U"li", U'h'}, {U"cl", U'd'}, {U"vv", U'w'},
};

}  // namespace ntmap::names
