#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/map_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/export_layer.hpp"
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
  base::Overwrite overwrite = base::Overwrite::no;
};

/// Refuses what cannot be written: an unknown extension, GeoJSON in another system than WGS 84, a target that
/// cannot or must not be written (see base::PendingFile). Call before any file is opened.
void check_export(const std::filesystem::path& target, const ExportOptions& options);

/// Writes the map's units with classes, labels and colours; the extension chooses the format.
void export_map(const model::Project& project, const MapContent& map, const std::filesystem::path& target,
                const ExportOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
