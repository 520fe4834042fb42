#include "ui/scene_commands.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/deck/scene_list.hpp"
#include "ui/map_canvas.hpp"

namespace ntmap::ui {
namespace {

using Scenes = std::vector<model::Scene>;

constexpr int k_usual_text = 24;  // of 1,080 lines: what the meeting style has anyway

/// `change` gets the scenes and the place of the chosen one.
template <class Change>
void change_chosen(Desk& desk, const Change& change) {
  const auto project = desk.session.project();
  if (!project) return;
  Scenes scenes = project->scenes;
  const auto at = std::find_if(scenes.begin(), scenes.end(),
                               [&](const model::Scene& one) { return one.id == desk.view.scene; });
  if (at == scenes.end()) return;
  change(scenes, at);
  desk.command(app::SetScenes{std::move(scenes)});
}

}  // namespace

model::Scene scene_of_view(const Desk& desk) {
  const app::MapContent& map = *desk.session.map();
  const auto& periods = desk.session.periods();
  const bool latest = periods.empty() || map.period == periods.back();
  app::SceneView view{.extent = desk.canvas.seen_part(), .selection = {}};
  for (const std::uint32_t unit : desk.view.selection.units())
    view.selection.push_back(map.units().codes[unit]);
  return app::scene_from_view(*desk.session.project(), map, view, latest);
}

void add_scene(Desk& desk) {
  model::Scene scene = scene_of_view(desk);
  Scenes scenes = desk.session.project()->scenes;
  auto at = std::find_if(scenes.begin(), scenes.end(),
                         [&](const model::Scene& one) { return one.id == desk.view.scene; });
  if (at != scenes.end()) ++at;
  desk.view.scene = scene.id;
  scenes.insert(at, std::move(scene));
  desk.command(app::SetScenes{std::move(scenes)});
  desk.view.show_bottom = true;
  desk.view.bring_up = "scenes";
}

void retake_scene(Desk& desk) {
  if (!desk.session.map()) return;
  change_chosen(desk, [&](Scenes&, Scenes::iterator at) { *at = app::retaken(*at, scene_of_view(desk)); });
}

void put_scene(Desk& desk, const model::Scene& scene) {
  Scenes scenes = desk.session.project()->scenes;
  for (model::Scene& one : scenes) {
    if (one.id == scene.id) one = scene;
  }
  desk.command(app::SetScenes{std::move(scenes)});
}

bool has_larger_texts(const Desk& desk) {
  const auto project = desk.session.project();
  const model::Scene* chosen = project ? project->find_scene(desk.view.scene) : nullptr;
  return desk.view.meeting.fix_lines > 0 || (chosen != nullptr && chosen->text_size > 0);
}

void toggle_larger_texts(Desk& desk) {
  MeetingLook& look = desk.view.meeting;
  const model::Scene* chosen = desk.session.project()->find_scene(desk.view.scene);
  if (chosen == nullptr || chosen->text_size == 0) return look.toggle_fix();
  look.fix_lines = 0;
  model::Scene plain = *chosen;
  plain.text_size = 0;
  put_scene(desk, plain);
}

void keep_larger_texts(Desk& desk, const app::ScenePicture& picture, const std::string& asked_for) {
  MeetingLook& look = desk.view.meeting;
  const model::Scene* chosen = desk.session.project()->find_scene(desk.view.scene);
  if (chosen == nullptr || look.fix_lines == 0 || picture.look.fix_lines != look.fix_lines) return;
  look.fix_lines = 0;  // what was found is the scene's, and another scene was not asked about
  const int size = static_cast<int>(std::lround(picture.least_text));
  if (chosen->id != asked_for || size <= k_usual_text) return;
  model::Scene larger = *chosen;
  larger.text_size = size;
  put_scene(desk, larger);
}

void duplicate_scene(Desk& desk) {
  change_chosen(desk, [&](Scenes& scenes, Scenes::iterator at) {
    model::Scene copy = *at;
    copy.id = app::free_scene_id(*desk.session.project());
    desk.view.scene = copy.id;
    scenes.insert(at + 1, std::move(copy));
  });
}

void remove_scene(Desk& desk) {
  change_chosen(desk, [&](Scenes& scenes, Scenes::iterator at) {
    at = scenes.erase(at);
    if (at == scenes.end() && !scenes.empty()) --at;
    desk.view.scene = scenes.empty() ? std::string() : at->id;
  });
}

void shift_scene(Desk& desk, int by) {
  change_chosen(desk, [&](Scenes& scenes, Scenes::iterator at) {
    const auto from = at - scenes.begin();
    app::move_scene(scenes, static_cast<std::size_t>(from),
                    static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, from + by)));
  });
}

void move_scene_to(Desk& desk, std::size_t from, std::size_t to) {
  Scenes scenes = desk.session.project()->scenes;
  app::move_scene(scenes, from, to);
  desk.command(app::SetScenes{std::move(scenes)});
}

double rehearsed(const Desk& desk, const model::Scene& scene) {
  const auto found = desk.view.rehearsed.find(scene.id);
  return found == desk.view.rehearsed.end() ? 0 : found->second;
}

void choose_scene(Desk& desk, const model::Scene& scene) {
  desk.view.scene = scene.id;
  const auto project = desk.session.project();
  const std::string theme =
      scene.theme.empty() && !project->themes.empty() ? project->themes.front().id : scene.theme;
  if (project->find_theme(theme) != nullptr) desk.command(app::ChooseTheme{theme});
  if (scene.period.empty() || project->find_period(scene.period) != nullptr)
    desk.command(app::ChoosePeriod{scene.period});
}

}  // namespace ntmap::ui
