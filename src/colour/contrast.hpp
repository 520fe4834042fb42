#pragma once

#include "model/colour.hpp"

namespace ntmap::colour {

/// Least contrast of normal text to its ground (WCAG 2.1, success criterion 1.4.3).
inline constexpr double k_readable_contrast = 4.5;

/// Relative luminance 0..1 (WCAG 2.1).
double relative_luminance(model::Rgb colour);

/// Contrast ratio 1..21 (WCAG 2.1); the order does not matter.
double contrast(model::Rgb a, model::Rgb b);

/// Dark or light ink, whichever reads better on the fill.
model::Rgb ink_on(model::Rgb fill, model::Rgb dark, model::Rgb light);

}  // namespace ntmap::colour
