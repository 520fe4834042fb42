#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Triangulates parts (shell and holes) by ear clipping with a z-order hash of their vertices. Keeps its
/// memory from part to part: make one a thread and use it for many parts.
/// Source of the method: Held, "FIST: fast industrial-strength triangulation" (2001), with z-order
/// hashing as published with the earcut algorithm (Mapbox, 2015).
class Triangulator {
 public:
  Triangulator();
  ~Triangulator();
  Triangulator(Triangulator&&) noexcept;
  Triangulator& operator=(Triangulator&&) noexcept;

  /// Appends vertex numbers of `polygons`, three a triangle, counter-clockwise; no vertex is added.
  /// For a valid part the triangles' areas add up to the part's area; an invalid one gives some
  /// triangles, never a crash nor an endless search. Rings may run either way round; the part's first
  /// ring is its shell. Linear in practice: near 10 million vertices a second.
  void part(const model::PolygonSet& polygons, std::size_t part, std::vector<std::uint32_t>& triangles);

 private:
  class State;
  std::unique_ptr<State> m_state;
};

/// The same for a single part.
void triangulate_part(const model::PolygonSet& polygons, std::size_t part,
                      std::vector<std::uint32_t>& triangles);

}  // namespace ntmap::geom
