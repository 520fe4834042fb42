#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// What stands in place of the map until there is one: how to open something, and recent projects.
void draw_welcome(Desk& desk);
/// Hints of the first run, one after another, until they are dismissed. Returns the height of the one shown
/// in pixels; 0 where there is none.
float draw_tour(Desk& desk);
/// Whether draw_tour() shows one.
bool tour_shows(const Desk& desk);
/// They do not come back by themselves.
void close_tour(ViewState& view);

}  // namespace ntmap::ui
