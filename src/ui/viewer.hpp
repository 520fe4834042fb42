#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::ui {

struct ViewerOptions {
  std::vector<std::string> paths;          ///< a project file, or boundaries and tables
  std::optional<base::Lang> lang;          ///< nothing: as set before
  base::Lang first_lang = base::Lang::vi;  ///< where nothing was set before
  double scale = 0;                        ///< of the interface; 0: as set before, else the monitor's
  bool reset_settings = false;             ///< starts with the defaults and keeps them
  bool present = false;                    ///< begins with the scenes on the whole screen
  bool quit_after_first_map = false;       ///< for measuring the start: closes once the map is on the screen
};

/// Opens the window and returns when it is closed. Throws Error when there is no display, and with
/// quit_after_first_map also when there will be no map.
void run_viewer(const ViewerOptions& options);

}  // namespace ntmap::ui
