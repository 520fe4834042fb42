#include "ui/map_overlay.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/map_canvas.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr float k_button_shape = 1.1F;  // width by height
constexpr float k_map_buttons = 5;
constexpr ImGuiWindowFlags k_bare_child =
    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;

bool button(const Desk& desk, const char* sign, const Text& tip, bool on = false) {
  const float size = ImGui::GetFrameHeight();
  ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(on ? ImGuiCol_Header : ImGuiCol_PopupBg));
  const bool clicked = ImGui::Button(sign, {size * k_button_shape, size});
  ImGui::PopStyleColor();
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(tip).c_str());
  return clicked;
}

void tool_button(Desk& desk, const char* id, const Text& tip, Tool tool) {
  const bool on = desk.view.tool == tool;
  if (button(desk, id, tip, on)) desk.view.tool = on ? Tool::pick : tool;
}

void draw_polygon_sign(ImVec2 from, ImVec2 to) {
  const float w = to.x - from.x;
  const float h = to.y - from.y;
  const ImVec2 points[] = {{from.x + w * 0.25F, from.y + h * 0.35F},
                           {from.x + w * 0.6F, from.y + h * 0.22F},
                           {from.x + w * 0.78F, from.y + h * 0.6F},
                           {from.x + w * 0.4F, from.y + h * 0.78F}};
  ImGui::GetWindowDrawList()->AddPolyline(points, 4, ImGui::GetColorU32(ImGuiCol_Text), ImDrawFlags_Closed,
                                          1.5F);
}

void draw_ruler_sign(ImVec2 from, ImVec2 to) {
  const float w = to.x - from.x;
  const float h = to.y - from.y;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  const float y = from.y + h * 0.6F;
  list.AddLine({from.x + w * 0.2F, y}, {from.x + w * 0.8F, y}, ink, 1.5F);
  for (int i = 0; i < 5; ++i) {
    const float x = from.x + w * (0.2F + 0.15F * static_cast<float>(i));
    list.AddLine({x, y}, {x, y - h * (i % 2 == 0 ? 0.25F : 0.15F)}, ink, 1.5F);
  }
}

Text help_of(Tool tool) {
  if (tool == Tool::polygon)
    return text(
        "Nhấp từng đỉnh; nhấp đúp, Enter hoặc nút phải để chọn. Backspace bỏ đỉnh cuối, Esc thôi.",
        "Click the corners; double click, Enter or the right button selects. Backspace drops the last, Esc "
        "ends.");
  return text("Nhấp từng điểm để đo; nhấp đúp hoặc nút phải để đo lại. Esc thôi.",
              "Click points to measure; double click or the right button starts again. Esc ends.");
}

}  // namespace

base::Box map_buttons_box() {
  const ImVec2 gap = ImGui::GetStyle().ItemSpacing;
  const float size = ImGui::GetFrameHeight();
  const float high = k_map_buttons * size + (k_map_buttons - 1) * gap.y;
  return {0, 0, static_cast<double>(gap.x + size * k_button_shape), static_cast<double>(gap.x + high)};
}

base::Box period_slider_box(base::Vec2 size) {
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const auto height = static_cast<double>(ImGui::GetFrameHeight() + 2 * padding.y);
  const double margin = std::round(size.x * 0.08);
  const double top = size.y - height - 2 * static_cast<double>(padding.y);
  return {margin, top, size.x - margin, top + height};
}

void draw_map_buttons(Desk& desk) {
  const float margin = ImGui::GetStyle().ItemSpacing.x;
  const base::Box box = map_buttons_box();
  // A window of its own, for Tab; the map's has no stops, as arrows move the map there.
  ImGui::SetCursorPos({0, 0});
  ImGui::BeginChild(
      "map_buttons",
      {static_cast<float>(box.width()) + margin / 2, static_cast<float>(box.height()) + margin / 2}, false,
      k_bare_child);
  ImGui::SetCursorPos({margin, margin});
  ImGui::BeginGroup();
  if (button(desk, "+", text("Phóng to", "Nearer"))) desk.canvas.zoom(1.5);
  if (button(desk, "–", text("Thu nhỏ", "Farther"))) desk.canvas.zoom(1 / 1.5);
  if (button(desk, "□", text("Toàn bộ bản đồ (Home)", "Whole map (Home)"))) desk.view.zoom_to = ZoomTo::all;
  tool_button(desk, "##polygon", text("Chọn bằng đa giác (G)", "Select with a polygon (G)"), Tool::polygon);
  draw_polygon_sign(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  tool_button(desk, "##measure", text("Đo khoảng cách, diện tích (M)", "Measure distance and area (M)"),
              Tool::measure);
  draw_ruler_sign(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  ImGui::EndGroup();
  ImGui::EndChild();
  if (desk.view.tool == Tool::pick) return;
  const std::string& help = desk.say(help_of(desk.view.tool));
  const float from = 6 * margin + ImGui::GetFrameHeight();
  const float width = std::max(1.0F, ImGui::GetWindowSize().x - from - 3 * margin);  // where it wraps
  const ImVec2 size = ImGui::CalcTextSize(help.c_str(), nullptr, false, width);
  const ImVec2 at{ImGui::GetWindowPos().x + from, ImGui::GetWindowPos().y + margin};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + size.x + 2 * margin, at.y + size.y + margin},
                     ImGui::GetColorU32(ImGuiCol_PopupBg), 4);
  list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + margin, at.y + margin / 2},
               ImGui::GetColorU32(ImGuiCol_Text), help.c_str(), nullptr, width);
}

}  // namespace ntmap::ui
