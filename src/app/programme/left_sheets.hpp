#pragma once

#include <vector>

#include "app/programme/assessment.hpp"
#include "app/programme/sheet_table.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// What is left, one row for each department and indicator of these sets.
SheetTable department_sheet(const Assessment& assessment, const std::vector<const criteria::SetResult*>& sets,
                            base::Lang lang);

/// What is left, one row for each unit with its sponsor. Empty where the project has no sponsors.
SheetTable sponsor_sheet(const Assessment& assessment, const std::vector<const criteria::SetResult*>& sets,
                         base::Lang lang);

}  // namespace ntmap::app
