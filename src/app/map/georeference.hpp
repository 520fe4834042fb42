#pragma once

#include <filesystem>
#include <string>

#include "base/geometry.hpp"
#include "base/pending_file.hpp"

namespace ntmap::app {

/// Where a drawn map lies on the ground.
struct MapPlace {
  base::PixelGrid page;  ///< the whole picture or page, in the map's CRS units
  base::Box map;         ///< the part of the world in the map's frame
  std::string crs;       ///< "EPSG:n" or WKT; empty: not known
};

/// Whether `target` can say where its map lies: a PNG by the files beside it, a PDF within. Throws
/// Error{usage} for others, and Error for files beside it that must not be written.
void check_georeference(const std::filesystem::path& target, base::Overwrite overwrite);

/// Says it: for a PDF in `written` itself (the temporary of a file still pending), for a PNG in a world file
/// and a sidecar beside `target`.
void georeference(const MapPlace& place, const std::filesystem::path& written,
                  const std::filesystem::path& target, base::Overwrite overwrite);

}  // namespace ntmap::app
