#pragma once

#include <geos_c.h>

#include <memory>
#include <vector>

namespace ntmap::sample {

struct Point {
  double x = 0;
  double y = 0;
  auto operator<=>(const Point&) const = default;
};
using Line = std::vector<Point>;

struct GeosDelete {
  GEOSContextHandle_t handle;
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeosDelete>;

/// One GEOS context; its functions take and give whole geometries and throw std::runtime_error when GEOS
/// fails.
class Geos {
 public:
  Geos();
  ~Geos();
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;

  GEOSContextHandle_t handle() const { return m_handle; }
  /// Takes the ownership of a result of the C interface; a null one is an error named by `what`.
  Geometry own(GEOSGeometry* geometry, const char* what) const;

  Geometry point(Point point) const;
  Geometry line(const Line& line) const;
  Geometry polygon(const Line& closed_ring) const;
  Geometry collect(std::vector<Geometry> parts) const;

  Geometry buffer(const GEOSGeometry* geometry, double distance) const;
  Geometry simplify(const GEOSGeometry* geometry, double tolerance) const;
  Geometry intersection(const GEOSGeometry* a, const GEOSGeometry* b) const;
  Geometry difference(const GEOSGeometry* a, const GEOSGeometry* b) const;
  Geometry unite(const GEOSGeometry* a, const GEOSGeometry* b) const;
  Geometry unite_all(const GEOSGeometry* collection) const;
  Geometry boundary(const GEOSGeometry* geometry) const;
  Geometry inner_point(const GEOSGeometry* polygon) const;
  /// The polygons that the noded lines bound.
  std::vector<Geometry> polygonize(const std::vector<Geometry>& lines) const;

  double area(const GEOSGeometry* geometry) const;
  double distance(const GEOSGeometry* a, const GEOSGeometry* b) const;
  bool contains(const GEOSGeometry* a, const GEOSGeometry* b) const;
  bool valid(const GEOSGeometry* geometry) const;
  /// The point's own coordinates.
  Point at(const GEOSGeometry* point) const;
  /// Vertices of a line string or linear ring.
  Line vertices(const GEOSGeometry* line) const;
  /// Copies of the parts of a collection, or of the geometry itself when it is one part.
  std::vector<Geometry> parts(const GEOSGeometry* geometry) const;
  /// The part with the largest area, without its holes.
  Geometry largest_shell(const GEOSGeometry* geometry) const;

 private:
  GEOSContextHandle_t m_handle;
};

}  // namespace ntmap::sample
