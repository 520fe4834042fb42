#pragma once

#include <cstdint>
#include <span>

#include "app/map/map_content.hpp"

namespace ntmap::app {

/// The same map of some of its units: classes and colours stay, counts are of those units alone.
/// Title, subtitle, message and source are left as they are. Indices must be units of the map.
MapContent part_of(const MapContent& map, std::span<const std::uint32_t> units);

}  // namespace ntmap::app
