#pragma once

#include <span>
#include <string>

#include "base/geometry.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// A line over the map, and the area within it when it is closed.
struct Measured {
  double metres = 0;    ///< along the line, not closed
  double hectares = 0;  ///< 0 below three points
};

/// Geodesic, on the ellipsoid of the map's CRS (crs/crs.hpp). Throws Error{data} where the CRS is none.
Measured measure(std::span<const base::Vec2> line, const std::string& crs);

/// "12,4 km · 1.234,5 ha": metres below a kilometre, hectares only with an area.
base::Text measured_words(const Measured& measured);

}  // namespace ntmap::app
