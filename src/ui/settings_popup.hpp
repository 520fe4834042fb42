#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// What a user can set for all projects; opened with Popup::settings. Everything holds at once.
void draw_settings(Desk& desk);

}  // namespace ntmap::ui
