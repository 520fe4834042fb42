#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/project/config_section.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// Reads the [[scenes]] of a project file, strictly (docs/project-file.md). Themes, periods and units are not
/// looked up: a scene that names what is gone is kept.
std::vector<model::Scene> read_scenes(ConfigSection& root);

/// One scene as its section, from its heading on.
std::string scene_toml(const model::Scene& scene);

/// The scenes as [[scenes]] sections, each after an empty line, such that read_scenes gives them back.
std::string scenes_toml(std::span<const model::Scene> scenes);

}  // namespace ntmap::app
