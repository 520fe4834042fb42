#pragma once

#include <filesystem>
#include <string>

#include "app/map/map_content.hpp"
#include "app/map/render_options.hpp"
#include "app/map/sheet_focus.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// The page of a map that is drawn into this file, by its size ("1920x1080", "A4"): a PNG of a paper has
/// `dpi` pixels an inch (sheet::picture_page()). Throws Error{usage} for a size that is none, and for dpi
/// where there are no pixels.
sheet::Page page_for(const std::filesystem::path& target, const std::string& size, double dpi = 0);

/// Refuses an unknown extension (.png, .pdf, .svg are known), a plain map or a preview that is not PNG, a
/// date that is none, and a target that cannot or must not be written (see base::PendingFile), before any
/// file is opened.
void check_render(const std::filesystem::path& target, const RenderOptions& options);

/// Draws one map of the project, or its small multiples, into a file: polygons by OpenGL for PNG, everything
/// as vectors for PDF and SVG; `focus` says which part of a sheet of one map, and what is marked. The
/// findings name what was wrong in the data, and names of units that found no place.
base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job = {},
                          const SheetFocus& focus = {});

/// Draws one scene of the project's presentation, always in the meeting style. Throws Error when the scene
/// cannot be shown.
base::Findings render_scene(ProjectData& data, const model::Scene& scene, const std::filesystem::path& target,
                            const RenderOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
