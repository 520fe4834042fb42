#pragma once

#include <vector>

#include "ui/actions.hpp"

namespace ntmap::ui {

/// Asks what is to be done where saving would write over what another window or program wrote into the
/// project's files since they were read. True where the project is to be opened again from the disk: it has
/// said then that changes are lost, and nobody is to be asked again.
bool draw_save_conflict(app::Session& session, const std::vector<Action>& actions, Desk& desk);

}  // namespace ntmap::ui
