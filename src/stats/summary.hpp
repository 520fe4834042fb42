#pragma once

#include <cstddef>
#include <span>

#include "model/table.hpp"

namespace ntmap::stats {

/// What a column of numbers looks like. Missing (NaN) and infinite values enter no figure but `missing`.
/// Without any value all figures are NaN, and the sum is 0.
struct Summary {
  std::size_t count = 0;    ///< values that are there
  std::size_t missing = 0;  ///< NaN or infinite
  double sum = 0;           ///< compensated (Neumaier), so that the order of units does not show
  double min = model::k_no_data;
  double max = model::k_no_data;
  double mean = model::k_no_data;
  double standard_deviation = model::k_no_data;  ///< of the population: the units are all there are
  double quartile_1 = model::k_no_data;          ///< quartiles by linear interpolation (Hyndman-Fan 7)
  double median = model::k_no_data;
  double quartile_3 = model::k_no_data;
};

Summary summarise(std::span<const double> values);

}  // namespace ntmap::stats
