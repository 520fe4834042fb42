#pragma once

#include <filesystem>

#include "app/map/map_content.hpp"
#include "app/map/render_map.hpp"
#include "app/map/sheet_content.hpp"

namespace ntmap::app {

/// What sheet::legend_layout() wants for the legend of a map, which must outlive it: all that the sheet's
/// legend says, also of circles, colour squares and areas over the map. Of the options, page (the scale of
/// everything), language and date count. Requires the map's label points where its theme has circles.
SheetContent legend_content(const MapContent& map, const RenderOptions& options);

/// Draws only the legend of a map, on a page as large as it needs: for reports and slides. The extension
/// chooses PNG, PDF or SVG as in check_render(); of the options page (the scale of everything), language,
/// date and overwrite count.
void render_legend(const MapContent& map, const std::filesystem::path& target, const RenderOptions& options);

}  // namespace ntmap::app
