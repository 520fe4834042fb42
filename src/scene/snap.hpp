#pragma once

#include <cstdint>
#include <span>

#include "model/polygon_set.hpp"

namespace ntmap::scene {

/// The given units with every vertex moved to the nearest point of the lattice of `cell` CRS units
/// about 0, 0 (nearest-even on ties), repeated vertices and spikes taken out. Equal vertices stay
/// equal, so borders stay shared, also between calls with the same cell. Feature i is units[i]; rings
/// that keep fewer than three vertices fall away, with their holes where it is a shell, and a unit may
/// end up without parts. Linear in the vertices, on all threads.
/// Requires cell > 0 and coordinates below cell * 2^50.
model::PolygonSet snap(const model::PolygonSet& polygons, std::span<const std::uint32_t> units, double cell);

}  // namespace ntmap::scene
