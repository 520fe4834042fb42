#pragma once

#include "base/error.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

// What is told of how the window came up, or did not.

/// Says on the desktop why the program ended, where nobody reads a terminal: it was started from an icon.
void tell_on_desktop(const base::Error& error, base::Lang lang);

/// The window did not open last time with the interface in that scale.
base::Error scale_not_tried(double scale);

/// The project is open in another window of the program.
base::Error two_windows();

}  // namespace ntmap::ui
