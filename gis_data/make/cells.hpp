#pragma once

#include <string>
#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// The faces that the borders bound, one a seat and in the order of the seats: neighbours share their
/// vertices exactly. Throws std::runtime_error when a face holds two seats or a seat lies in no face.
std::vector<Geometry> cells_of(const Geos& geos, const std::vector<Line>& borders,
                               const std::vector<Point>& seats);

/// The union of the cells whose key is `key`, with every vertex of their common outline and no other.
Geometry dissolve(const Geos& geos, const std::vector<Geometry>& cells, const std::vector<std::string>& keys,
                  const std::string& key);

}  // namespace ntmap::sample
