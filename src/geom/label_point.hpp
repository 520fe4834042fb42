#pragma once

#include <cstddef>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Where a label stands best: the centre and radius (CRS units) of nearly the largest circle inside
/// the feature's largest part, found to `precision` times the part's smaller box side.
struct LabelPoint {
  base::Vec2 point;
  double radius = 0;
};

/// Requires a feature with at least one part. Source of the method: quadtree search for the pole of
/// inaccessibility (Garcia-Castellanos and Lombardo 2007; polylabel, Mapbox 2016).
LabelPoint label_point(const model::PolygonSet& polygons, std::size_t feature, double precision = 0.01);

}  // namespace ntmap::geom
