#pragma once

#include "model/class_list.hpp"
#include "model/colour.hpp"

namespace ntmap::scene {

// Hatches are stripes of `hatch_ink` over the fill, this wide and this far apart (middle to middle), in
// pixels of a 1080-line picture; dots have the width as diameter.
inline constexpr double k_hatch_width = 3;
inline constexpr double k_hatch_period = 9;

/// How hatching looks, so that screen, paper and legend draw the same. Lengths are pixels.
struct HatchStyle {
  double spacing = k_hatch_period;  ///< between lines, and between dots along their diagonal rows
  double width = k_hatch_width;     ///< of a line
  double dot_radius = k_hatch_width / 2;
  bool operator==(const HatchStyle&) const = default;
};

/// Stripes are lighter on dark fills, darker on light ones, and never louder than a class.
model::Rgb hatch_ink(model::Rgb fill);
/// The class's own ink, or the one that suits its fill.
inline model::Rgb hatch_ink_of(const model::MapClass& look) {
  return look.hatch_ink ? *look.hatch_ink : hatch_ink(look.fill);
}

}  // namespace ntmap::scene
