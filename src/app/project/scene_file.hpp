#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/project/config_section.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// Reads the [[scenes]] of a project file, strictly (docs/project-file.md). Themes, periods and units are not
/// looked up: a scene that names what is gone is kept.
std::vector<model::Scene> read_scenes(ConfigSection& root);

/// The scenes as [[scenes]] sections, such that read_scenes gives them back.
std::string scenes_toml(std::span<const model::Scene> scenes);

/// The text of a project file with other scenes, at its end: the lines of its [[scenes]] sections give way,
/// all other lines stay as they are, comments included.
std::string with_scenes(std::string_view toml, std::span<const model::Scene> scenes);

}  // namespace ntmap::app
