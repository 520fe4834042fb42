#pragma once

#include <filesystem>
#include <string>

#include "base/finding.hpp"
#include "base/geometry.hpp"
#include "base/job.hpp"
#include "model/weights.hpp"

namespace ntmap::io {

struct RasterFile {
  model::WeightGrid weights;
  base::Findings findings;  ///< negative cells, which count as 0, and cells that are no numbers
};

/// Reads one band of a GeoTIFF (.tif) or Esri grid (.asc) whose cells hold counts: people, houses. Cells
/// without data count as 0. Bands are counted from 1.
/// Throws Error{data} for a raster that is turned, has no place on the ground or is too large (200 million
/// cells), and for what cannot be read.
RasterFile read_raster(const std::filesystem::path& path, int band, const base::Job& job = {});

/// What a raster is, for people who have not seen it before.
struct RasterSummary {
  std::string driver;  ///< "GeoTIFF"
  int width = 0;       ///< cells
  int height = 0;
  int bands = 0;
  std::string type;           ///< of a cell: "Byte", "Float32"
  bool colour_table = false;  ///< cells are classes with colours
  std::string crs;            ///< WKT; empty when the file names none
  base::Box box;              ///< CRS units; empty without a place on the ground
};

/// Reads no cells. Throws Error as read_raster() does, but takes turned, unplaced and large rasters too.
RasterSummary describe_raster(const std::filesystem::path& path);

/// Whether the extension is one that read_raster() takes.
bool is_raster_file(const std::filesystem::path& path);

}  // namespace ntmap::io
