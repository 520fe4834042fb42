#pragma once

#include <vector>

#include "app/programme/assessment.hpp"
#include "app/programme/sheet_table.hpp"
#include "app/programme/unit_report.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// The evidence of every verdict on these units, a row for each indicator; as many sheets as a spreadsheet
/// needs for them.
std::vector<SheetTable> evidence_sheets(const Assessment& assessment, const std::vector<UnitReport>& units,
                                        base::Lang lang, const base::Job& job);

}  // namespace ntmap::app
