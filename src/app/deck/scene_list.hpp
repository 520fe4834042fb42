#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "base/geometry.hpp"
#include "base/text.hpp"
#include "model/project.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// What of a map the user sees when a scene is made from it.
struct SceneView {
  std::optional<base::Box> extent;     ///< CRS units; none: the whole map
  std::vector<std::string> selection;  ///< codes
};

/// A new scene that shows a map as it is seen, with an id that the project does not use yet. A map of the
/// latest period gives a scene that keeps up with the latest.
model::Scene scene_from_view(const model::Project& project, const MapContent& map, const SceneView& view,
                             bool latest_period);

/// An id that no scene of the project has.
std::string free_scene_id(const model::Project& project);

/// A scene that shows what another shows, and says and plans what it did.
model::Scene retaken(const model::Scene& scene, const model::Scene& view);

/// What a scene is called in lists: its title, else its theme's, else its indicator's, else its id.
base::Text scene_title(const model::Project& project, const model::Scene& scene);

/// The planned times of all scenes together, seconds.
int planned_seconds(std::span<const model::Scene> scenes);

/// "1:05", "−0:05": minutes and seconds.
std::string clock_words(double seconds);

/// The text with one language's side written anew. A text that is the same in both languages, or has only
/// this side, stays the same in both: most planners write Vietnamese only.
base::Text rewritten(const base::Text& text, base::Lang lang, const std::string& words);

/// Moves one scene to another place; the order of the others stays. Places beyond the ends are the ends.
void move_scene(std::vector<model::Scene>& scenes, std::size_t from, std::size_t to);

}  // namespace ntmap::app
