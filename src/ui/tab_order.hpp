#pragma once

#include <cstdint>

namespace ntmap::ui {

/// What Tab and F6 do. Tab and Shift+Tab go through all buttons, lists and fields of a panel and on to the
/// next panel, round the whole window; F6 and Ctrl+Tab (with Shift backwards) go from panel to panel, the map
/// being one. Esc inside a table only leaves the table; in a dialog Tab behind its last stop does so, too.
/// Dear ImGui 1.86 by itself stops only at fields for text, and never leaves a panel. begin() and end() stand
/// around all that is drawn in a frame.
class TabOrder {
 public:
  /// What Esc does that leads the focus out of a table.
  enum class Escape : bool { leaves_it_only, ends_more };

  void begin(Escape escape = Escape::leaves_it_only);
  void end();
  /// Whether the next panel has still to be entered: frames must go on.
  bool moving() const { return m_enter != 0; }
  /// Whether keys have brought the keyboard to the map, which then has to show it.
  bool on_map() const;

 private:
  void take_escape() const;
  void request(int direction);
  void go_on();

  int m_asked = 0;             ///< direction in which a stop was asked for in this frame; 0: none was
  int m_step = 0;              ///< of the key: 1 forwards, -1 backwards
  bool m_by_panel = false;     ///< by F6: what stands within panels is passed over
  std::uint32_t m_was_in = 0;  ///< id of the window where the visible focus was in the frame before
  bool m_on_map = false;
  int m_enter = 0;  ///< direction in which a panel waits to be entered
  int m_left = 0;   ///< panels that may still be tried, for some have nothing to stop at
};

}  // namespace ntmap::ui
