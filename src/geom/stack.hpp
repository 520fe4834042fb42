#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Makes overlapping areas into a layer without overlaps, to be drawn: feature c is the union of the areas of
/// class c less all areas of lower classes, which lie on top. `class_of` has one class an area, from 0 to
/// `classes` - 1; any other number leaves the area out. Requires valid polygons.
/// Throws Error{data} where GEOS fails, and Error{cancelled}.
model::PolygonSet stacked(const model::PolygonSet& areas, std::span<const std::uint32_t> class_of,
                          std::size_t classes, const base::Job& job = {});

}  // namespace ntmap::geom
