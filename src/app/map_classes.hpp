#pragma once

#include "app/map_content.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Puts the map's figures into classes as its theme says, marks units where it says so, and adds what the
/// reader must know of them to the findings. Requires the map's theme, period, figures and their title.
/// Throws Error for classes that cannot be made.
void classify_map(ProjectData& data, MapContent& map, const base::Job& job = {});

}  // namespace ntmap::app
