#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "app/map_content.hpp"
#include "app/multiples.hpp"
#include "app/sheet_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"

namespace ntmap::app {

/// How a map is drawn into a file.
struct RenderOptions {
  SheetOptions sheet;
  Multiples multiples = Multiples::none;
  base::Overwrite overwrite = base::Overwrite::no;
};

/// Refuses an unknown extension (.png, .pdf, .svg are known), a plain map that is not PNG, a date that is none,
/// and a target that cannot or must not be written (see base::PendingFile), before any file is opened.
void check_render(const std::filesystem::path& target, const RenderOptions& options);

/// Draws one map of the project, or its small multiples, into a file: polygons by OpenGL for PNG, everything
/// as vectors for PDF and SVG. The findings name what was wrong in the data, and names of units that found no
/// place.
base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job = {});

/// A note that names the units whose names found no place on a sheet; empty when all did.
base::Findings unplaced_names(const Units& units, const std::vector<std::size_t>& unplaced);

}  // namespace ntmap::app
