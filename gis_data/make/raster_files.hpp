#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// Counts in square cells, rows from the north.
struct Counts {
  Point corner;     ///< north-west
  double cell = 0;  ///< metres
  int width = 0;
  int height = 0;
  std::vector<std::uint16_t> values;
  int epsg = 0;
  std::string description;

  Point middle(int column, int row) const {
    return {corner.x + (column + 0.5) * cell, corner.y - (row + 0.5) * cell};
  }
};

/// Writes a GeoTIFF, replacing the file; cells of 0 are "no data".
void write_geotiff(const std::filesystem::path& file, const Counts& counts);

}  // namespace ntmap::sample
