#include "ui/places.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/project/settings.hpp"
#include "ui/docks.hpp"
#include "ui/layout.hpp"
#include "ui/view_state.hpp"
#include "ui/welcome.hpp"

namespace ntmap::ui {
namespace {

using Panels = std::vector<std::unique_ptr<Panel>>;

constexpr ImGuiWindowFlags k_bare = ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar |
                                    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;
constexpr ImGuiWindowFlags k_fixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
constexpr double k_splitter = 6;  // pixels, at scale 1

template <class Draw>
void panel_window(const char* id, ImVec2 at, ImVec2 size, ImGuiWindowFlags flags, const Draw& draw) {
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::SetNextWindowBgAlpha(0);  // the window's ground is theirs
  if (flags == k_bare) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  }
  ImGui::Begin(id, nullptr, k_fixed | ImGuiWindowFlags_NoBringToFrontOnFocus | flags);
  if (flags == k_bare) ImGui::PopStyleVar(2);  // before tips and menus, which keep theirs
  draw();
  ImGui::End();
}

double share_below(const ViewState& view, float height) {
  const double share = view.settings.bottom_share;
  return unfolded_share(height, view.scale, share, share != app::Settings{}.bottom_share);
}

void draw_below(const Panels& panels, Desk& desk, ImVec2 at, float width, float height, float right) {
  const bool corner = right > 0 && has_panel(panels, Place::corner, desk);
  const float tables = corner ? width - right : width;
  panel_window("bottom", at, {tables, height}, 0,
               [&] { draw_bottom_dock(panels, {.plots_too = right == 0}, desk); });
  if (!corner) return;
  panel_window("corner", {at.x + tables, at.y}, {right, height}, 0,
               [&] { draw_dock(panels, Place::corner, desk); });
}

/// The upper edge of the panels below can be dragged.
void draw_splitter(ViewState& view, ImVec2 at, float width, float height) {
  const auto thick = static_cast<float>(k_splitter * view.scale);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::SetNextWindowPos({at.x, at.y - thick / 2});
  ImGui::SetNextWindowSize({width, thick});
  ImGui::Begin("splitter", nullptr, k_fixed | k_bare);  // no panel_window(): it lies over them
  ImGui::InvisibleButton("edge", {width, thick});
  if (ImGui::IsItemHovered() || ImGui::IsItemActive()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
  if (ImGui::IsItemActive() && !ImGui::IsItemActivated()) {
    const auto moved = static_cast<double>(ImGui::GetIO().MouseDelta.y / height);
    view.settings.bottom_share = std::clamp(share_below(view, height) - moved, 0.15, 0.6);
  }
  ImGui::End();
  ImGui::PopStyleVar(3);
}

}  // namespace

void draw_places(const Panels& panels, Desk& desk, bool is_shown, const std::function<void()>& draw_map) {
  ViewState& view = desk.view;
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const ImVec2 at{viewport.WorkPos.x, std::ceil(viewport.WorkPos.y)};
  const float width = viewport.WorkSize.x;
  const float height = viewport.WorkPos.y + viewport.WorkSize.y - at.y;
  if (!desk.session.project()) {
    panel_window("welcome", at, {width, height}, 0, [&] { draw_welcome(desk); });
    return;
  }
  SidePanels& sides = view.sides;
  sides.follow(view.selection);
  const Columns columns =
      lay_out_columns(width, view.scale, sides.wants(Side::left), sides.wants(Side::right));
  sides.take_turns(columns.turns);
  const bool plots_too = columns.right == 0;  // the corner is part of the right column
  const bool below = view.show_bottom && desk.session.map() && has_panel_below(panels, plots_too, desk);
  Rows rows = lay_out_rows(height, view.scale, share_below(view, height), below);
  const bool folded = below && (rows.bottom == 0 || view.bottom_folded.value_or(is_low(height, view.scale)));
  if (folded) rows = {height - folded_height(), folded_height()};
  if (folded) {
    constexpr ImGuiWindowFlags tabs = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    panel_window("bottom", {at.x, at.y + rows.map}, {width, rows.bottom}, tabs,
                 [&] { draw_bottom_dock(panels, {.folded = true, .plots_too = plots_too}, desk); });
  } else if (rows.bottom > 0) {
    draw_below(panels, desk, {at.x, at.y + rows.map}, width, rows.bottom, columns.right);
  }
  if (columns.left > 0) {
    const bool card = columns.turns && sides.shows(Side::right);
    panel_window(card ? "right" : "left", at, {columns.left, rows.map}, 0,
                 [&] { draw_dock(panels, card ? Place::right : Place::left, desk); });
  }
  if (columns.right > 0) {
    panel_window("right", {at.x + columns.left + columns.map, at.y}, {columns.right, rows.map}, 0,
                 [&] { draw_dock(panels, Place::right, desk); });
  }
  // Last, so that the unit under the mouse in a table stands out on the map in the same frame.
  panel_window("map_window", {at.x + columns.left, at.y}, {columns.map, rows.map}, is_shown ? k_bare : 0,
               draw_map);
  if (rows.bottom > 0 && !folded) draw_splitter(view, {at.x, at.y + rows.map}, width, height);
}

}  // namespace ntmap::ui
