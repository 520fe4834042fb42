#pragma once

#include <string>
#include <vector>

#include "model/project.hpp"

namespace ntmap::app {

/// A file that a project reads.
struct ProjectInput {
  std::string path;    ///< as the project writes it, relative to its folder; the parts of a shapefile alike
  std::string sha256;  ///< of its bytes
};

/// Every file that the project names and that is there, each once, in the order of their names; the project
/// file itself first.
std::vector<ProjectInput> project_inputs(const model::Project& project);

}  // namespace ntmap::app
