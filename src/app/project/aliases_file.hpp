#pragma once

#include <string>
#include <vector>

#include "model/project.hpp"
#include "names/aliases.hpp"

namespace ntmap::app {

/// The names that a person confirmed: those of the project's file, and those since it was saved. The later
/// choice counts where two are of one spelling, and one that was taken back is left out. Throws Error{data}
/// for a file that does not read.
std::vector<names::Alias> all_aliases(const model::Project& project);

/// The confirmed names that make `wanted` of what the file says: those it lacks or has with another code,
/// and, withdrawn, those it should not have.
std::vector<model::ConfirmedName> names_against(const std::vector<names::Alias>& wanted,
                                                const std::vector<names::Alias>& on_disk);

}  // namespace ntmap::app
