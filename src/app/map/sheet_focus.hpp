#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// Which part of a map a sheet shows, and what it marks there.
struct SheetFocus {
  std::optional<base::Box> world;        ///< CRS units; none: all units
  std::vector<std::uint32_t> selection;  ///< units with a thick outline
  std::vector<sheet::Annotation> annotations;
};

}  // namespace ntmap::app
