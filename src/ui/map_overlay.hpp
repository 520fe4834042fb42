#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// The buttons over the map: nearer, farther, whole map, tools; and what the chosen tool wants done.
void draw_map_buttons(Desk& desk);

}  // namespace ntmap::ui
