#pragma once

#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "geom/label_point.hpp"
#include "scene/camera.hpp"
#include "scene/symbols.hpp"

namespace ntmap::ui {

/// Draws one proportional circle into the current Dear ImGui window; pixels of the window, `scale` is the
/// interface's.
void draw_symbol(base::Vec2 centre, double radius, double scale);

/// The circle of a unit in the picture of a map.
struct PlacedSymbol {
  base::Vec2 centre;  ///< pixels of the picture
  double radius = 0;
};

/// The circles to draw, the largest first: those that the picture shows any of. Values and places are one a
/// unit.
std::vector<PlacedSymbol> place_symbols(const scene::Camera& camera, std::span<const geom::LabelPoint> places,
                                        std::span<const double> values, const scene::SymbolScale& scale);

}  // namespace ntmap::ui
