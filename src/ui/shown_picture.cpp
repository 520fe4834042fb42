#include "ui/shown_picture.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ntmap::ui {
namespace {

int whole(double number) {
  return static_cast<int>(number);
}

/// Copies what of the picture lies in the clip rectangle.
void copy(const gl::Framebuffer& picture, base::Vec2 corner, const ImVec4& clip) {
  const double left = std::max(corner.x, static_cast<double>(clip.x));
  const double top = std::max(corner.y, static_cast<double>(clip.y));
  const double right = std::min(corner.x + picture.width(), static_cast<double>(clip.z));
  const double bottom = std::min(corner.y + picture.height(), static_cast<double>(clip.w));
  if (right <= left || bottom <= top) return;
  const ImGuiIO& io = ImGui::GetIO();
  const auto scale_x = static_cast<double>(io.DisplayFramebufferScale.x);
  const auto scale_y = static_cast<double>(io.DisplayFramebufferScale.y);
  const double above_floor = static_cast<double>(io.DisplaySize.y) - bottom;
  const gl::Part from{whole(left - corner.x), whole(corner.y + picture.height() - bottom),
                      whole(right - left), whole(bottom - top)};
  picture.copy_to_target(from, {whole(left * scale_x), whole(above_floor * scale_y),
                                whole((right - left) * scale_x), whole((bottom - top) * scale_y)});
}

}  // namespace

void ShownPicture::show(const gl::Framebuffer& picture, base::Vec2 corner, bool changed) {
  if (changed) m_now = 1 - m_now;
  Place& place = m_places.at(m_now);
  place = {&picture, {std::floor(corner.x), std::floor(corner.y)}};
  const auto draw = [](const ImDrawList* /*list*/, const ImDrawCmd* command) {
    const auto& shown = *static_cast<const Place*>(command->UserCallbackData);
    copy(*shown.picture, shown.corner, command->ClipRect);
  };
  ImGui::GetWindowDrawList()->AddCallback(draw, &place);
}

}  // namespace ntmap::ui
