#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// What to do with unsaved changes when the window is to close.
enum class Unsaved : std::uint8_t { undecided, save, discard };

/// Asks; opened with Popup::unsaved. Undecided until the user has chosen.
Unsaved draw_unsaved(Desk& desk);

}  // namespace ntmap::ui
