#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/colour.hpp"

namespace ntmap::colour {

/// What a palette can do.
struct PaletteInfo {
  std::string_view name;
  model::PaletteKind kind = model::PaletteKind::sequential;
  int designed_for = 0;  ///< most classes its authors chose colours for
};

/// All palettes: "ntmap" and its sequential sisters first, then viridis and cividis, then the families of
/// ColorBrewer.
std::vector<PaletteInfo> all_palettes();

/// The colours of a palette for 1..k_max_classes classes, low to high (high to low when `reversed`).
/// The name's capitals do not matter. Up to `designed_for` classes the authors' own colours are used;
/// beyond, sequential and diverging ones are interpolated in CIELAB, and the result may be hard to read
/// (colour/check.hpp says so). Throws Error{not_found} for an unknown name, naming the nearest one, and
/// Error{usage} for a qualitative palette with too many classes or an impossible number.
model::Palette palette(std::string_view name, int classes, bool reversed = false);

}  // namespace ntmap::colour
