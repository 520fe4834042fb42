#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/panel.hpp"

namespace ntmap::ui {

/// Draws the panels of one place into the current window: on the left one below another, elsewhere as tabs.
void draw_dock(const std::vector<std::unique_ptr<Panel>>& panels, Place place, Desk& desk);
struct BottomDock {
  bool folded = false;     ///< the tabs only; a click on one unfolds them (ViewState::bottom_folded)
  bool plots_too = false;  ///< those of the corner, which is not there
};
/// The panels below the map as tabs with a button to fold them.
void draw_bottom_dock(const std::vector<std::unique_ptr<Panel>>& panels, BottomDock dock, Desk& desk);
/// Height of the folded tabs in a window with the style's padding above, pixels.
float folded_height();
/// Whether that place has a panel with something to show.
bool has_panel(const std::vector<std::unique_ptr<Panel>>& panels, Place place, const Desk& desk);

/// Whether there is one for below the map.
bool has_panel_below(const std::vector<std::unique_ptr<Panel>>& panels, bool plots_too, const Desk& desk);

}  // namespace ntmap::ui
