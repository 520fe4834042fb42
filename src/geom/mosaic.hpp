#pragma once

#include <cstdint>
#include <vector>

#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Two features that lie over one another, first < second.
struct MosaicOverlap {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double area = 0;  ///< square CRS units (planar), above 0
};

/// A place inside the mosaic that belongs to no feature.
struct MosaicGap {
  std::vector<std::uint32_t> around;  ///< features with a vertex on its border, ascending
  double area = 0;                    ///< square CRS units (planar)
};

struct MosaicFlaws {
  std::vector<MosaicOverlap> overlaps;  ///< biggest first
  std::vector<MosaicGap> gaps;          ///< biggest first; bays that are open to the outside are none
};

/// Where features (the communes of a province) do not fit together as pieces of a mosaic do. Requires valid
/// features (repair() first). Where borders are shared vertex by vertex, only features at the edge of the
/// mosaic are compared; so a sound layer costs little more than build_coverage(). On all threads.
/// Throws Error{data} where GEOS fails, and Error{cancelled}.
MosaicFlaws mosaic_flaws(const model::PolygonSet& polygons, const base::Job& job = {});

}  // namespace ntmap::geom
