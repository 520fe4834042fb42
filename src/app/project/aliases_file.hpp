#pragma once

#include <string>
#include <vector>

#include "model/project.hpp"
#include "names/aliases.hpp"

namespace ntmap::app {

/// The names that a person confirmed: those of the project's file, and those since it was saved. The later
/// choice counts where two are of one spelling. Throws Error{data} for a file that does not read.
std::vector<names::Alias> all_aliases(const model::Project& project);

}  // namespace ntmap::app
