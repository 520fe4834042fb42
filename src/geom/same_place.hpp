#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ntmap::geom {

/// For each vertex of x0 y0 x1 y1 ... the first vertex at the same place, bit by bit; its own number where it
/// is that. Linear in the vertices, and stays so when they outgrow the processor's caches: places are told
/// apart tile by tile.
std::vector<std::uint32_t> first_at_place(std::span<const double> xy);

}  // namespace ntmap::geom
