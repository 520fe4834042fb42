#pragma once

#include <vector>

#include "model/colour.hpp"

namespace ntmap::colour {

inline constexpr int k_most_bivariate = 4;

/// Colours for two classified figures at once, row by row, both from low to high: pale where both are low,
/// blue with the first (columns), ochre with the second (rows), almost black with both. Every two of 3 x 3
/// differ by ΔE 17 at least to every kind of colour vision. Requires 1..k_most_bivariate of each.
std::vector<model::Rgb> bivariate_palette(int columns, int rows);

}  // namespace ntmap::colour
