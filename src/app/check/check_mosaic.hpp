#pragma once

#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Where the units of a map overlap or leave gaps between them:
///   mosaic.overlap    places counted twice (warning)
///   mosaic.gap        places that belong to no unit (warning)
///   mosaic.not-exact  borders that miss one another by less than 100 m² a place (note)
base::Findings mosaic_findings(const Units& units, const base::Job& job = {});

}  // namespace ntmap::app
