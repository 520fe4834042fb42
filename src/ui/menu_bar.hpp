#pragma once

#include <vector>

#include "ui/actions.hpp"

namespace ntmap::ui {

/// The bar on top: menus, the toolbar, the project's file and the box that searches. What has no room goes,
/// the box last.
void draw_menu_bar(const std::vector<Action>& actions, Desk& desk);

}  // namespace ntmap::ui
