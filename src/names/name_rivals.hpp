#pragma once

#include "names/fold.hpp"

namespace ntmap::names {

/// True where at most one letter inserted, left out or replaced parts the spelled name from the unit's.
/// Another mark makes another letter; where the spelling has no mark at all, those that are missing part
/// nothing.
bool within_one_letter(const Key& spelled, const Key& unit);

/// True where every word of the spelling begins the unit's word in the same place and one is shorter: "Sơn M"
/// may be Sơn Mai and Sơn Mỹ, "K. Hoa" Kim Hoa and Kỳ Hoa.
bool is_cut_off(const Key& spelled, const Key& unit);

/// True where the spelling, or what is left of it behind some of its first words, has most letters of the
/// unit's name in their order: at most three of seven are wrong.
bool resembles(const Key& spelled, const Key& unit);

}  // namespace ntmap::names
