#pragma once

#include <optional>
#include <string>

#include "model/project.hpp"

namespace ntmap::app {

/// What the files that saving a project writes over hold: the project file and the one of edited values.
/// (Confirmed names are added to what their file holds then, thresholds are compared by themselves.)
struct DiskState {
  std::optional<std::string> project;  ///< nothing: no file is there
  std::optional<std::string> edits;
  bool operator==(const DiskState&) const = default;
};

/// As it is now; of a project without a file nothing.
DiskState disk_state_of(const model::Project& project);

}  // namespace ntmap::app
