#pragma once

#include <filesystem>

#include "app/project/project_patch.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The project as a file in another folder says it: every path that it names leads to the same file as
/// before, relative where that lies below `folder`, else absolute. Files of aliases, of edited values and of
/// thresholds that were changed, which the program writes itself, are to be written anew beside the new file:
/// what the aliases hold becomes confirmed names, unless one is for a province alone. Throws Error when the
/// file of aliases does not read.
model::Project moved_project(const model::Project& project, const std::filesystem::path& folder);

/// Puts the paths that differ into the text of the project file.
void patch_moved_paths(ProjectPatch& patch, const model::Project& before, const model::Project& after);

/// Whether all paths of both are the same.
bool same_paths(const model::Project& a, const model::Project& b);

}  // namespace ntmap::app
