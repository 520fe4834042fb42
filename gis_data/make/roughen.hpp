#pragma once

#include <vector>

#include "make/geos.hpp"
#include "make/voronoi.hpp"

namespace ntmap::sample {

struct Roughness {
  double inner = 0.32;  ///< largest displacement of a midpoint as a share of its segment
  double outer = 0.17;  ///< the same for the outline, which is partly a real coast or border
  double finest = 330;  ///< metres: shorter segments stay as they are
};

/// Bends each chain by midpoint displacement, so that it looks like a border; ends stay where they are and
/// the same chains give the same result. A chain that would cross itself or another, or come close to a seat,
/// is bent less. On a grid of 0.1 m.
std::vector<Line> roughen(const Geos& geos, const std::vector<Chain>& chains, const std::vector<Point>& seats,
                          const Roughness& roughness);

}  // namespace ntmap::sample
