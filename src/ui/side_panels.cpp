#include "ui/side_panels.hpp"

#include <utility>

namespace ntmap::ui {

void SidePanels::toggle(Side side) {
  const bool show = !shows(side);
  (side == Side::left ? m_left : m_right) = show;
  if (show) m_front = side;
}

void SidePanels::follow(const app::Selection& selection) {
  if (std::exchange(m_followed, selection.revision()) == selection.revision()) return;
  m_front = selection.current() ? Side::right : Side::left;
}

}  // namespace ntmap::ui
