#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/pending_file.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Reads a project file (TOML, docs/project-file.md), strictly: an unknown key, a wrong type, an id used
/// twice or a reference to nothing is an Error with file, line, key and remedy. Opens no data file but that
/// of the values changed by hand.
model::Project read_project(const std::filesystem::path& file);
model::Project parse_project(std::string_view toml, const std::string& file);

/// A path of the project as the program opens it: relative ones start at the project's folder.
std::string resolve(const model::Project& project, const std::string& path);

}  // namespace ntmap::app
