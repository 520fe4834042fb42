#pragma once

#include <cstddef>
#include <vector>

#include "model/class_list.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// The bounds between and around the classes of a map, increasing; classes of single isolated values are
/// left out. What a person drags on the histogram.
std::vector<double> class_bounds(const model::ClassList& classes, const model::Classification& how);

/// The same classification with fixed bounds, of which number `moved` is at `value` now: kept between its
/// neighbours, which it never crosses, and rounded to the decimals of the labels.
model::Classification with_bound(const model::Classification& how, std::vector<double> bounds,
                                 std::size_t moved, double value);

}  // namespace ntmap::app
