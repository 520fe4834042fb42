#pragma once

#include "sheet/canvas.hpp"
#include "sheet/layout.hpp"

namespace ntmap::sheet {

/// Paints polygons, overlays, hatches and borders of one frame, clipped to it.
void paint_map(Canvas& canvas, const SheetRequest& request, const Layout& layout, const MapFrame& frame);

/// Paints thick outlines round the selected units of one frame, clipped to it.
void paint_selection(Canvas& canvas, const SheetRequest& request, const Layout& layout,
                     const MapFrame& frame);

/// How an area is hatched.
struct HatchLook {
  model::Hatch hatch = model::Hatch::none;
  model::Rgb ink;
  double unit = 1;     ///< page pixels a unit of the layout
  double opacity = 1;  ///< 0..1
};

/// Paints the hatch of a class over an area; the pattern begins at the lower left corner of `box`.
void paint_hatch(Canvas& canvas, const Path& area, const base::Box& box, const HatchLook& look);

}  // namespace ntmap::sheet
