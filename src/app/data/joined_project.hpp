#pragma once

#include "app/data/join_plan.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The project that shows a join: an indicator and a theme for each of the plan's values, called as its
/// heading is, a share where that says so, with one decimal unless all of its figures in the preview are
/// whole numbers. Opens no file.
model::Project joined_project(const JoinPlan& plan, const JoinPreview& preview = {});

}  // namespace ntmap::app
