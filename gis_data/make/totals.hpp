#pragma once

#include <vector>

namespace ntmap::sample {

/// Splits a whole number by weights, largest remainders first; the parts add up to it exactly. No part is
/// more than its weight while the total is not more than the sum of whole weights.
std::vector<long> distribute(long total, const std::vector<double>& weights);

/// A value of one unit with the range it may move in.
struct Bounded {
  double value = 0;
  double least = 0;
  double most = 0;
};

/// Moves the values within their ranges, on a grid of `step`, until their weighted mean is `mean` within
/// a twentieth of a step or as near as the grid allows. Throws std::runtime_error when the ranges do not
/// hold that mean.
void fit_mean(std::vector<Bounded>& values, const std::vector<double>& weights, double mean, double step);

}  // namespace ntmap::sample
