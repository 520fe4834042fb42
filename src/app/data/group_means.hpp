#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/data/units.hpp"

namespace ntmap::app {

/// A figure over the units of one district.
struct GroupMean {
  std::string name;
  double mean = 0;  ///< of the units that have the figure, each counted once
  std::size_t count = 0;
  std::size_t missing = 0;
  std::vector<std::uint32_t> units;
};

/// By district, the largest mean first; districts where no unit has the figure are left out. `values` has
/// one entry a unit.
std::vector<GroupMean> group_means(const Units& units, std::span<const double> values);

}  // namespace ntmap::app
