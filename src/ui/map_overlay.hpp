#pragma once

#include "base/geometry.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The buttons over the map: nearer, farther, whole map, tools; and what the chosen tool wants done.
void draw_map_buttons(Desk& desk);
/// What lies over a map of `size` pixels: the buttons, and where there are periods their slider at the lower
/// edge.
base::Box map_buttons_box();
base::Box period_slider_box(base::Vec2 size);

}  // namespace ntmap::ui
