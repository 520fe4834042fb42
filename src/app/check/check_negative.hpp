#pragma once

#include <string>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Negative figures of what is counted or measured (figures.negative, warning, one for all units): an
/// indicator that is added up or weights others, or whose unit is one of people, households, areas or
/// lengths. Where
/// [[indicators]] has a `min`, that says what may be.
base::Findings negative_findings(const model::Project& project, const model::Indicator& indicator,
                                 const std::string& period, const Figures& figures);

}  // namespace ntmap::app
