#pragma once

#include "model/colour.hpp"

namespace ntmap::colour {

/// A colour in CIELAB under D65.
struct Lab {
  double l = 0;  ///< lightness 0..100
  double a = 0;
  double b = 0;
};

/// Linear light, each part 0..1.
struct LinearRgb {
  double r = 0;
  double g = 0;
  double b = 0;
};

LinearRgb to_linear(model::Rgb colour);
/// Parts outside 0..1 are clipped.
model::Rgb from_linear(const LinearRgb& colour);

Lab to_lab(model::Rgb colour);
/// The nearest sRGB colour; parts outside the gamut are clipped.
model::Rgb from_lab(const Lab& lab);

/// CIEDE2000 colour difference: about 1 can just be seen side by side, below 10 is easily confused on a
/// map. Source: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005).
double difference(const Lab& a, const Lab& b);
double difference(model::Rgb a, model::Rgb b);

/// The colour `t` of the way (0..1) from a to b, in CIELAB.
model::Rgb mix(model::Rgb a, model::Rgb b, double t);

}  // namespace ntmap::colour
