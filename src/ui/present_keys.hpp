#pragma once

#include <span>
#include <utility>

#include "app/presentation.hpp"

namespace ntmap::ui {

// Keys as GLFW numbers them, which is how Dear ImGui is asked for them.
inline constexpr int k_key_escape = 256;
inline constexpr int k_key_pad_0 = 320;  ///< the digits of the keypad follow one another

/// Which key does what while presenting; several may do the same. Page keys are what presenter remotes send,
/// and the full stop is their blank button.
std::span<const std::pair<int, app::PresentAction>> present_keys();

}  // namespace ntmap::ui
