#pragma once

#include <string>

#include "app/programme/sheet_table.hpp"
#include "base/text.hpp"
#include "criteria/verdict.hpp"

namespace ntmap::app {

// Cells of the sheets that people read, in the colours of what they say.

SheetCell good_cell(std::string words);  ///< met, reached, agrees
SheetCell bad_cell(std::string words);   ///< not met, late, disagrees
SheetCell open_cell(std::string words);  ///< unknown, not due yet

/// The verdict's word in its colour; "not applicable" has none.
SheetCell verdict_cell(criteria::Verdict verdict, base::Lang lang);

}  // namespace ntmap::app
