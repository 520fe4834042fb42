#include "app/map/class_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::app {

std::vector<double> class_bounds(const model::ClassList& classes, const model::Classification& how) {
  std::vector<double> bounds;
  for (const model::MapClass& one : classes.classes) {
    const bool alone = one.low == one.high;
    const auto& isolated = how.isolated;
    if (alone && std::find(isolated.begin(), isolated.end(), one.low) != isolated.end()) continue;
    if (std::isnan(one.low)) continue;
    bounds.push_back(one.low);
    bounds.push_back(one.high);
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

model::Classification with_bound(const model::Classification& how, std::vector<double> bounds,
                                 std::size_t moved, double value) {
  model::Classification out = how;
  out.method = model::BreakMethod::manual;
  const double step = std::pow(10, -how.decimals);
  double to = std::round(value / step) * step;
  if (moved > 0) to = std::max(to, bounds[moved - 1] + step);
  if (moved + 1 < bounds.size()) to = std::min(to, bounds[moved + 1] - step);
  const bool room =
      (moved == 0 || to > bounds[moved - 1]) && (moved + 1 == bounds.size() || to < bounds[moved + 1]);
  if (room) bounds[moved] = to;
  out.breaks = std::move(bounds);
  return out;
}

}  // namespace ntmap::app
