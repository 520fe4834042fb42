#pragma once

#include "app/map/map_content.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The legend of the map in the window: circles, the classes or the colour square, marks, areas over the map,
/// and the notes below. A click on a class selects its units.
void draw_legend(Desk& desk, const app::MapContent& map);

}  // namespace ntmap::ui
