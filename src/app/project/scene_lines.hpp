#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/scene.hpp"

namespace ntmap::app {

/// The text of a project file with other scenes, where its [[scenes]] sections begin, else at its end. A
/// scene that is the same keeps its lines; one that was changed keeps its remarks: those above it, above its
/// keys and behind its values. They go with a scene that moves, and with one that is removed. All lines that
/// are not of scenes stay as they are.
std::string with_scenes(std::string_view toml, std::span<const model::Scene> scenes);

}  // namespace ntmap::app
