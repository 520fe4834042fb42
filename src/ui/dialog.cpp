#include "ui/dialog.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/view_state.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

bool pressed_once(ImGuiKey_ key) {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false);
}

bool any_enter() {
  return pressed_once(ImGuiKey_Enter) || pressed_once(ImGuiKey_KeyPadEnter);
}

/// Enter is on its way to an item: press_by_enter() has found one.
bool enter_presses_item() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return g.NavActivateInputId != 0 && g.NavActivateId == g.NavActivateInputId;
}

/// A field for text had the keyboard when Enter came; by now it may have given it back.
bool ended_text() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return g.ActiveIdPreviousFrame != 0 && g.InputTextState.ID == g.ActiveIdPreviousFrame;
}

/// Nothing lies above the window that is being drawn.
bool on_top() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return g.OpenPopupStack.Size == g.BeginPopupStack.Size;
}

}  // namespace

float dialog_width(double at_scale_one, const ViewState& view) {
  constexpr float k_most = 0.96F;  // of the window
  return std::min(static_cast<float>(at_scale_one * view.scale),
                  ImGui::GetMainViewport()->WorkSize.x * k_most);
}

bool begin_dialog(const std::string& title, bool& keep) {
  ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, true);
  const bool open = ImGui::BeginPopupModal(title.c_str(), &keep, ImGuiWindowFlags_NoResize);
  ImGui::PopItemFlag();
  return open;
}

int open_popups() {
  return ImGui::GetCurrentContext()->OpenPopupStack.Size;
}

void press_by_enter() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  // Tab sets NavActivateInputId too, to start typing in a field: that presses nothing.
  if (!any_enter() || g.ActiveId != 0 || g.NavId == 0 || !g.IO.NavVisible) return;
  g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = g.NavActivateInputId = g.NavId;
}

bool enter_pressed() {
  return any_enter() && !ImGui::IsWindowAppearing() && on_top() && !enter_presses_item();
}

bool default_button(const std::string& words, float width, EnterInText in_text) {
  const bool clicked = ImGui::Button(words.c_str(), {width, 0});
  if ((ImGui::GetItemFlags() & ImGuiItemFlags_Disabled) != 0) return false;
  ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), accent_ink(),
                                      ImGui::GetStyle().FrameRounding, 0, 1.5F);
  const bool enter = enter_pressed() && (in_text == EnterInText::accepts || !ended_text());
  return clicked || enter;
}

bool escape_pressed(const ViewState& view) {
  return pressed_once(ImGuiKey_Escape) && on_top() &&
         view.popups_before == ImGui::GetCurrentContext()->BeginPopupStack.Size;
}

}  // namespace ntmap::ui
