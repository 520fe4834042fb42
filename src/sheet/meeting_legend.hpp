#pragma once

#include "base/geometry.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// Sets the legend of a meeting sheet from a top left corner down, `width` wide: what circles stand for in
/// one row, then the classes as boxes in a row with their labels below. Returns its height.
double set_meeting_legend(Composer& composer, base::Vec2 corner, double width);

/// The height that set_meeting_legend() takes.
double meeting_legend_height(Composer& composer, double width);

}  // namespace ntmap::sheet
