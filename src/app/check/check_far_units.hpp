#pragma once

#include "app/data/units.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Units that lie more than 100 km from all others of their map (units.far-away, warning): a wrong
/// coordinate, or a file in another coordinate system. Groups of units that lie together are told as one.
/// Special zones (đặc khu) may be far islands; about them it is a note.
base::Findings far_unit_findings(const Units& units);

}  // namespace ntmap::app
