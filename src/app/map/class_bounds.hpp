#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// The bounds between and around the classes of a map, increasing; classes of single isolated values are
/// left out. What a person drags on the histogram.
std::vector<double> class_bounds(const model::ClassList& classes, const model::Classification& how);

/// The same by another method: fixed bounds begin as those that the map has (where it has none the method
/// stays), and leaving them keeps the number of classes.
model::Classification with_method(const model::Classification& how, const model::ClassList& classes,
                                  model::BreakMethod method);

/// How many classes of numbers there are: as asked for, or between fixed bounds.
int class_count(const model::Classification& how);

/// The same classification with fixed bounds, of which number `moved` is at `value` now: kept between its
/// neighbours, which it never crosses, and rounded to the decimals of the labels.
model::Classification with_bound(const model::Classification& how, std::vector<double> bounds,
                                 std::size_t moved, double value);

/// What came of a bound that was typed.
struct TypedBound {
  model::Classification how;
  base::Text refused;  ///< why `how` is as it was; empty: taken
};

/// The same with bound number `changed` exactly at the number typed, as the language writes it. It must lie
/// between its neighbours. Labels get as many decimals as it takes to say it.
TypedBound with_typed_bound(const model::Classification& how, std::vector<double> bounds, std::size_t changed,
                            const std::string& typed, base::Lang lang);

}  // namespace ntmap::app
