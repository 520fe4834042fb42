#pragma once

#include "base/finding.hpp"
#include "model/layer.hpp"

namespace ntmap::app {

/// Shapes that one wrong vertex, or a few that follow one another, draw out far beyond all others
/// (geometry.far-vertex, error): the area and the extent of the map would be wrong.
base::Findings far_vertex_findings(const model::Layer& layer);

}  // namespace ntmap::app
