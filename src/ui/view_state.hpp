#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/session.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// What is open and chosen in the window; never saved in a project, never undone.
struct ViewState {
  base::Lang lang = base::Lang::vi;
  double scale = 1;  ///< of the interface, as the window has it
  bool labels = true;
  bool show_unit_panel = true;
  bool zoom_to_all = false;
  std::optional<std::uint32_t> selected;
  std::vector<base::Error> problems;   ///< of the window itself; those of the work are the session's
  std::vector<app::Command> commands;  ///< filled by panels, carried out at one place in the frame
};

}  // namespace ntmap::ui
