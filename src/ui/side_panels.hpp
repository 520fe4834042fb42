#pragma once

#include <cstdint>

#include "app/desk/selection.hpp"

namespace ntmap::ui {

enum class Side : std::uint8_t { left, right };

/// Which of the two panels beside the map are wanted, and which one of them is in front where a narrow window
/// has room for one only: then they take turns, and the one that was asked for last is seen.
class SidePanels {
 public:
  bool wants(Side side) const { return side == Side::left ? m_left : m_right; }
  bool shows(Side side) const { return wants(side) && (!m_turns || m_front == side); }

  /// Whether there is room for one only; only where both are wanted.
  void take_turns(bool turns) { m_turns = turns; }
  /// Hides one that is seen; one that is not comes, in front of the other.
  void toggle(Side side);
  /// A unit that is selected asks for its card; when nothing is any more the theme comes back.
  void follow(const app::Selection& selection);
  /// What the program changed of the selection itself, as for another vintage, asks for nothing.
  void leave_at(const app::Selection& selection) { m_followed = selection.revision(); }

 private:
  bool m_left = true;
  bool m_right = true;
  bool m_turns = false;
  Side m_front = Side::left;
  std::uint64_t m_followed = 0;  ///< revision of the selection
};

}  // namespace ntmap::ui
