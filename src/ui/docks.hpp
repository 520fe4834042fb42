#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/panel.hpp"

namespace ntmap::ui {

/// Draws the panels of one place into the current window: on the left one below another, elsewhere as tabs.
void draw_dock(const std::vector<std::unique_ptr<Panel>>& panels, Place place, Desk& desk);
/// Whether that place has a panel with something to show.
bool has_panel(const std::vector<std::unique_ptr<Panel>>& panels, Place place, const Desk& desk);

}  // namespace ntmap::ui
