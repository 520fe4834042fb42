#pragma once

#include <filesystem>

#include "app/map_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// How a map is drawn into a file.
struct RenderOptions {
  sheet::Page page;
  sheet::Style style = sheet::Style::normal;  ///< plain: polygons and borders only, over the whole picture
  base::Lang lang = base::Lang::vi;
  bool labels = true;
  bool histogram = false;
  bool geo = false;  ///< PNG with world file and sidecar, PDF as GeoPDF: other programs place the map
  std::string date;  ///< written on the sheet and into PDF metadata; empty: none
  base::Overwrite overwrite = base::Overwrite::no;
};

/// Refuses an unknown extension (.png, .pdf, .svg are known), a plain map that is not PNG, and a target that
/// cannot or must not be written (see base::PendingFile), before any file is opened.
void check_render(const std::filesystem::path& target, const RenderOptions& options);

/// Draws one map of the project into a file: polygons by OpenGL for PNG, everything as vectors for PDF and
/// SVG. The findings name what was wrong in the data, and names of units that found no place.
base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
