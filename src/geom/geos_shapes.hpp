#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/text.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// A geometry of GEOS. Must not outlive the GeosShapes that made it.
class Shape {
 public:
  Shape() : Shape(nullptr, nullptr) {}
  explicit operator bool() const { return m_geometry != nullptr; }

 private:
  friend class GeosShapes;
  struct Free {
    void* handle = nullptr;
    void operator()(void* geometry) const;
  };
  Shape(void* geometry, void* handle) : m_geometry(geometry, Free{handle}) {}
  std::unique_ptr<void, Free> m_geometry;
};

/// GEOS for one thread: its handle, and what this folder needs of it. Every call that GEOS fails at
/// throws Error{data} with GEOS's message.
class GeosShapes {
 public:
  GeosShapes();
  ~GeosShapes();
  GeosShapes(const GeosShapes&) = delete;
  GeosShapes& operator=(const GeosShapes&) = delete;

  /// A polygon for each part, one multipolygon; rings of fewer than three vertices are left out.
  Shape feature(const model::PolygonSet& polygons, std::size_t feature);
  /// One polygon. Requires a shell of at least three vertices.
  Shape part(const model::PolygonSet& polygons, std::size_t part);
  /// Several shapes as one collection.
  Shape collect(std::vector<Shape> shapes);

  struct Flaw {
    base::Text reason;
    base::Vec2 at;
  };
  /// Why the shape is invalid; nothing when it is valid.
  std::optional<Flaw> flaw(const Shape& shape);

  /// The valid shape nearest to what is meant: shells united, holes taken off (method "structure").
  Shape made_valid(const Shape& shape);
  /// The valid shape that every odd-covered place belongs to (method "linework").
  Shape made_valid_by_lines(const Shape& shape);
  Shape unite(const Shape& shape);
  Shape intersection(const Shape& a, const Shape& b);
  Shape difference(const Shape& a, const Shape& b);
  double area(const Shape& shape);

  /// Appends the polygons of a shape as parts, shells counter-clockwise; lines and points fall away.
  /// Does not end the feature.
  void append_parts(const Shape& shape, model::PolygonSet& to);

 private:
  Shape owned(void* geometry);
  void* ring(std::span<const double> xy);
  void* polygon(const model::PolygonSet& polygons, std::size_t part);
  void append_ring(const void* ring, bool counter_clockwise, model::PolygonSet& to);

  void* m_handle;
  std::string m_message;  ///< GEOS's latest
  std::vector<double> m_closed;
};

}  // namespace ntmap::geom
