#pragma once

#include <cstdint>

#include "base/job.hpp"
#include "scene/layer_source.hpp"
#include "scene/mesh.hpp"

namespace ntmap::scene {

// A level of detail is a lattice of `cell` CRS units: a third of a pixel or less. All borders are
// snapped to it, shared borders are simplified once, and what is left is triangulated.
// No unit is lost: one that is smaller than about two pixels gets a dot, also where it collapses.

/// The cell for pictures of that scale, drawn once and not kept: a third of a pixel.
double exact_cell(double units_per_pixel);
/// The largest power of two up to a third of a pixel: levels that many scales share.
double level_cell(double units_per_pixel);

/// The whole layer at one level: a range for each chunk. On all threads.
/// Throws Error{cancelled} when the job is cancelled.
Mesh prepare_all(const LayerSource& source, double cell, const base::Job& job = {});

/// One chunk at one level: a mesh with one range that fits, border for border, to the other chunks of
/// that level. Uses the calling thread and those of snap().
Mesh prepare_chunk(const LayerSource& source, std::uint32_t chunk, double cell, const base::Job& job = {});

}  // namespace ntmap::scene
