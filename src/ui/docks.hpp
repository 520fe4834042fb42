#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/panel.hpp"

namespace ntmap::ui {

/// Draws the panels of one place into the current window: on the left one below another, elsewhere as tabs.
void draw_dock(const std::vector<std::unique_ptr<Panel>>& panels, Place place, Desk& desk);
/// The panels below the map as tabs with a button to fold them; `folded` draws the tabs only, and a click on
/// one unfolds them (ViewState::bottom_folded).
void draw_bottom_dock(const std::vector<std::unique_ptr<Panel>>& panels, bool folded, Desk& desk);
/// Height of the folded tabs in a window with the style's padding above, pixels.
float folded_height();
/// Whether that place has a panel with something to show.
bool has_panel(const std::vector<std::unique_ptr<Panel>>& panels, Place place, const Desk& desk);

}  // namespace ntmap::ui
