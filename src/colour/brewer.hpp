#pragma once

#include <array>
#include <span>
#include <string_view>

#include "model/colour.hpp"

namespace ntmap::colour {

/// One family of ColorBrewer colours, each list written as hex digits, six a colour.
struct BrewerFamily {
  std::string_view name;
  model::PaletteKind kind;
  std::array<std::string_view, 9> lists;  ///< for 3, 4, ... classes; unused places are empty
};

std::span<const BrewerFamily> brewer_families();

}  // namespace ntmap::colour
