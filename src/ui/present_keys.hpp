#pragma once

#include <cstdint>
#include <span>
#include <variant>

#include "app/deck/presentation.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// What a key does beside what app::Presentation knows.
enum class StageAction : std::uint8_t {
  overview,  ///< all scenes as small pictures
  drill,     ///< into the district or commune under the mouse
  notes,     ///< the speaker's window
  swap,      ///< audience and speaker change monitors
  window,    ///< the whole monitor, or a window that can be shared alone
  preview,   ///< what the other sites see: 720 lines, 360, as it is
  fix,       ///< texts enlarged until they can be read there
  clock,     ///< times begin anew
  help,      ///< the list of keys
  end,       ///< closes what lies over the scene, else ends the talk
};

/// One key (as GLFW numbers it) while presenting; several may do the same.
struct PresentKey {
  int key = 0;
  std::variant<app::PresentAction, StageAction> action;
};

// The digits are not in the list: they name scenes.
inline constexpr int k_key_0 = '0';
inline constexpr int k_key_pad_0 = 320;  ///< the digits of the keypad follow one another

/// Which key does what while presenting. Page keys are what presenter remotes send, B or the full stop their
/// blank button; F5, their start button, does nothing here.
std::span<const PresentKey> present_keys();

/// A line of the list of keys that is shown on request.
struct KeyHelp {
  base::Text keys;
  base::Text what;
};
std::span<const KeyHelp> present_key_help();

}  // namespace ntmap::ui
