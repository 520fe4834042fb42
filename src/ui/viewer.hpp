#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::ui {

struct ViewerOptions {
  std::vector<std::string> paths;  ///< a project file, or boundaries and tables
  base::Lang lang = base::Lang::vi;
  double scale = 0;                   ///< of the interface; 0 takes the monitor's
  bool quit_after_first_map = false;  ///< for measuring the start: closes once the map is on the screen
};

/// Opens the window and returns when it is closed. Throws Error when there is no display, and with
/// quit_after_first_map also when there will be no map.
void run_viewer(const ViewerOptions& options);

}  // namespace ntmap::ui
