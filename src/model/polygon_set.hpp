#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace ntmap::model {

/// The polygons of a layer, stored flat and once.
///
/// A feature has parts (polygons), a part has rings (first the shell, then its holes), a ring has
/// vertices. Rings are open: the first vertex is not repeated at the end. Shells run
/// counter-clockwise, holes clockwise (RFC 7946). Coordinates are CRS units, x east, y north.
/// A feature without parts is empty (its geometry was missing or refused).
class PolygonSet {
 public:
  std::vector<double> xy;                       ///< x0 y0 x1 y1 ...
  std::vector<std::uint32_t> ring_start{0};     ///< first vertex of each ring, and the end
  std::vector<std::uint32_t> part_start{0};     ///< first ring of each part, and the end
  std::vector<std::uint32_t> feature_start{0};  ///< first part of each feature, and the end

  std::size_t vertex_count() const { return xy.size() / 2; }
  std::size_t ring_count() const { return ring_start.size() - 1; }
  std::size_t part_count() const { return part_start.size() - 1; }
  std::size_t feature_count() const { return feature_start.size() - 1; }

  /// x0 y0 x1 y1 ... of one ring.
  std::span<const double> ring(std::size_t r) const {
    return std::span(xy).subspan(2 * std::size_t{ring_start[r]},
                                 2 * std::size_t{ring_start[r + 1] - ring_start[r]});
  }
  base::Vec2 vertex(std::size_t v) const { return {xy[2 * v], xy[2 * v + 1]}; }
  /// First and one-past-last ring of a feature, over all its parts.
  std::uint32_t first_ring(std::size_t feature) const { return part_start[feature_start[feature]]; }
  std::uint32_t end_ring(std::size_t feature) const { return part_start[feature_start[feature + 1]]; }

  // Building, innermost first: add vertices, then close the ring, the part, the feature.
  void add_vertex(double x, double y) {
    xy.push_back(x);
    xy.push_back(y);
  }
  void end_ring() { ring_start.push_back(static_cast<std::uint32_t>(vertex_count())); }
  void end_part() { part_start.push_back(static_cast<std::uint32_t>(ring_count())); }
  void end_feature() { feature_start.push_back(static_cast<std::uint32_t>(part_count())); }
  /// What has been built so far; rewind() takes back all that was added since.
  struct Mark {
    std::size_t xy, rings, parts, features;
  };
  Mark mark() const { return {xy.size(), ring_start.size(), part_start.size(), feature_start.size()}; }
  void rewind(const Mark& to) {
    xy.resize(to.xy);
    ring_start.resize(to.rings);
    part_start.resize(to.parts);
    feature_start.resize(to.features);
  }
  /// Copies one feature of another set (same CRS) to the end of this one.
  void append_feature(const PolygonSet& from, std::size_t feature);

  base::Box box() const;
  base::Box feature_box(std::size_t feature) const;
  bool operator==(const PolygonSet&) const = default;
};

/// Twice the signed area of a ring in square CRS units, positive when counter-clockwise; computed
/// about the ring's first vertex, so that small rings far from the origin keep their digits.
double ring_area2(std::span<const double> ring);

/// Area of a feature in square CRS units (planar), holes taken off.
double feature_area(const PolygonSet& polygons, std::size_t feature);

}  // namespace ntmap::model
