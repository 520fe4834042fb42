#include "ui/toolbar.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

/// One line of a sign, in hundredths of the button's size.
struct Stroke {
  std::vector<ImVec2> points;
  bool closed = false;
};

struct Button {
  std::string id;
  std::vector<Stroke> sign;
};

const std::vector<Button>& buttons() {
  static const std::vector<Button> k_buttons{
      {"file.open", {{{{14, 78}, {14, 26}, {40, 26}, {49, 37}, {86, 37}, {86, 78}}, true}}},
      {"file.save",
       {{{{18, 18}, {70, 18}, {84, 32}, {84, 82}, {18, 82}}, true},
        {{{33, 82}, {33, 58}, {69, 58}, {69, 82}}},
        {{{35, 18}, {35, 36}, {61, 36}, {61, 18}}}}},
      {},
      {"edit.undo",
       {{{{18, 40}, {60, 40}, {76, 47}, {82, 60}, {76, 73}, {60, 80}, {40, 80}}},
        {{{36, 20}, {18, 40}, {36, 60}}}}},
      {"edit.redo",
       {{{{82, 40}, {40, 40}, {24, 47}, {18, 60}, {24, 73}, {40, 80}, {60, 80}}},
        {{{64, 20}, {82, 40}, {64, 60}}}}},
      {},
      {"file.copy_picture",
       {{{{38, 34}, {82, 34}, {82, 86}, {38, 86}}, true},
        {{{38, 66}, {19, 66}, {19, 15}, {62, 15}, {62, 34}}}}},
      {"file.export",
       {{{{36, 44}, {18, 44}, {18, 84}, {82, 84}, {82, 44}, {64, 44}}},
        {{{50, 64}, {50, 15}}},
        {{{34, 31}, {50, 15}, {66, 31}}}}},
      {},
      {"map.split", {{{{14, 20}, {86, 20}, {86, 80}, {14, 80}}, true}, {{{50, 20}, {50, 80}}}}},
      {"data.check", {{{{16, 54}, {40, 78}, {86, 24}}}}},
  };
  return k_buttons;
}

void draw_sign(const std::vector<Stroke>& sign, ImVec2 at, float size, ImU32 ink) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float thick = std::max(1.3F, size * 0.075F);
  for (const Stroke& stroke : sign) {
    std::vector<ImVec2> points;
    for (const ImVec2& point : stroke.points)
      points.push_back({at.x + point.x * size / 100, at.y + point.y * size / 100});
    list.AddPolyline(points.data(), static_cast<int>(points.size()), ink,
                     stroke.closed ? ImDrawFlags_Closed : ImDrawFlags_None, thick);
  }
}

void draw_button(const Button& button, const Action& action, Desk& desk, float size) {
  const bool enabled = action.can_run(desk);
  const bool on = action.checked && action.checked(desk);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton(action.id.c_str(), {size, size}) && enabled;
  const bool hovered = ImGui::IsItemHovered();
  mark_focus();
  if (on || (hovered && enabled))
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size, at.y + size}, IM_COL32(255, 255, 255, 46), 4);
  const float inset = std::round(size * 0.12F);
  draw_sign(button.sign, {at.x + inset, at.y + inset}, size - 2 * inset,
            enabled ? IM_COL32(235, 240, 244, 255) : IM_COL32(235, 240, 244, 80));
  if (hovered) {
    const std::string keys = action.keys.text();
    ImGui::SetTooltip("%s", (desk.say(action.name) + (keys.empty() ? "" : " (" + keys + ")")).c_str());
  }
  if (clicked) action.run(desk);
}

}  // namespace

const std::vector<std::string>& toolbar_ids() {
  static const std::vector<std::string> k_ids = [] {
    std::vector<std::string> ids;
    for (const Button& button : buttons()) ids.push_back(button.id);
    return ids;
  }();
  return k_ids;
}

void draw_toolbar(const std::vector<Action>& actions, Desk& desk, float right) {
  if (!desk.session.project()) return;
  const float size = std::round(ImGui::GetFrameHeight() * 0.92F);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {2, ImGui::GetStyle().ItemSpacing.y});
  const float text_y = ImGui::GetCursorPosY();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + gap);
  for (const Button& button : buttons()) {
    if (button.id.empty()) {
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + gap);
      continue;
    }
    if (ImGui::GetCursorPosX() + size > right) break;
    const auto action =
        std::find_if(actions.begin(), actions.end(), [&](const Action& one) { return one.id == button.id; });
    ImGui::SetCursorPosY(std::round((ImGui::GetFrameHeight() - size) / 2));
    if (action != actions.end()) draw_button(button, *action, desk, size);
  }
  ImGui::SetCursorPos({ImGui::GetCursorPosX() + gap, text_y});
  ImGui::PopStyleVar();
}

}  // namespace ntmap::ui
