#include "ui/period_keys.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace ntmap::ui {

int period_by_keys(int count, int chosen) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  // Dear ImGui hides the focus that a click gives, and spends the next key on showing it.
  if (ImGui::IsItemActive() || ImGui::IsItemDeactivated()) g.NavDisableHighlight = false;
  if (!ImGui::IsItemFocused() || g.NavDisableHighlight) return chosen;
  const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  int to = chosen;
  if (pressed(ImGuiKey_RightArrow)) ++to;
  if (pressed(ImGuiKey_LeftArrow)) --to;
  if (pressed(ImGuiKey_Home)) to = 0;
  if (pressed(ImGuiKey_End)) to = count - 1;
  if (to != chosen || pressed(ImGuiKey_Home) || pressed(ImGuiKey_End)) ImGui::NavMoveRequestCancel();
  return std::clamp(to, 0, count - 1);
}

}  // namespace ntmap::ui
