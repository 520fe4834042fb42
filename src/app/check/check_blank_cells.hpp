#pragma once

#include <string>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Cells that are blank in the columns that a computed indicator rests on (compute = "figure:..." or
/// "progress:..."): its units are unknown for them (figures.blank, warning, one a column). Told of units that
/// have a row with other figures; nothing of other indicators, and of a column that is blank throughout.
base::Findings blank_cell_findings(ProjectData& data, const model::Indicator& indicator,
                                   const std::string& period);

}  // namespace ntmap::app
