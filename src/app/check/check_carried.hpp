#pragma once

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// What happens to figures at each change of units of a project: the latest figures of the old units are
/// carried over, as `ntmap crosswalk` does. Totals that are not kept, figures without a rule or a weight, and
///   carried.marks  how many values are to be taken with care, and why (note)
/// A change whose old units have no figures, or whose crosswalk is wrong, is passed over: the latter is told
/// by crosswalk_findings().
base::Findings carried_findings(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
