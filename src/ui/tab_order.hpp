#pragma once

namespace ntmap::ui {

/// What Tab and Shift+Tab do: they go through all buttons, lists and fields of a panel and on to the next
/// panel, round the whole window. Dear ImGui 1.86 by itself stops only at fields for text, and never leaves a
/// panel. begin() and end() stand around all that is drawn in a frame.
class TabOrder {
 public:
  void begin();
  void end();
  /// Whether the next panel has still to be entered: frames must go on.
  bool moving() const { return m_enter != 0; }

 private:
  void request(int direction) const;
  void go_on();

  bool m_asked = false;  ///< in this frame
  int m_direction = 0;   ///< of the key: 1 forwards, -1 backwards
  int m_enter = 0;       ///< the same, while a panel waits to be entered
  int m_left = 0;        ///< panels that may still be tried, for some have nothing to stop at
};

}  // namespace ntmap::ui
