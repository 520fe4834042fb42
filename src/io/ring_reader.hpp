#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/polygon_set.hpp"

namespace ntmap::io {

/// What add_rings() met in one feature.
struct RingFlaws {
  bool not_finite = false;        ///< a NaN or infinite coordinate: the feature was made empty
  std::size_t open_rings = 0;     ///< rings whose last vertex is not the first; closed by meaning
  std::size_t dropped_rings = 0;  ///< rings of fewer than three different vertices: no area, left out
  std::size_t turned_rings = 0;   ///< shapefile rings that containment nests against their direction
};

/// Rings of one feature as files hold them: x0 y0 x1 y1 ..., the first vertex usually repeated at the end.
struct RawRings {
  std::span<const double> xy;
  std::span<const std::uint32_t> ring_start;  ///< first vertex of each ring, and the end
};

/// Adds one feature whose rings come without structure, as in a shapefile: nests them by containment
/// (a ring inside an even count of others is a shell, else a hole of the smallest one around it).
RingFlaws add_loose_rings(model::PolygonSet& polygons, const RawRings& rings);

/// Adds one part whose first ring is the shell and the others its holes. The caller ends the feature.
RingFlaws add_part(model::PolygonSet& polygons, const RawRings& rings);

/// For each ring (open, x0 y0 ...) the index of the shell whose hole it is, -1 for a shell.
std::vector<int> nest_rings(std::span<const std::span<const double>> rings);

}  // namespace ntmap::io
