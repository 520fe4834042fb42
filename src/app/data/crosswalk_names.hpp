#pragma once

#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "criteria/crosswalk.hpp"
#include "names/aliases.hpp"

namespace ntmap::app {

/// What the names in a crosswalk (old_name, new_name) say of the codes beside them. Spellings and types make
/// no difference, and a confirmed name is the unit's that it was confirmed for.
///   crosswalk.names-differ   error: the name is another unit's of that date than the code's; or rows of one
///                            code name different units; or so many names are no unit's that the codes seem
///                            to be those of another date (names_beside_codes.hpp)
///   crosswalk.name-unknown   the name is no unit's of that date, or a letter off: a warning of new units; a
///                            note of old ones, which may have been renamed before the change
/// Codes that no unit has are for criteria::tie_units to tell.
base::Findings crosswalk_name_findings(const criteria::Crosswalk& crosswalk, const Units& old_units,
                                       const Units& new_units, const names::AliasBook& aliases);

}  // namespace ntmap::app
