#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "scene/symbols.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The scale of the request's circles, page pixels. Requires symbols.
scene::SymbolScale symbol_scale(const Composer& composer);

/// The radius of one unit's circle, page pixels; 0 without one.
double symbol_radius(const Composer& composer, std::size_t unit);

/// Sets the circles of the request in a frame, the largest first; returns their boxes. None without symbols.
std::vector<base::Box> set_symbols(Composer& composer, const MapFrame& frame);

/// Where a text stands in the middle of a unit's circle; nothing when the circle has no room for it.
/// `size` is the text's, page pixels.
std::optional<base::Box> box_in_symbol(const Composer& composer, const MapFrame& frame, std::size_t unit,
                                       base::Vec2 size);

/// Sets one circle of the request's look, for legends.
void set_symbol(Composer& composer, base::Vec2 centre, double radius);

/// Sets the legend of the circles, three of them in one another, within left..left + width from `top` down;
/// returns the y below it. `k` makes its text smaller. Requires symbols.
double symbol_legend(Composer& composer, double left, double top, double width, double k);

}  // namespace ntmap::sheet
