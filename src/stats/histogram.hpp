#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ntmap::stats {

/// How many values fall into each bin.
struct Histogram {
  std::vector<double> bounds;       ///< one more than bins
  std::vector<std::size_t> counts;  ///< one a bin
  std::size_t missing = 0;          ///< NaN or infinite
  std::size_t outside = 0;          ///< values that no bin covers
};

/// About `bins` bins of equal, pretty width (1, 2 or 5 times a power of ten) that cover all values; one
/// bin when all values are equal, none when all are missing. Throws Error{usage} for bins < 1.
Histogram histogram(std::span<const double> values, int bins);

/// Bins with these increasing bounds, closed as class intervals are.
Histogram histogram(std::span<const double> values, std::span<const double> bounds, bool closed_right);

}  // namespace ntmap::stats
