#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ui/desk.hpp"
#include "ui/map_canvas.hpp"
#include "ui/view_state.hpp"

namespace ntmap::ui {

/// How theme and period stand over a map.
struct CaptionLook {
  bool one_line = true;  ///< else the period stands below the theme
  std::size_t theme_lines = 1;
};

/// Two maps side by side that move as one: left the desk's own, right another theme or period. What is under
/// the mouse or selected in one stands out in the other, as far as both have the unit.
/// Needs the window's GL context during its whole life.
class SplitView {
 public:
  /// Divides the rest of the current Dear ImGui window. `draw_left` draws what lies over the left map.
  void draw(Desk& desk, const app::MapContent& left, const std::function<void()>& draw_left);
  /// Gives the second map back; to be called while there is one map only.
  void close();
  /// Whether the second map is still being drawn in the background.
  bool drawing() const;

 private:
  void take_map(const std::shared_ptr<const app::MapContent>& map);
  void cover(Desk& desk, const app::MapContent& left, const CaptionLook& look, float width, float height);
  void draw_right(Desk& desk, const app::MapContent& left, const CaptionLook& look);
  void draw_right_canvas(Desk& desk, const app::MapContent& left);

  std::optional<MapCanvas> m_canvas;
  std::shared_ptr<const app::MapContent> m_shown;
  ViewState m_view;                // of the right map: the same choices, with its own units
  bool m_right_leads = false;      // the mouse is, or went down, over the right map
  std::array<float, 4> m_place{};  // width, height, covered above and below: of the frame before
  bool m_legend_folded = false;
  std::string m_legend_of;  // themes of both maps that this was decided for
};

}  // namespace ntmap::ui
