#pragma once

#include "app/data/units.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Boundaries of two dates that do not lie on one another (boundaries.apart, warning): less than half of the
/// units of either lie within the extent of the other. One of them has a wrong coordinate system.
base::Findings dates_apart_findings(const Units& earlier, const Units& later);

}  // namespace ntmap::app
