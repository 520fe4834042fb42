#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// What to do with unsaved changes when the project is to be left: the window closes, or another one opens.
enum class Unsaved : std::uint8_t { undecided, save, discard, stay };

/// Asks; opened with Popup::unsaved. Undecided until the user has chosen.
Unsaved draw_unsaved(Desk& desk);

}  // namespace ntmap::ui
