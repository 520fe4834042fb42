#include "app/deck/scene_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ntmap::app {
std::string free_scene_id(const model::Project& project) {
  for (std::size_t number = project.scenes.size() + 1;; ++number) {
    std::string id = "canh-" + std::to_string(number);
    if (project.find_scene(id) == nullptr) return id;
  }
}

model::Scene scene_from_view(const model::Project& project, const MapContent& map, const SceneView& view,
                             bool latest_period) {
  model::Scene scene;
  scene.id = free_scene_id(project);
  scene.theme = map.theme.id;
  if (!latest_period) scene.period = map.period;
  scene.extent = view.extent;
  scene.selection = view.selection;
  return scene;
}

model::Scene retaken(const model::Scene& scene, const model::Scene& view) {
  model::Scene out = scene;
  out.theme = view.theme;
  out.period = view.period;
  out.extent = view.extent;
  out.selection = view.selection;
  out.district.clear();
  out.unit.clear();
  return out;
}

base::Text scene_title(const model::Project& project, const model::Scene& scene) {
  if (!scene.title.empty()) return scene.title;
  const model::Theme* theme = project.find_theme(scene.theme);
  if (theme == nullptr && scene.theme.empty() && !project.themes.empty()) theme = &project.themes.front();
  if (theme == nullptr) return scene.id;
  if (!theme->title.empty()) return theme->title;
  const model::Indicator* indicator = project.find_indicator(theme->indicator);
  return indicator == nullptr || indicator->title.empty() ? base::Text(scene.id) : indicator->title;
}

int planned_seconds(std::span<const model::Scene> scenes) {
  int seconds = 0;
  for (const model::Scene& scene : scenes) seconds += scene.seconds;
  return seconds;
}

std::string clock_words(double seconds) {
  const auto whole = static_cast<long>(std::floor(std::abs(seconds)));
  return fmt::format("{}{}:{:02}", seconds < 0 && whole > 0 ? "−" : "", whole / 60, whole % 60);
}

base::Text rewritten(const base::Text& text, base::Lang lang, const std::string& words) {
  const std::string& other = lang == base::Lang::vi ? text.en : text.vi;
  if (words.empty() || other.empty() || text.vi == text.en) return words;
  return lang == base::Lang::vi ? base::Text(words, other) : base::Text(other, words);
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
