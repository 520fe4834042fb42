#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Unites features group by group: feature i of the result is the union of all features f with
/// group_of[f] == i. Shared borders vanish; islands stay parts; groups without features are empty.
model::PolygonSet dissolve(const model::PolygonSet& polygons, std::span<const std::uint32_t> group_of,
                           std::size_t groups);

}  // namespace ntmap::geom
