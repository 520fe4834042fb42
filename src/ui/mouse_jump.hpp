#pragma once

namespace ntmap::ui {

/// A finger, or a pointer over a remote connection, jumps and is pressed within one frame. Dear ImGui 1.86
/// then takes no click on tabs and other things that may overlap: it wants the mouse over them in the frame
/// before. Such a press is told one frame later.
class MouseJump {
 public:
  /// Whether the button counts as down in this frame, into which the mouse moved by that many pixels.
  bool take(double moved, bool down) {
    const bool pressed = down && !m_down;
    m_down = down;
    const bool late = m_late;
    m_late = !late && pressed && moved > k_jump;
    return late || (down && !m_late);
  }

 private:
  static constexpr double k_jump = 40;  // a hand rests before it presses
  bool m_down = false;                  // in the frame before
  bool m_late = false;                  // a press is still to be told
};

}  // namespace ntmap::ui
