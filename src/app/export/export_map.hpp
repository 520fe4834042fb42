#pragma once

#include <filesystem>
#include <string>

#include "app/map/map_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/geotiff_writer.hpp"

namespace ntmap::app {

/// How a map's layer leaves the program.
struct ExportOptions {
  base::Lang lang = base::Lang::vi;
  std::string to_crs;  ///< "EPSG:n"; empty: the map's own (GeoJSON is always WGS 84)
  io::RasterKind kind = io::RasterKind::classes;
  double resolution = 0;  ///< metres a pixel; 0: by size
  int width = 0;          ///< pixels; 0: 2048 on the longer side
  int height = 0;
  double simplify = 0;      ///< metres that borders may move, shared ones alike; 0: as they are
  bool bbox = false;        ///< GeoJSON: "bbox" members
  bool style_file = false;  ///< GeoJSON, class raster: FILE.qml beside it, which QGIS takes by itself
  base::Overwrite overwrite = base::Overwrite::no;
};

/// The file names' extensions that can be written, as people are told: ".tif, .tif.zip, ...".
base::Text export_formats();

/// Refuses what cannot be written: an unknown extension, GeoJSON in another system than WGS 84, options that
/// another format has, a target that cannot or must not be written (see base::PendingFile). Call before any
/// file is opened.
void check_export(const std::filesystem::path& target, const ExportOptions& options);

/// How large a raster of the map will be.
struct RasterSize {
  int width = 0;  ///< pixels
  int height = 0;
  double pixel = 0;      ///< metres, or degrees
  bool degrees = false;  ///< the coordinate system is geographic
};

/// The size that export_map() will give a GeoTIFF. Throws Error{usage} for options that do not go together.
RasterSize raster_size(const MapContent& map, const ExportOptions& options);

/// Writes the map's units with classes, labels, colours and verdicts; the extension chooses the format.
/// `map` must come from `data`.
void export_map(ProjectData& data, const MapContent& map, const std::filesystem::path& target,
                const ExportOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
