#pragma once

#include "app/data/join_plan.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The list of the table's columns with a box to tick for each that is to become a theme; closed it is so
/// many pixels wide and says which are.
void draw_value_choice(const Desk& desk, app::JoinPlan& plan, const app::JoinPreview& preview, float width);

}  // namespace ntmap::ui
