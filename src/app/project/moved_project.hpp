#pragma once

#include <filesystem>

#include "app/project/project_patch.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The project as a file in another folder says it: every path that it names leads to the same file as
/// before, relative where that lies below `folder`, else absolute. Changes of thresholds stay under the path
/// that they were made of: project_copy.hpp gives them a file.
model::Project moved_project(const model::Project& project, const std::filesystem::path& folder);

/// Puts the paths that differ into the text of the project file.
void patch_moved_paths(ProjectPatch& patch, const model::Project& before, const model::Project& after);

/// Whether all paths of both are the same.
bool same_paths(const model::Project& a, const model::Project& b);

}  // namespace ntmap::app
