#pragma once

#include "base/text.hpp"

namespace ntmap::base {

/// A written number with its unit: "5 tiêu chí", "5 criteria". In English one is of the singular: "1
/// criterion"; units that are no plural ("%", "ha", "ha/year") stay. Without a unit the number alone.
Text with_unit(const Text& number, const Text& unit);

/// The unit of one: its English side in the singular.
Text unit_of_one(const Text& unit);

}  // namespace ntmap::base
