#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/colour.hpp"

namespace ntmap::scene {

// Proportional circles: warm fill, so that they stand out on greens, blues and greys, and a white edge, so
// that those that overlap stay apart.
inline constexpr model::Rgb k_symbol_fill{0xb8, 0x54, 0x33};
inline constexpr model::Rgb k_symbol_edge_ink{0xff, 0xff, 0xff};
inline constexpr double k_symbol_edge = 1.2;  ///< pixels of a 1080-line picture

/// The radius of the largest circle, pixels, and the value it stands for; other areas are in proportion.
struct SymbolScale {
  double radius = 0;
  double value = 0;

  /// Pixels; 0 for NaN, infinite and negative values, zero, and where no value is above zero.
  double radius_of(double value) const;
};

/// The scale at which circles are large but mostly keep apart: they shrink as units become more. `unit` is
/// how many pixels one pixel of a 1080-line picture becomes.
SymbolScale symbol_scale(std::span<const double> values, double unit);

/// The units that have a circle, the largest first: small ones stay on top.
std::vector<std::uint32_t> symbol_order(std::span<const double> values);

/// Three round values for a legend, the largest first; empty where there is no circle.
std::vector<double> symbol_steps(const SymbolScale& scale);

}  // namespace ntmap::scene
