#pragma once

#include "model/project.hpp"

namespace ntmap::app {

/// Throws Error{data} when an entry of the project names another that is not there: file, who names it, and
/// the nearest that is.
void check_references(const model::Project& project);

}  // namespace ntmap::app
