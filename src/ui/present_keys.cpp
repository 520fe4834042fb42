#include "ui/present_keys.hpp"

#include <array>

namespace ntmap::ui {

using enum app::PresentAction;

std::span<const std::pair<int, app::PresentAction>> present_keys() {
  constexpr int enter_key = 257;
  constexpr int backspace = 259;
  constexpr int right = 262;
  constexpr int left = 263;
  constexpr int down = 264;
  constexpr int up = 265;
  constexpr int page_up = 266;
  constexpr int page_down = 267;
  constexpr int home = 268;
  constexpr int end = 269;
  constexpr int pad_enter = 335;
  static constexpr std::array<std::pair<int, app::PresentAction>, 17> keys{{
      {right, next},
      {down, next},
      {page_down, next},
      {' ', next},
      {left, back},
      {up, back},
      {page_up, back},
      {home, first},
      {end, last},
      {backspace, out},
      {'B', black},
      {'.', black},
      {'W', white},
      {'L', laser},
      {'S', spotlight},
      {enter_key, enter},
      {pad_enter, enter},
  }};
  return keys;
}

}  // namespace ntmap::ui
