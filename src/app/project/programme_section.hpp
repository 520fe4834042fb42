#pragma once

#include "app/project/config_section.hpp"
#include "model/programme.hpp"

namespace ntmap::app {

/// Reads [programme] of a project file, strictly.
model::Programme read_programme(ConfigSection section);

}  // namespace ntmap::app
