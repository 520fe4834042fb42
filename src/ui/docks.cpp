#include "ui/docks.hpp"

#include <imgui.h>

#include <algorithm>
#include <string_view>

namespace ntmap::ui {
namespace {

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

void draw_tabs(const std::vector<Panel*>& panels, Desk& desk) {
  if (!ImGui::BeginTabBar("tabs", ImGuiTabBarFlags_FittingPolicyScroll)) return;
  for (Panel* panel : panels) {
    const bool wanted = desk.view.bring_up == panel->id();
    const ImGuiTabItemFlags flags = wanted ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
    if (wanted) desk.view.bring_up.clear();
    if (!ImGui::BeginTabItem((desk.say(panel->title()) + "###" + panel->id()).c_str(), nullptr, flags))
      continue;
    panel->draw(desk);
    ImGui::EndTabItem();
  }
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
  if (ImGui::BeginCombo("##panel", desk.say(shown->title()).c_str(), ImGuiComboFlags_HeightLarge)) {
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
  } else {
    draw_tabs(shown, desk);
  }
}

}  // namespace ntmap::ui
