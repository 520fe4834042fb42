#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// Which part of a map a sheet shows, what it marks there, and how strongly.
struct SheetFocus {
  std::optional<base::Box> world;        ///< CRS units; none: all units
  std::vector<std::uint32_t> selection;  ///< units with a thick outline
  std::vector<sheet::Annotation> annotations;
  double area_strength = 1;  ///< 0..1, of layers of areas over the map; 0: they are left out
  bool says_counts = false;  ///< where it shows a part: that counts and message are those of all units
};

}  // namespace ntmap::app
