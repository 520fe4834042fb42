#pragma once

#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The actions that have a button, by id, in order; an empty id is a gap.
const std::vector<std::string>& toolbar_ids();

/// Buttons for the most used commands in the current menu bar, each with a sign and a tip that says its name
/// and keys. They end before `right`, pixels in the menu bar's window: those that do not fit are left out.
void draw_toolbar(const std::vector<Action>& actions, Desk& desk, float right);

}  // namespace ntmap::ui
