#pragma once

#include <filesystem>
#include <string>

#include "model/project.hpp"

namespace ntmap::app {

// "Save as": a project file beside others reads the same sources, but what the program writes for it - edited
// values, confirmed names, thresholds laid down in the program - is its own, so that work on the copy leaves
// the project that it came from as it is.

/// Whether both paths are of one project file, however they are written.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

/// "<stem><extension>" beside the project file `file`, for a file that is written for it; numbered where
/// something has that name already. What the project file that lies there now names is replaced with it,
/// unless `from` names it too.
std::string own_name(const std::filesystem::path& file, const std::string& stem, const std::string& extension,
                     const model::Project& from);

/// The project as another file than its own says it. In another folder all its paths are rewritten
/// (moved_project.hpp). It names no file of aliases or edited values, which are to be written anew (what the
/// former holds is not among its confirmed names). A file of thresholds that lies in the project's folder, or
/// that was changed, is copied to one of the copy's own; one that lies elsewhere stays shared.
model::Project copied_project(const model::Project& project, const std::filesystem::path& file);

/// Another state of the project, which undo or redo may lead to, once `before` was saved as the copy `saved`:
/// a state of the copy, with its files. What it says otherwise than those is a change of its own now.
model::Project state_of_copy(const model::Project& other, const model::Project& before,
                             const model::Project& saved);

}  // namespace ntmap::app
