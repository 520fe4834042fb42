#pragma once

#include "app/map/map_content.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Puts the map's figures into classes as its theme says, marks units where it says so, and adds what the
/// reader must know of them to the findings. Requires the map's theme, period, figures and their title.
/// Throws Error for classes that cannot be made.
void classify_map(ProjectData& data, MapContent& map, const base::Job& job = {});

/// A warning where some eyes cannot tell classes apart that are shown in colour. What black-and-white prints
/// lose `ntmap check` says: no map of two directions or two figures could keep it.
base::Findings colours_for_eyes(const model::ClassList& classes);

}  // namespace ntmap::app
