#include <utility>

#include "app/scene_list.hpp"
#include "ui/actions.hpp"
#include "ui/map_canvas.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr int k_f5 = 294;  // as GLFW numbers it

bool has_project(const Desk& desk) {
  return desk.session.project() != nullptr;
}

bool has_map(const Desk& desk) {
  return desk.session.map() != nullptr;
}

/// What is seen now becomes the last scene of the talk.
void add_scene(Desk& desk) {
  const app::MapContent& map = *desk.session.map();
  const auto& periods = desk.session.periods();
  const bool latest = periods.empty() || map.period == periods.back();
  app::SceneView view{.extent = desk.canvas.extent_if_zoomed()};
  for (const std::uint32_t unit : desk.view.selection.units())
    view.selection.push_back(map.units().codes[unit]);
  const model::Project& project = *desk.session.project();
  auto scenes = project.scenes;
  scenes.push_back(app::scene_from_view(project, map, view, latest));
  desk.command(app::SetScenes{std::move(scenes)});
  desk.view.bring_up = "scenes";
}

}  // namespace

void add_present_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "present.start",
                     .menu = Menu::present,
                     .name = text("Trình chiếu", "Present"),
                     .keys = {k_f5},
                     .run = [](Desk& desk) { desk.view.present = true; },
                     .enabled = has_project});
  actions.push_back({.id = "present.add_scene",
                     .menu = Menu::present,
                     .name = text("Thêm cảnh từ khung nhìn này", "Add a scene from this view"),
                     .keys = {'K', true},
                     .run = add_scene,
                     .enabled = has_map});
}

}  // namespace ntmap::ui
