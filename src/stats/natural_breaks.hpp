#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ntmap::stats {

/// One distinct value and how often it occurs.
struct WeightedValue {
  double value = 0;
  std::size_t count = 0;
};

/// The distinct finite values, increasing.
std::vector<WeightedValue> distinct_values(std::span<const double> values);

/// Splits increasing distinct values into exactly `classes` runs with the least sum of squared deviations
/// from the runs' means; returns the first index of each run. Requires 1 <= classes <= values.size().
/// Exact, by dynamic programming whose rows are filled by divide and conquer: O(classes n log n).
/// Source: Wang and Song, "Ckmeans.1d.dp: optimal k-means clustering in one dimension" (2011).
std::vector<std::size_t> natural_run_starts(std::span<const WeightedValue> values, std::size_t classes);

}  // namespace ntmap::stats
