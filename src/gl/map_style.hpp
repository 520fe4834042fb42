#pragma once

#include <array>

#include "model/colour.hpp"
#include "scene/hatch.hpp"
#include "scene/layer_source.hpp"

namespace ntmap::gl {

/// A line on the screen. Width in pixels; 0 draws nothing.
struct LineLook {
  model::Rgb colour;
  float width = 1;
  bool operator==(const LineLook&) const = default;
};

/// Everything about the look of a map that does not come from the class list.
struct MapStyle {
  model::Rgb paper{255, 255, 255};
  std::array<LineLook, scene::k_border_ranks> borders{
      ///< by BorderRank
      LineLook{{255, 255, 255}, 1.0f}, LineLook{{70, 78, 88}, 1.2f}, LineLook{{40, 46, 54}, 1.6f}};
  LineLook selected{{20, 20, 20}, 3.0f};  ///< outline round the selected units
  LineLook hovered{{20, 20, 20}, 1.5f};
  float lift = 0.18f;  ///< how much lighter the hovered unit is, 0..1
  float dim = 0.75f;   ///< how near to paper a dimmed unit comes, 0..1
  float scale = 1;     ///< of line widths, dots and hatching: the interface scale
  scene::HatchStyle hatch;
  bool operator==(const MapStyle&) const = default;
};

}  // namespace ntmap::gl
