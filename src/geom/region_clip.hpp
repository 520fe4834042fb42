#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// One feature made ready to be intersected many times: its edges in short runs with their boxes.
/// Refers to the PolygonSet, which must outlive it. Requires a valid feature, shells counter-clockwise.
class Region {
 public:
  Region(const model::PolygonSet& polygons, std::size_t feature);

  const base::Box& box() const { return m_box; }
  std::size_t ring_count() const { return m_rings.size(); }
  std::span<const double> ring(std::size_t r) const { return m_rings[r]; }

  /// Some neighbouring edges of one ring: edge i runs from vertex i to vertex i + 1.
  struct Run {
    base::Box box;
    std::uint32_t ring, first, end;
  };
  std::span<const Run> runs() const { return m_runs; }
  base::Vec2 vertex(std::size_t ring, std::size_t i) const {
    const auto xy = m_rings[ring];
    const std::size_t at = 2 * i < xy.size() ? 2 * i : 0;
    return {xy[at], xy[at + 1]};
  }

 private:
  std::vector<std::span<const double>> m_rings;
  std::vector<Run> m_runs;
  base::Box m_box;
};

/// Appends what two regions have in common, as parts; does not end the feature. Points where borders
/// cross are computed alike from both sides of a shared border, so that pieces of neighbours still meet.
/// Returns false, having appended nothing, where the borders do not simply cross: they touch, run along
/// each other or come too near to tell. Then ask GEOS, which takes ten times as long.
/// Source of the method: Weiler and Atherton, "Hidden surface removal using polygon area sorting" (1977).
bool append_intersection(const Region& a, const Region& b, model::PolygonSet& to);

}  // namespace ntmap::geom
