#pragma once

#include "base/geometry.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The legends of areas over a meeting map: for each layer its title and, beside it, a box and a label for
/// each class, on as many lines as they need. Set from `corner` on within `width`; returns the height, 0
/// without any. In a row with the classes of the map their labels would have no room.
double set_meeting_areas(Composer& composer, base::Vec2 corner, double width);
/// The height that it takes; sets nothing.
double meeting_areas_height(Composer& composer, double width);

}  // namespace ntmap::sheet
