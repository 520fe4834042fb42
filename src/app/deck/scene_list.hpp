#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "base/geometry.hpp"
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

/// Moves one scene to another place; the order of the others stays. Places beyond the ends are the ends.
void move_scene(std::vector<model::Scene>& scenes, std::size_t from, std::size_t to);

}  // namespace ntmap::app
