#pragma once

#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// A piece of border between two nodes.
struct Chain {
  Line line;
  bool outer = false;  ///< on the outline, where the other side is no unit
};

/// The borders of the Voronoi cells of the seats inside the outline, cut at the nodes where three or more
/// meet. The coordinates lie on a grid of one metre, and no two chains meet but at their ends.
std::vector<Chain> voronoi_chains(const Geos& geos, const std::vector<Point>& seats,
                                  const GEOSGeometry* outline);

}  // namespace ntmap::sample
