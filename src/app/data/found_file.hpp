#pragma once

#include <string>

#include "base/job.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Whether a file can be the one that a project calls `missing` (as missing_files() names it): reads it as
/// the project would and throws Error for boundaries or a table without the fields that the project joins by,
/// for a table with none of its indicators' fields, and for what cannot be read. Files of other kinds
/// (thresholds, registers) are not opened.
void check_found_file(const model::Project& project, const std::string& missing, const std::string& found,
                      const base::Job& job = {});

}  // namespace ntmap::app
