#pragma once

#include "base/finding.hpp"
#include "model/layer.hpp"

namespace ntmap::app {

/// Shapes that one wrong vertex draws out far beyond all its others (geometry.far-vertex, error): its area
/// and the extent of the map would be wrong.
base::Findings far_vertex_findings(const model::Layer& layer);

}  // namespace ntmap::app
