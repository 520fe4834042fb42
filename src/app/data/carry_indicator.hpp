#pragma once

#include "app/data/project_data.hpp"
#include "base/job.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// An indicator's figures of one period as figures of the units of a later one, over the project's
/// crosswalks: numbers by the rule of the indicator (carry_figures.hpp), words where all parts of a new unit
/// say the same. Where that cannot be done the figures are unknown, and a finding says why:
///   figures.other-units   no crosswalk leads there, it has errors, or the indicator has no rule
///   figures.carried       a note: the rule, and how many units rest on estimates or lack a part
Figures carry_indicator(ProjectData& data, const model::Indicator& indicator, const model::Period& from,
                        const model::Period& to, const base::Job& job = {});

}  // namespace ntmap::app
