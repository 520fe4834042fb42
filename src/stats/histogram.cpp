#include "stats/histogram.hpp"

#include <cmath>

#include "base/error.hpp"
#include "stats/breaks.hpp"

namespace ntmap::stats {

Histogram histogram(std::span<const double> values, std::span<const double> bounds, bool closed_right) {
  Histogram result;
  result.bounds.assign(bounds.begin(), bounds.end());
  result.counts.assign(bounds.empty() ? 0 : bounds.size() - 1, 0);
  for (const double value : values) {
    if (!std::isfinite(value)) {
      ++result.missing;
    } else if (const auto bin = find_class(bounds, value, closed_right)) {
      ++result.counts[*bin];
    } else {
      ++result.outside;
    }
  }
  return result;
}

Histogram histogram(std::span<const double> values, int bins) {
  if (bins < 1) {
    throw base::Error(base::ErrorKind::usage, {"biểu đồ cần ít nhất một cột", "a histogram needs a bin"},
                      {"chọn số cột từ 1 trở lên", "choose 1 bin or more"});
  }
  return histogram(values, pretty_bounds(values, bins), false);
}

}  // namespace ntmap::stats
