#include "ui/docks.hpp"

#include <imgui.h>

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
  } else {
    draw_tabs(shown, desk);
  }
}

}  // namespace ntmap::ui
