#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "app/programme/target_report.hpp"
#include "base/text.hpp"
#include "model/table.hpp"

namespace ntmap::app {

// Tables that go along with an exported layer, texts in `lang`.

/// One row a unit and indicator of a set, for units that the set is for: numbers, names, verdicts, the
/// deciding figure with its threshold and margin (percent of the threshold), evidence. `codes` and `names`
/// are those of the map's units.
model::Table verdict_table(const Assessment& assessment, const criteria::SetResult& set,
                           const std::vector<std::string>& codes, const std::vector<std::string>& names,
                           base::Lang lang);

/// One row a target: where, which figure, what is wanted by when and by which document, where the figure
/// stands and whether that is on the way.
model::Table target_table(std::span<const TargetReport> targets, base::Lang lang);

}  // namespace ntmap::app
