#pragma once

#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "app/programme/sheet_table.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// For each of these sets, the units for which it is the next level, nearest first: what each lacks, by
/// criterion, and how far its figures are from their thresholds.
SheetTable nearest_sheet(const Assessment& assessment, const std::vector<std::string>& sets, base::Lang lang);

}  // namespace ntmap::app
