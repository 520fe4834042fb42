#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/export/export_request.hpp"
#include "app/map/map_content.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// Where a copied picture is.
struct CopiedPicture {
  std::filesystem::path file;  ///< empty: on the clipboard
  base::Text note;             ///< one sentence for the user
};

/// The program that puts a PNG file on the clipboard of this desktop, with its arguments: wl-copy under
/// Wayland, xclip under X11. Empty without a desktop.
std::vector<std::string> clipboard_command(const std::filesystem::path& png);

/// `wanted`, or where that is there already the first free "name-2.png", "name-3.png"...
std::filesystem::path free_name(const std::filesystem::path& wanted);

/// Draws the sheet of the map (title, legend, source) as a PNG, the map as it is seen, with units' names or
/// without, and puts it on the clipboard; where no program does that, leaves it as a new file beside the
/// project (without a project file, in the working folder). Throws Error when the picture cannot be drawn or
/// written.
CopiedPicture copy_picture(ProjectData& data, const MapContent& map, const SeenMap& seen, bool names,
                           base::Lang lang, const base::Job& job = {});

}  // namespace ntmap::app
