#pragma once

#include <span>
#include <vector>

#include "model/colour.hpp"

namespace ntmap::colour {

/// True when some of the colours are clearly red and others clearly green: the pair that one man in twelve
/// cannot tell apart. Source of the share: Birch, "Worldwide prevalence of red-green color deficiency"
/// (2012).
bool red_against_green(std::span<const model::Rgb> colours);

/// Turns every red to brown and every green to teal, lightness and strength kept as far as the screen can
/// show them. The order of the colours stays readable; other hues stay.
void part_red_from_green(std::vector<model::Rgb>& colours);

}  // namespace ntmap::colour
