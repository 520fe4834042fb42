#include "ui/ring_tool.hpp"

#include <imgui.h>

namespace ntmap::ui {
namespace {

constexpr ImU32 k_ink = IM_COL32(0xc0, 0x22, 0x5a, 255);
constexpr ImU32 k_ground = IM_COL32(0xc0, 0x22, 0x5a, 40);

}  // namespace

void RingTool::add(base::Vec2 world) {
  if (m_points.empty() || !(m_points.back() == world)) m_points.push_back(world);
}

void RingTool::take_last_back() {
  if (!m_points.empty()) m_points.pop_back();
}

std::vector<base::Vec2> RingTool::with(base::Vec2 cursor) const {
  std::vector<base::Vec2> points = m_points;
  points.push_back(cursor);
  return points;
}

void RingTool::draw(const scene::Camera& camera, base::Vec2 corner, base::Vec2 cursor_world) const {
  if (m_points.empty()) return;
  std::vector<ImVec2> points;
  for (const base::Vec2& world : with(cursor_world)) {
    const base::Vec2 at = corner + camera.to_pixel(world);
    points.push_back({static_cast<float>(at.x), static_cast<float>(at.y)});
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int count = static_cast<int>(points.size());
  if (count == 3) list.AddConvexPolyFilled(points.data(), count, k_ground);
  list.AddPolyline(points.data(), count, k_ink, 0, 2);
  if (count > 2) list.AddLine(points.back(), points.front(), k_ink, 1);
  for (const ImVec2& point : points) list.AddCircleFilled(point, 3, k_ink);
}

}  // namespace ntmap::ui
