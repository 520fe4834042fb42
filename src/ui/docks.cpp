#include "ui/docks.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "ui/layout.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::text;

/// Over panels whose figures are not there, or of before, because the work was cancelled.
void draw_stopped(Desk& desk) {
  if (!desk.session.stopped()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(desk.say(text("Đã hủy giữa chừng: bảng và biểu đồ chưa có, hoặc chưa theo bản đồ.",
                                       "Cancelled half-way: tables and plots are not there, or not those of "
                                       "the map."))
                             .c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  if (ImGui::Button(desk.say(text("Lập lại", "Make them again")).c_str())) desk.command(app::MakeAgain{});
}

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

/// As Dear ImGui makes them.
float tab_width(const std::string& title) {
  const ImGuiStyle& style = ImGui::GetStyle();
  return ImGui::CalcTextSize(title.c_str()).x + 2 * style.FramePadding.x + 1 + style.ItemInnerSpacing.x;
}

/// Behind the tabs: the panels for whose tabs there is no room.
void draw_tab_list(const std::vector<Panel*>& panels, const TabRow& row, Desk& desk) {
  if (row.shown.size() == panels.size()) return;
  if (ImGui::TabItemButton("…###more", ImGuiTabItemFlags_Trailing | ImGuiTabItemFlags_NoTooltip))
    ImGui::OpenPopup("tab_list");
  if (ImGui::IsItemHovered())
    ImGui::SetTooltip("%s", desk.say(text("Các bảng khác", "Other panels")).c_str());
  if (!ImGui::BeginPopup("tab_list")) return;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (std::find(row.shown.begin(), row.shown.end(), i) != row.shown.end()) continue;
    if (ImGui::MenuItem(desk.say(panels[i]->title()).c_str())) desk.view.bring_up = panels[i]->id();
  }
  ImGui::EndPopup();
}

/// The button at the end: a triangle that points where the panels will go.
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

TabRow tabs_that_fit(const std::vector<Panel*>& panels, std::size_t chosen, const Desk& desk) {
  std::vector<float> whole;
  std::vector<float> brief;
  for (const Panel* panel : panels) {
    whole.push_back(tab_width(desk.say(panel->title())));
    brief.push_back(tab_width(desk.say(panel->short_title())));
  }
  const float room = ImGui::GetContentRegionAvail().x - tab_width("  ");  // behind them the button to fold
  return lay_out_tabs(whole, brief, room, tab_width("…"), chosen);
}

/// Says whether the panel is the chosen one, and draws it then.
bool draw_tab(Panel& panel, bool brief, bool folded, Desk& desk) {
  const bool wanted = desk.view.bring_up == panel.id();
  const ImGuiTabItemFlags flags = wanted ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
  if (wanted) desk.view.bring_up.clear();
  const std::string title = desk.say(brief ? panel.short_title() : panel.title());
  const bool open =
      ImGui::BeginTabItem((title + "###" + panel.id()).c_str(), nullptr, flags | ImGuiTabItemFlags_NoTooltip);
  if (brief && ImGui::IsItemHovered() && title != desk.say(panel.title()))
    ImGui::SetTooltip("%s", desk.say(panel.title()).c_str());
  if (folded && (wanted || ImGui::IsItemClicked())) desk.view.bottom_folded = false;
  if (!open) return false;
  if (!folded) {
    underline_tab();
    draw_stopped(desk);
    panel.draw(desk);
  }
  ImGui::EndTabItem();
  return true;
}

/// Dear ImGui keeps the number of the chosen one; what panels keep there moves it, so that no reference
/// lasts.
void draw_tabs(const std::vector<Panel*>& panels, bool folded, Desk& desk) {
  const ImGuiID key = ImGui::GetID("chosen_tab");
  auto chosen = static_cast<std::size_t>(ImGui::GetStateStorage()->GetInt(key));
  std::optional<std::size_t> wanted;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (desk.view.bring_up == panels[i]->id()) wanted = i;
  }
  chosen = wanted.value_or(chosen);
  const TabRow row = tabs_that_fit(panels, chosen, desk);
  if (!ImGui::BeginTabBar("tabs", ImGuiTabBarFlags_FittingPolicyScroll)) return;
  std::size_t drawn = panels.size();
  for (const std::size_t i : row.shown) {
    if (draw_tab(*panels[i], row.brief, folded, desk)) drawn = i;
  }
  // Dear ImGui opens the wanted one in the next frame only, and only if its tab is there then.
  if (drawn < panels.size()) chosen = drawn;
  chosen = wanted.value_or(chosen);
  ImGui::GetStateStorage()->SetInt(key, static_cast<int>(chosen));
  for (std::size_t i = 0; i < panels.size(); ++i) {
    // What was drawn in this frame is needed until it is on the screen.
    if (folded || (i != chosen && i != drawn)) panels[i]->hide();
  }
  draw_tab_list(panels, row, desk);
  draw_fold_button(folded, desk);
  ImGui::EndTabBar();
}

/// In a corner tabs would be cut: one panel is shown, chosen from a list. Dear ImGui keeps its number.
void draw_choice(const std::vector<Panel*>& panels, const std::vector<const char*>& all, Desk& desk) {
  const auto number_of = [&](const char* id) {
    return static_cast<int>(std::find(all.begin(), all.end(), std::string_view(id)) - all.begin());
  };
  const ImGuiID key = ImGui::GetID("chosen");
  int chosen = ImGui::GetStateStorage()->GetInt(key, number_of(panels.front()->id()));
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
  ImGui::GetStateStorage()->SetInt(key, chosen);
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

std::vector<Panel*> panels_below(const std::vector<std::unique_ptr<Panel>>& panels, bool plots_too,
                                 const Desk& desk) {
  std::vector<Panel*> found = panels_of(panels, Place::bottom, desk);
  if (!plots_too) return found;
  const std::vector<Panel*> plots = panels_of(panels, Place::corner, desk);
  found.insert(found.end(), plots.begin(), plots.end());
  return found;
}

}  // namespace

bool has_panel_below(const std::vector<std::unique_ptr<Panel>>& panels, bool plots_too, const Desk& desk) {
  return !panels_below(panels, plots_too, desk).empty();
}

bool has_panel(const std::vector<std::unique_ptr<Panel>>& panels, Place place, const Desk& desk) {
  return !panels_of(panels, place, desk).empty();
}

void draw_dock(const std::vector<std::unique_ptr<Panel>>& panels, Place place, Desk& desk) {
  const std::vector<Panel*> shown = panels_of(panels, place, desk);
  if (shown.empty()) return;
  if (place == Place::left) {
    draw_stack(shown, desk);
  } else if (shown.size() == 1) {
    draw_stopped(desk);
    shown.front()->draw(desk);
  } else if (place == Place::corner) {
    std::vector<const char*> all;  // useful or not, so that numbers stay
    for (const auto& panel : panels) all.push_back(panel->id());
    draw_stopped(desk);
    draw_choice(shown, all, desk);
  }
}

void draw_bottom_dock(const std::vector<std::unique_ptr<Panel>>& panels, BottomDock dock, Desk& desk) {
  draw_tabs(panels_below(panels, dock.plots_too, desk), dock.folded, desk);
}

float folded_height() {
  return std::ceil(ImGui::GetFrameHeight() + ImGui::GetStyle().WindowPadding.y);
}

}  // namespace ntmap::ui
