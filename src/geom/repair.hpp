#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/job.hpp"
#include "base/text.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// What repairing one feature did. Areas are planar, in square CRS units.
struct Repair {
  std::size_t feature = 0;
  base::Text reason;  ///< why it was invalid ("Self-intersection at 105.1 18.2")
  double area_before = 0;
  double area_after = 0;
  double area_lost = 0;  ///< area of polygonal pieces that fell away; lines and points fall away silently
};

struct RepairReport {
  std::size_t invalid = 0;
  std::vector<Repair> repairs;
};

/// Checks every feature on all threads (holes in their shells, no crossing, islands nested by
/// containment) and makes the invalid ones valid; keeps only polygonal parts. Valid features keep
/// their coordinates bit by bit. Also normalises ring order (shell counter-clockwise).
RepairReport repair(model::PolygonSet& polygons, const base::Job& job = {});

/// Only counts what repair() would mend, changing nothing.
RepairReport validate(const model::PolygonSet& polygons, const base::Job& job = {});

}  // namespace ntmap::geom
