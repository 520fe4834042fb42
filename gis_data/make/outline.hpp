#pragma once

#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// How far the land of a unit reaches around its seat, as a share of the distance to its neighbours' seats.
struct Reach {
  double share = 0.72;
  double least = 2200;   ///< metres
  double most = 12000;   ///< metres
  double smooth = 2500;  ///< metres: bays and spurs narrower than twice this are closed or cut
};

/// The outline of the land around the seats: one polygon without holes. Where it meets the country's border
/// or coast it follows that; elsewhere it is schematic. Seats that the coarse coast leaves in the sea get
/// some land. All in metres of one projection.
Geometry outline_around(const Geos& geos, const std::vector<Point>& seats, const GEOSGeometry* country,
                        const Reach& reach);

}  // namespace ntmap::sample
