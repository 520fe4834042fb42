#pragma once

#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Where a point lies against a ring.
enum class Side { inside, border, outside };
Side side_of_ring(std::span<const double> ring, base::Vec2 point);

/// Makes parts of loose rings by which contains which: a ring within an even number of others is a shell,
/// within an odd number a hole of the least ring round it. Appends the parts, shells counter-clockwise and
/// holes clockwise, in the order of the shells; does not end the feature.
/// Requires rings that do not cross. Returns false, and appends nothing, when two rings are equal.
bool append_nested(const std::vector<std::span<const double>>& rings, model::PolygonSet& to);

}  // namespace ntmap::geom
