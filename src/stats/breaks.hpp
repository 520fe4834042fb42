#pragma once

#include <span>
#include <vector>

#include "model/theme.hpp"

namespace ntmap::stats {

/// Class bounds of some values: k + 1 increasing numbers for k classes.
struct Breaks {
  std::vector<double> bounds;
  double goodness = 0;  ///< goodness of variance fit 0..1; 1 when every class holds equal values
};

/// Cuts the values (NaN left out) into at most `classes` classes. A method that finds fewer distinct
/// values than classes gives one class a value. All values missing gives no bounds. Never rounds.
/// Natural breaks are the exact optimum (Wang and Song, "Ckmeans.1d.dp", 2011, by divide and conquer),
/// pretty is Wilkinson-like 1/2/5 steps, head/tail is Jiang (2013).
Breaks breaks(std::span<const double> values, model::BreakMethod method, int classes,
              bool closed_right = false);

}  // namespace ntmap::stats
