#pragma once

#include <filesystem>

#include "io/vector_reader.hpp"

namespace ntmap::io {

/// Reads a GeoPackage, GeoJSON, FlatGeobuf, MapInfo or KML file through GDAL, with no other driver
/// allowed. Coordinates go ring by ring into the flat set; fields not asked for are not parsed.
VectorFile read_ogr(const std::filesystem::path& path, const VectorOptions& options, const base::Job& job);

/// GDAL's drivers for a lower-case extension (".gpkg"); null when none is allowed.
const char* ogr_driver(std::string_view extension);

}  // namespace ntmap::io
