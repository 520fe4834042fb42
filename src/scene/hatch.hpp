#pragma once

#include <cstdint>

#include "model/colour.hpp"

namespace ntmap::scene {

/// How hatching looks, so that screen, paper and legend draw the same. Lengths are pixels at 96 dpi.
struct HatchStyle {
  double spacing = 7;   ///< between lines, and between dots along their diagonal rows
  double width = 1.25;  ///< of a line
  double dot_radius = 1.4;
  bool operator==(const HatchStyle&) const = default;
};

/// The colour of hatching over a fill: the fill made darker, or lighter where it is dark.
inline model::Rgb hatch_ink(model::Rgb fill) {
  const int luminance = (299 * fill.r + 587 * fill.g + 114 * fill.b) / 1000;
  const bool dark = luminance < 110;
  const auto mixed = [&](int channel) {
    return static_cast<std::uint8_t>(dark ? channel + (255 - channel) * 55 / 100 : channel * 52 / 100);
  };
  return {mixed(fill.r), mixed(fill.g), mixed(fill.b)};
}

}  // namespace ntmap::scene
