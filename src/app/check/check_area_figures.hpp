#pragma once

#include <string>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Figures of ground (ha, km², m²) that are larger than the unit they are about, as its boundaries have it
/// (figures.beyond-area): a warning from 1.05 times its area on, which leaves room for simplified boundaries;
/// an error from ten times on, as a wrong unit of measure makes them (square metres for hectares). Only of
/// indicators that stand in a table; where [[indicators]] has a `max`, that says what may be.
base::Findings beyond_area_findings(const model::Indicator& indicator, const std::string& period,
                                    const Figures& figures);

/// The same of the figures of the criteria, in all periods, but for those that an indicator shows.
base::Findings beyond_area_findings(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
