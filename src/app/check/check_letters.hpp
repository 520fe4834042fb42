#pragma once

#include "app/data/units.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Letters and signs that no unit has, in the boundaries' fields of names and codes; each names the unit:
///   units.name-letter   a letter that is not Vietnamese ("Thạch Hƴng"), a sign ("Hộ Độ $"), a control
///                       character (warning)
///   units.code-letter   what is no letter, digit, dot, hyphen or stroke ("18598;"); a letter where nine of
///   ten
///                       codes are of digits only (warning)
/// What shows that texts were read wrongly (U+FFFD, C1 controls) is told by the encoding.* rules.
base::Findings unit_letter_findings(const Units& units);

}  // namespace ntmap::app
