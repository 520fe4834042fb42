#include "ui/row_follower.hpp"

#include <imgui.h>

namespace ntmap::ui {

void RowFollower::show(int row, float height) const {
  if (row > m_first && row + 2 < m_end) return;  // rows at the edges are cut, so they count as out of sight
  const int above = (m_end - m_first) / 3;
  ImGui::SetScrollY(static_cast<float>(row > above ? row - above : 0) * height);
}

}  // namespace ntmap::ui
