#include "scene/hatch.hpp"

#include "colour/contrast.hpp"
#include "colour/difference.hpp"

namespace ntmap::scene {

model::Rgb hatch_ink(model::Rgb fill) {
  const bool light = colour::relative_luminance(fill) > 0.4;
  // Light greys get white stripes, very light ones darker stripes that can still be seen.
  if (light && colour::relative_luminance(fill) < 0.8) return {255, 255, 255};
  return light ? colour::mix(fill, {0, 0, 0}, 0.25) : colour::mix(fill, {255, 255, 255}, 0.45);
}

}  // namespace ntmap::scene
