#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "model/colour.hpp"
#include "model/table.hpp"

namespace ntmap::model {

/// How a fill is drawn over its colour.
enum class Hatch : std::uint8_t { none, forward, backward, cross, dots };

/// One class of a map: an interval of values or one category.
struct MapClass {
  base::Text label;
  Rgb fill;
  Hatch hatch = Hatch::none;
  double low = k_no_data;  ///< interval classes only; NaN for a category
  double high = k_no_data;
  bool low_closed = true;  ///< `low` itself belongs to the class
  bool high_closed = false;
  std::size_t count = 0;                        ///< units in this class
  std::optional<Rgb> hatch_ink = std::nullopt;  ///< empty: one that suits the fill (scene::hatch_ink)
};

// Class bytes of units that are in no class. Four different things, never collapsed.
inline constexpr std::uint8_t k_class_no_data = 255;         ///< chưa rõ
inline constexpr std::uint8_t k_class_not_applicable = 254;  ///< không áp dụng
inline constexpr std::uint8_t k_class_out_of_range = 253;    ///< a value that no class covers
inline constexpr std::size_t k_max_classes = 64;

/// The one list that map, legend and exports read, so that they cannot disagree.
struct ClassList {
  base::Text title;                    ///< over the legend
  base::Text unit;                     ///< "%", "ha"; may be empty
  std::vector<MapClass> classes;       ///< low to high
  std::vector<std::uint8_t> class_of;  ///< one byte a unit: index into classes, or k_class_*
  MapClass no_data;                    ///< look, label and count of the three special states
  MapClass not_applicable;
  MapClass out_of_range;

  /// The class with that byte (one of the special ones for k_class_*).
  const MapClass& by_byte(std::uint8_t byte) const {
    if (byte == k_class_no_data) return no_data;
    if (byte == k_class_not_applicable) return not_applicable;
    if (byte == k_class_out_of_range) return out_of_range;
    return classes[byte];
  }
};

}  // namespace ntmap::model
