#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "names/tokens.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {

/// A type as it stands at the head of some words.
struct TypeWords {
  UnitType type = UnitType::none;
  std::size_t tokens = 0;  ///< how many words it takes; 0 where there is none
  bool sure = true;        ///< false: without marks it may be the first word of a name ("Phuong My")
};

/// The type that stands at `at`: "Xã", "X.", "T/trấn", "Huyộu".
TypeWords type_at(std::span<const Token> tokens, std::size_t at);

/// A type that is glued to the name behind it in letters of one case ("xakyanh", "TTNGHÈN").
struct GluedType {
  UnitType type = UnitType::none;
  std::size_t letters = 0;  ///< where the name begins in the word
  bool sure = true;         ///< it has its marks ("xãkỳanh")
};

/// The types that may be glued to the rest of a word: those whose rest reads as syllables, else the longest,
/// where the name may be of another language ("xaeakar"). None in a word that is one syllable ("Xuân").
std::vector<GluedType> glued_types(const Token& token);

}  // namespace ntmap::names
