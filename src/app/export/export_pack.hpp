#pragma once

#include <filesystem>
#include <string>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"

namespace ntmap::app {

struct PackOptions {
  base::Lang lang = base::Lang::vi;
  std::string program = "ntmap";  ///< name and version, written into the manifest
  base::Overwrite overwrite = base::Overwrite::no;
};

/// Refuses a target that is no ".zip" or must not be written, and a project that is no file: its maps could
/// not be made again. Call before any data are read.
void check_pack(const model::Project& project, const std::filesystem::path& target,
                const PackOptions& options);

/// Packs what a province hands out: of every theme, in its latest period with figures, the sheet (PNG and
/// PDF), the legend, GeoTIFF, GeoJSON with QGIS style, GeoPackage and table; a note on what is what; the
/// SHA-256 of every file; and manifest.json with, for each file, the command that makes it again, byte by
/// byte, and the SHA-256 of everything that was read. The same input gives the same archive. Returns what was
/// wrong in the data. Errors name the theme and leave the old archive.
base::Findings export_pack(ProjectData& data, const std::filesystem::path& target, const PackOptions& options,
                           const base::Job& job = {});

}  // namespace ntmap::app
