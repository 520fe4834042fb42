#pragma once

#include <cstddef>
#include <memory>

#include "model/polygon_set.hpp"

// Opaque types of GEOS, so that no header of ours includes it.
struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace ntmap::geom {

/// GEOS's context of the calling thread. Its messages are asked for, never printed.
GEOSContextHandle_HS* geos();

struct GeosDeleter {
  void operator()(GEOSGeom_t* geometry) const;
};
using GeosHandle = std::unique_ptr<GEOSGeom_t, GeosDeleter>;

/// A feature as a GEOS multipolygon; null when a ring has fewer than three vertices.
GeosHandle to_geos(const model::PolygonSet& polygons, std::size_t feature);

/// Appends the polygonal parts of a geometry as one feature, rings in our order and direction; lines and
/// points fall away.
void append_feature(const GEOSGeom_t* geometry, model::PolygonSet& polygons);

}  // namespace ntmap::geom
