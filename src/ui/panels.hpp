#pragma once

#include "app/session.hpp"
#include "ui/view_state.hpp"

namespace ntmap::ui {

// Each draws into the current Dear ImGui window, reads the session and pushes commands.

/// Theme, period, legend and message of the map.
void draw_map_panel(const app::Session& session, ViewState& view);
/// The selected unit: its value, class and where the value stands.
void draw_unit_panel(const app::Session& session, ViewState& view);
/// What stands in place of the map until there is one.
void draw_welcome(const app::Session& session, ViewState& view);
/// Everything that failed, until it is dismissed.
void draw_problems(app::Session& session, ViewState& view);

}  // namespace ntmap::ui
