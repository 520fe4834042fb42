#pragma once

#include <string>
#include <vector>

#include "base/geometry.hpp"

namespace ntmap::model {

/// How many people (or houses) live in each cell of a grid; 0 where none do.
struct WeightGrid {
  base::PixelGrid grid;
  std::vector<float> values;  ///< width * height, rows from the north
  std::string crs;            ///< of the grid; empty when the file does not say
};

/// Places with a count each.
struct WeightPoints {
  std::vector<double> xy;       ///< x0 y0 x1 y1 ..., CRS units
  std::vector<double> weights;  ///< one a point
  std::string crs;              ///< of the points; empty when the file does not say
};

}  // namespace ntmap::model
