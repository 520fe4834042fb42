#include "make/geos.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace ntmap::sample {

Geos::Geos() : m_handle(GEOS_init_r()) {}
Geos::~Geos() {
  GEOS_finish_r(m_handle);
}

Geometry Geos::own(GEOSGeometry* geometry, const char* what) const {
  if (geometry == nullptr) throw std::runtime_error(std::string("GEOS failed: ") + what);
  return Geometry(geometry, GeosDelete{m_handle});
}

Geometry Geos::point(Point point) const {
  return own(GEOSGeom_createPointFromXY_r(m_handle, point.x, point.y), "point");
}

Geometry Geos::line(const Line& line) const {
  static_assert(sizeof(Point) == 2 * sizeof(double));
  GEOSCoordSequence* sequence =
      GEOSCoordSeq_copyFromBuffer_r(m_handle, &line.front().x, static_cast<unsigned>(line.size()), 0, 0);
  return own(GEOSGeom_createLineString_r(m_handle, sequence), "line");
}

Geometry Geos::polygon(const Line& closed_ring) const {
  GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
      m_handle, &closed_ring.front().x, static_cast<unsigned>(closed_ring.size()), 0, 0);
  GEOSGeometry* ring = GEOSGeom_createLinearRing_r(m_handle, sequence);
  return own(GEOSGeom_createPolygon_r(m_handle, ring, nullptr, 0), "polygon");
}

Geometry Geos::collect(std::vector<Geometry> parts) const {
  std::vector<GEOSGeometry*> raw;
  for (Geometry& part : parts) raw.push_back(part.release());
  return own(GEOSGeom_createCollection_r(m_handle, GEOS_GEOMETRYCOLLECTION, raw.data(),
                                         static_cast<unsigned>(raw.size())),
             "collection");
}

Geometry Geos::buffer(const GEOSGeometry* geometry, double distance) const {
  return own(GEOSBuffer_r(m_handle, geometry, distance, 8), "buffer");
}

Geometry Geos::simplify(const GEOSGeometry* geometry, double tolerance) const {
  return own(GEOSTopologyPreserveSimplify_r(m_handle, geometry, tolerance), "simplify");
}

Geometry Geos::intersection(const GEOSGeometry* a, const GEOSGeometry* b) const {
  return own(GEOSIntersection_r(m_handle, a, b), "intersection");
}

Geometry Geos::difference(const GEOSGeometry* a, const GEOSGeometry* b) const {
  return own(GEOSDifference_r(m_handle, a, b), "difference");
}

Geometry Geos::unite(const GEOSGeometry* a, const GEOSGeometry* b) const {
  return own(GEOSUnion_r(m_handle, a, b), "union");
}

Geometry Geos::unite_all(const GEOSGeometry* collection) const {
  return own(GEOSUnaryUnion_r(m_handle, collection), "union");
}

Geometry Geos::boundary(const GEOSGeometry* geometry) const {
  return own(GEOSBoundary_r(m_handle, geometry), "boundary");
}

Geometry Geos::inner_point(const GEOSGeometry* polygon) const {
  return own(GEOSPointOnSurface_r(m_handle, polygon), "point on surface");
}

std::vector<Geometry> Geos::polygonize(const std::vector<Geometry>& lines) const {
  std::vector<const GEOSGeometry*> raw;
  for (const Geometry& line : lines) raw.push_back(line.get());
  const Geometry faces =
      own(GEOSPolygonize_r(m_handle, raw.data(), static_cast<unsigned>(raw.size())), "polygonize");
  return parts(faces.get());
}

double Geos::area(const GEOSGeometry* geometry) const {
  double area = 0;
  GEOSArea_r(m_handle, geometry, &area);
  return area;
}

double Geos::distance(const GEOSGeometry* a, const GEOSGeometry* b) const {
  double distance = 0;
  GEOSDistance_r(m_handle, a, b, &distance);
  return distance;
}

bool Geos::contains(const GEOSGeometry* a, const GEOSGeometry* b) const {
  return GEOSContains_r(m_handle, a, b) == 1;
}

bool Geos::valid(const GEOSGeometry* geometry) const {
  return GEOSisValid_r(m_handle, geometry) == 1;
}

Point Geos::at(const GEOSGeometry* point) const {
  Point result;
  GEOSGeomGetX_r(m_handle, point, &result.x);
  GEOSGeomGetY_r(m_handle, point, &result.y);
  return result;
}

Line Geos::vertices(const GEOSGeometry* line) const {
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_handle, line);
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(m_handle, sequence, &size);
  Line result(size);
  GEOSCoordSeq_copyToBuffer_r(m_handle, sequence, &result.front().x, 0, 0);
  return result;
}

std::vector<Geometry> Geos::parts(const GEOSGeometry* geometry) const {
  std::vector<Geometry> result;
  const int count = GEOSGetNumGeometries_r(m_handle, geometry);
  for (int i = 0; i < count; ++i)
    result.push_back(own(GEOSGeom_clone_r(m_handle, GEOSGetGeometryN_r(m_handle, geometry, i)), "clone"));
  return result;
}

Geometry Geos::largest_shell(const GEOSGeometry* geometry) const {
  const std::vector<Geometry> all = parts(geometry);
  const auto largest = std::max_element(all.begin(), all.end(), [&](const Geometry& a, const Geometry& b) {
    return area(a.get()) < area(b.get());
  });
  return polygon(vertices(GEOSGetExteriorRing_r(m_handle, largest->get())));
}

}  // namespace ntmap::sample
