#pragma once

#include <string>
#include <vector>

#include "model/project.hpp"

namespace ntmap::app {

/// Files that a project names and that are not there, as the project writes them (without layer or
/// sheet), each once. Looks at the disk, opens nothing.
std::vector<std::string> missing_files(const model::Project& project);

/// The project with `missing` (as missing_files() names it) found at `found`. Other missing files that lie
/// as near to `found` as they lay to `missing`, or that lie beside it under a name that no other missing file
/// has, are found with it, so that one answer mends a folder that was moved. Paths below the project's folder
/// stay relative.
model::Project with_file_found(const model::Project& project, const std::string& missing,
                               const std::string& found);

}  // namespace ntmap::app
