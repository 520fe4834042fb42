#include "colour/contrast.hpp"

#include <algorithm>

#include "colour/difference.hpp"

namespace ntmap::colour {

double relative_luminance(model::Rgb colour) {
  const auto [r, g, b] = to_linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

double contrast(model::Rgb a, model::Rgb b) {
  const auto [low, high] = std::minmax({relative_luminance(a), relative_luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

model::Rgb ink_on(model::Rgb fill, model::Rgb dark, model::Rgb light) {
  return contrast(fill, dark) >= contrast(fill, light) ? dark : light;
}

}  // namespace ntmap::colour
