#include "geom/geos_handle.hpp"

#include <geos_c.h>

#include <algorithm>
#include <vector>

namespace ntmap::geom {
namespace {

struct ContextDeleter {
  void operator()(GEOSContextHandle_HS* context) const { GEOS_finish_r(context); }
};

/// A ring with its first vertex repeated at the end, as GEOS wants it.
GEOSGeometry* ring_of(std::span<const double> ring) {
  const auto n = static_cast<unsigned>(ring.size() / 2);
  if (n < 3) return nullptr;
  std::vector<double> closed(ring.begin(), ring.end());
  closed.push_back(ring[0]);
  closed.push_back(ring[1]);
  GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(geos(), closed.data(), n + 1, 0, 0);
  return GEOSGeom_createLinearRing_r(geos(), points);
}

/// The polygon of one part; null when one of its rings is none.
GEOSGeometry* part_of(const model::PolygonSet& polygons, std::uint32_t part) {
  std::vector<GEOSGeometry*> rings;
  bool whole = true;
  for (std::uint32_t r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
    GEOSGeometry* ring = ring_of(polygons.ring(r));
    if (ring == nullptr) {
      whole = false;
    } else {
      rings.push_back(ring);
    }
  }
  if (whole && !rings.empty()) {
    return GEOSGeom_createPolygon_r(geos(), rings.front(), rings.data() + 1,
                                    static_cast<unsigned>(rings.size() - 1));
  }
  for (GEOSGeometry* ring : rings) GEOSGeom_destroy_r(geos(), ring);
  return nullptr;
}

void append_ring(const GEOSGeometry* ring, bool shell, model::PolygonSet& polygons) {
  const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos(), ring);
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(geos(), points, &count);
  std::vector<double> xy(2 * std::size_t{count});
  GEOSCoordSeq_copyToBuffer_r(geos(), points, xy.data(), 0, 0);
  xy.resize(xy.size() - 2);
  if ((model::ring_area2(xy) > 0) != shell) {
    for (std::size_t i = 0, j = xy.size() - 2; i < j; i += 2, j -= 2) {
      std::swap(xy[i], xy[j]);
      std::swap(xy[i + 1], xy[j + 1]);
    }
  }
  polygons.xy.insert(polygons.xy.end(), xy.begin(), xy.end());
  polygons.end_ring();
}

void append_parts(const GEOSGeometry* geometry, model::PolygonSet& polygons) {
  const int type = GEOSGeomTypeId_r(geos(), geometry);
  if (type == GEOS_POLYGON) {
    if (GEOSisEmpty_r(geos(), geometry) == 1) return;
    append_ring(GEOSGetExteriorRing_r(geos(), geometry), true, polygons);
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos(), geometry); ++i) {
      append_ring(GEOSGetInteriorRingN_r(geos(), geometry, i), false, polygons);
    }
    polygons.end_part();
  } else if (type >= GEOS_MULTIPOINT) {
    for (int i = 0; i < GEOSGetNumGeometries_r(geos(), geometry); ++i) {
      append_parts(GEOSGetGeometryN_r(geos(), geometry, i), polygons);
    }
  }
}

}  // namespace

GEOSContextHandle_HS* geos() {
  thread_local const std::unique_ptr<GEOSContextHandle_HS, ContextDeleter> context(GEOS_init_r());
  return context.get();
}

void GeosDeleter::operator()(GEOSGeom_t* geometry) const {
  GEOSGeom_destroy_r(geos(), geometry);
}

GeosHandle to_geos(const model::PolygonSet& polygons, std::size_t feature) {
  std::vector<GEOSGeometry*> parts;
  bool whole = true;
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    GEOSGeometry* part = part_of(polygons, p);
    if (part == nullptr) {
      whole = false;
    } else {
      parts.push_back(part);
    }
  }
  GeosHandle all(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                             static_cast<unsigned>(parts.size())));
  return whole ? std::move(all) : nullptr;
}

void append_feature(const GEOSGeom_t* geometry, model::PolygonSet& polygons) {
  append_parts(geometry, polygons);
  polygons.end_feature();
}

}  // namespace ntmap::geom
