#pragma once

#include <vector>

#include "base/geometry.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The radius of the largest circle, page pixels, and the value it stands for; other areas are in proportion.
struct SymbolScale {
  double radius = 0;
  double value = 0;

  double radius_of(double value) const;
};

/// The scale at which the circles are large but mostly keep apart. Requires symbols.
SymbolScale symbol_scale(const Composer& composer);

/// The radius of one unit's circle, page pixels; 0 without one.
double symbol_radius(const Composer& composer, std::size_t unit);

/// Sets the circles of the request in a frame, the largest first; returns their boxes. None without symbols.
std::vector<base::Box> set_symbols(Composer& composer, const MapFrame& frame);

/// Sets the legend of the circles, three of them in one another, within left..left + width from `top` down;
/// returns the y below it. `k` makes its text smaller. Requires symbols.
double symbol_legend(Composer& composer, double left, double top, double width, double k);

}  // namespace ntmap::sheet
