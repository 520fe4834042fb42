#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/desk.hpp"
#include "ui/panel.hpp"

namespace ntmap::ui {

/// Draws what stands below the menus: the panels at the left, the right and below, whose height can be
/// dragged, and `draw_map` in the room that they leave; without a project the welcome in all of it. A map
/// that `is_shown` fills its room to the edges.
void draw_places(const std::vector<std::unique_ptr<Panel>>& panels, Desk& desk, bool is_shown,
                 const std::function<void()>& draw_map);

}  // namespace ntmap::ui
