#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/line_set.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Number that stands for "outside all features" beside an arc.
inline constexpr std::uint32_t k_outside = 0xffffffff;

/// Polygons cut into arcs: each border between two features (or a feature and the outside) is stored
/// once, so that what is done to it happens to both sides. Nodes are where three or more borders meet.
struct Coverage {
  model::LineSet arcs;                       ///< both end vertices included
  std::vector<std::uint32_t> left;           ///< feature left of each arc, or k_outside
  std::vector<std::uint32_t> right;          ///< feature right of each arc, or k_outside
  std::vector<std::uint32_t> ring_arcs;      ///< arc * 2 + (1 when walked backwards), ring by ring
  std::vector<std::uint32_t> ring_start{0};  ///< into ring_arcs, one for each ring, and the end
  std::vector<std::uint32_t> part_start{0};  ///< as in PolygonSet
  std::vector<std::uint32_t> feature_start{0};

  std::size_t feature_count() const { return feature_start.size() - 1; }
};

/// Finds the shared borders: vertices that are equal, bit by bit, are one vertex (snap first where
/// borders only nearly meet). Linear in the vertices.
Coverage build_coverage(const model::PolygonSet& polygons);

/// Simplifies every arc once, ends kept (Visvalingam-Whyatt: vertices whose triangle is smaller than
/// tolerance²/2 go, smallest first; `tolerance` in CRS units). No gaps, no overlaps along shared
/// borders, and no feature or part-count is lost: a ring keeps at least three distinct vertices.
/// Source: Visvalingam and Whyatt, "Line generalisation by repeated elimination of points" (1993).
Coverage simplify(const Coverage& coverage, double tolerance);

/// The polygons again, same features, parts and rings in the same order.
model::PolygonSet to_polygons(const Coverage& coverage);

/// The arcs between features of different groups, each once: group_of[i] is the group (district) of
/// feature i. Arcs against the outside are included only when `with_outside`.
model::LineSet borders_between(const Coverage& coverage, std::span<const std::uint32_t> group_of,
                               bool with_outside);

}  // namespace ntmap::geom
