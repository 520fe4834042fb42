#pragma once

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// What areas declare against what was measured: hectares declared and drawn of each area, households served
/// and households there, figures of a table and figures of the areas. Differences of more than `limit`
/// percent.
base::Findings declared_findings(ProjectData& data, const model::AreaSource& source,
                                 const model::Period* period, const base::Job& job = {});

/// All that is wrong with a layer of areas: reading, overlay, weights, and what it declares; by the latest
/// period and its boundaries.
base::Findings area_findings(ProjectData& data, const model::AreaSource& source, const base::Job& job = {});

}  // namespace ntmap::app
