#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/theme.hpp"

namespace ntmap::stats {

/// Class bounds of some values: k + 1 increasing numbers for k classes. Only the two outermost bounds of
/// one end may be equal: the class then holds that single value (the last class of [a, b) intervals, the
/// first of (a, b] intervals).
struct Breaks {
  std::vector<double> bounds;
  double goodness = 0;  ///< goodness of variance fit 0..1; 1 when every class holds equal values

  std::size_t class_count() const { return bounds.empty() ? 0 : bounds.size() - 1; }
};

/// Cuts the values (NaN and infinite ones left out) into at most `classes` classes. A method that finds
/// fewer distinct values than classes gives one class a value. All values missing gives no bounds. Never
/// rounds: bounds are data values or computed in full.
///
/// Natural breaks are the exact optimum (Wang and Song, "Ckmeans.1d.dp", 2011, by divide and conquer),
/// pretty is Wilkinson-like 1/2/5 steps, stddev has its bounds whole or half standard deviations (of the
/// population) from the mean, geometric widens each class by the same factor (from the smallest value
/// when all are positive, else from the least distance to the smallest), head/tail is Jiang (2013).
/// Throws Error{usage} for fewer than 1 or more than k_max_classes classes, and for `manual`, whose
/// bounds the user gives: see manual_breaks.
Breaks breaks(std::span<const double> values, model::BreakMethod method, int classes,
              bool closed_right = false);

/// Bounds given by the user, with their goodness for these values. Throws Error{usage} when there are
/// fewer than two bounds or they are not finite and increasing.
Breaks manual_breaks(std::span<const double> values, std::vector<double> bounds, bool closed_right = false);

/// Bounds of at most `steps` steps of 1, 2 or 5 times a power of ten that cover the finite values, the
/// finest such step; {v, v} when all equal v, none without values. Requires steps >= 1; a range over 0
/// may need two.
std::vector<double> pretty_bounds(std::span<const double> values, int steps);

/// The class that holds the value: intervals are [a, b), or (a, b] when `closed_right`; the outer bounds
/// always belong to their class. Nothing when the value is NaN or outside all classes.
std::optional<std::size_t> find_class(std::span<const double> bounds, double value, bool closed_right);

}  // namespace ntmap::stats
