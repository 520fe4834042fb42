#include "app/data/whole_numbers.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::app {

bool all_whole(std::span<const double> values) {
  const auto known = [](double value) { return !std::isnan(value); };
  return std::any_of(values.begin(), values.end(), known) &&
         std::all_of(values.begin(), values.end(),
                     [&](double value) { return !known(value) || value == std::floor(value); });
}

}  // namespace ntmap::app
