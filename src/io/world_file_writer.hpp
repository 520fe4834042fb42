#pragma once

#include <filesystem>
#include <string>

#include "base/geometry.hpp"
#include "base/pending_file.hpp"

namespace ntmap::io {

/// The six lines of an Esri world file for a north-up picture: pixel width, two zero rotations, negative
/// pixel height, and the centre of the upper left pixel (not its corner), in CRS units.
std::string world_file_text(const base::PixelGrid& grid);

/// Where the world file of a picture stands: "map.png" has "map.pgw", "map.jpg" "map.jgw", "map.tif"
/// "map.tfw".
std::filesystem::path world_file_path(const std::filesystem::path& picture);

/// Where the sidecar of a picture stands that names its coordinate system, which a world file cannot:
/// "map.png.aux.xml", read by GDAL, QGIS and ArcGIS.
std::filesystem::path picture_sidecar_path(const std::filesystem::path& picture);

/// Writes the world file of `picture`, and the sidecar where `crs` ("EPSG:n" or WKT) is not empty. Error{io}
/// leaves the old files.
void write_world_file(const base::PixelGrid& grid, const std::string& crs,
                      const std::filesystem::path& picture, base::Overwrite overwrite);

}  // namespace ntmap::io
