#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"

namespace ntmap::app {

/// The command that opens what a user dropped or named: a project file, or boundaries whose fields are
/// guessed by their names (code, name, district) and shown by their first column of numbers.
/// Throws Error for files that cannot be opened or of which none is a project or boundaries.
Command command_for_paths(const std::vector<std::string>& paths);

}  // namespace ntmap::app
