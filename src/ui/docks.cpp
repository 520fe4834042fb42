#include "ui/docks.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::text;

/// The first is always open, the others fold away.
void draw_stack(const std::vector<Panel*>& panels, Desk& desk) {
  for (Panel* panel : panels) {
    ImGui::PushID(panel->id());
    const bool open =
        panel == panels.front() || ImGui::CollapsingHeader((desk.say(panel->title()) + "###fold").c_str());
    if (open) panel->draw(desk);
    ImGui::PopID();
  }
}

/// Marks the chosen tab beyond its ground, which one under the mouse has nearly too.
void underline_tab() {
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const float thick = ImGui::GetStyle().FrameRounding * 0.75F;
  ImGui::GetWindowDrawList()->AddRectFilled({from.x, to.y - thick}, to, accent_ink());
}

/// The button behind the tabs: a triangle that points where the panels will go.
void draw_fold_button(bool folded, Desk& desk) {
  if (ImGui::TabItemButton("  ###fold", ImGuiTabItemFlags_Trailing | ImGuiTabItemFlags_NoTooltip))
    desk.view.bottom_folded = !folded;
  if (ImGui::IsItemHovered()) {
    ImGui::SetTooltip("%s", desk.say(folded ? text("Mở các bảng bên dưới", "Unfold the panels below")
                                            : text("Thu gọn còn các thẻ", "Fold to the tabs"))
                                .c_str());
  }
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const ImVec2 middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  const float half = ImGui::GetTextLineHeight() * 0.28F;
  const float tip = folded ? -half : half;
  ImGui::GetWindowDrawList()->AddTriangleFilled({middle.x - half, middle.y - tip / 2},
                                                {middle.x + half, middle.y - tip / 2},
                                                {middle.x, middle.y + tip}, muted_ink());
}

void draw_tabs(const std::vector<Panel*>& panels, bool folded, Desk& desk) {
  if (!ImGui::BeginTabBar("tabs", ImGuiTabBarFlags_FittingPolicyScroll)) return;
  for (Panel* panel : panels) {
    const bool wanted = desk.view.bring_up == panel->id();
    const ImGuiTabItemFlags flags = wanted ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
    if (wanted) desk.view.bring_up.clear();
    const bool open =
        ImGui::BeginTabItem((desk.say(panel->title()) + "###" + panel->id()).c_str(), nullptr, flags);
    if (folded && (wanted || ImGui::IsItemClicked())) desk.view.bottom_folded = false;
    if (!open) continue;
    if (!folded) {
      underline_tab();
      panel->draw(desk);
    }
    ImGui::EndTabItem();
  }
  draw_fold_button(folded, desk);
  ImGui::EndTabBar();
}

/// In a corner tabs would be cut: one panel is shown, chosen from a list. Dear ImGui keeps its number.
void draw_choice(const std::vector<Panel*>& panels, const std::vector<const char*>& all, Desk& desk) {
  const auto number_of = [&](const char* id) {
    return static_cast<int>(std::find(all.begin(), all.end(), std::string_view(id)) - all.begin());
  };
  int& chosen = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("chosen"), number_of(panels.front()->id()));
  for (const Panel* panel : panels) {
    if (desk.view.bring_up != panel->id()) continue;
    chosen = number_of(panel->id());
    desk.view.bring_up.clear();
  }
  Panel* shown = panels.front();
  for (Panel* panel : panels) {
    if (number_of(panel->id()) == chosen) shown = panel;
  }
  ImGui::SetNextItemWidth(-1);
  if (begin_fitted_combo("##panel", desk.say(shown->title()), ImGuiComboFlags_HeightLarge)) {
    for (const Panel* panel : panels) {
      if (ImGui::Selectable(desk.say(panel->title()).c_str(), panel == shown))
        chosen = number_of(panel->id());
    }
    ImGui::EndCombo();
  }
  ImGui::PushID(shown->id());
  shown->draw(desk);
  ImGui::PopID();
}

std::vector<Panel*> panels_of(const std::vector<std::unique_ptr<Panel>>& panels, Place place,
                              const Desk& desk) {
  std::vector<Panel*> found;
  for (const auto& panel : panels) {
    if (panel->place() == place && panel->useful(desk)) found.push_back(panel.get());
  }
  return found;
}

}  // namespace

bool has_panel(const std::vector<std::unique_ptr<Panel>>& panels, Place place, const Desk& desk) {
  return !panels_of(panels, place, desk).empty();
}

void draw_dock(const std::vector<std::unique_ptr<Panel>>& panels, Place place, Desk& desk) {
  const std::vector<Panel*> shown = panels_of(panels, place, desk);
  if (shown.empty()) return;
  if (place == Place::left) {
    draw_stack(shown, desk);
  } else if (shown.size() == 1) {
    shown.front()->draw(desk);
  } else if (place == Place::corner) {
    std::vector<const char*> all;  // useful or not, so that numbers stay
    for (const auto& panel : panels) all.push_back(panel->id());
    draw_choice(shown, all, desk);
  }
}

void draw_bottom_dock(const std::vector<std::unique_ptr<Panel>>& panels, bool folded, Desk& desk) {
  draw_tabs(panels_of(panels, Place::bottom, desk), folded, desk);
}

float folded_height() {
  return std::ceil(ImGui::GetFrameHeight() + ImGui::GetStyle().WindowPadding.y);
}

}  // namespace ntmap::ui
