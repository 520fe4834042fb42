#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Unites features group by group: feature i of the result is the union of all features f with
/// group_of[f] == i. Shared borders vanish; islands stay parts; groups without features are empty. Groups
/// whose borders do not meet exactly take a thousand times as long. Throws Error{data} where GEOS fails, and
/// Error{cancelled}.
model::PolygonSet dissolve(const model::PolygonSet& polygons, std::span<const std::uint32_t> group_of,
                           std::size_t groups, const base::Job& job = {});

}  // namespace ntmap::geom
