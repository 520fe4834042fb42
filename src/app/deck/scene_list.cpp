#include "app/deck/scene_list.hpp"

#include <algorithm>

namespace ntmap::app {
namespace {

std::string free_id(const model::Project& project) {
  for (std::size_t number = project.scenes.size() + 1;; ++number) {
    std::string id = "canh-" + std::to_string(number);
    if (project.find_scene(id) == nullptr) return id;
  }
}

}  // namespace

model::Scene scene_from_view(const model::Project& project, const MapContent& map, const SceneView& view,
                             bool latest_period) {
  model::Scene scene;
  scene.id = free_id(project);
  scene.theme = map.theme.id;
  if (!latest_period) scene.period = map.period;
  scene.extent = view.extent;
  scene.selection = view.selection;
  return scene;
}

void move_scene(std::vector<model::Scene>& scenes, std::size_t from, std::size_t to) {
  if (from >= scenes.size()) return;
  to = std::min(to, scenes.size() - 1);
  const auto at = [&](std::size_t i) { return scenes.begin() + static_cast<std::ptrdiff_t>(i); };
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
}

}  // namespace ntmap::app
