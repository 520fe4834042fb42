#pragma once

#include "sheet/canvas.hpp"
#include "sheet/layout.hpp"

namespace ntmap::sheet {

/// Paints polygons, overlays, hatches and borders of one frame, clipped to it.
void paint_map(Canvas& canvas, const SheetRequest& request, const Layout& layout, const MapFrame& frame);

/// Paints thick outlines round the selected units of one frame, clipped to it.
void paint_selection(Canvas& canvas, const SheetRequest& request, const Layout& layout,
                     const MapFrame& frame);

/// Paints the hatch of a class over an area.
void paint_hatch(Canvas& canvas, const Path& area, const base::Box& box, model::Hatch hatch, model::Rgb ink,
                 double unit);

}  // namespace ntmap::sheet
