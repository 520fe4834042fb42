#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// In the place of the map while a project is read: what is being opened. The map before is of another
/// project, and would stand under this one's title.
void draw_opening(const Desk& desk);

/// Over the map in the current window, while it is still the one of another theme or period than is chosen:
/// what is being made, with the map veiled. Nothing in the moment that most maps take.
void draw_making_veil(const Desk& desk);

}  // namespace ntmap::ui
