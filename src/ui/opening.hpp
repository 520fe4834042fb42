#pragma once

#include "ui/desk.hpp"

struct ImVec2;

namespace ntmap::ui {

/// In the place of the map while a project is read: what is being opened. The map before is of another
/// project, and would stand under this one's title.
void draw_opening(const Desk& desk);

/// Whether the map is still the one of another theme or period than is chosen; false in the moment that most
/// maps take, and while periods are played.
bool waits_for_map(const Desk& desk);
/// Over a part of the current window that belongs to that map, on the screen.
void veil(const ImVec2& from, const ImVec2& to);
/// Over the map in the current window while waits_for_map(): a veil, and what is being made.
void draw_making_veil(const Desk& desk);

}  // namespace ntmap::ui
