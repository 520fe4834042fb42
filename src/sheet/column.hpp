#pragma once

#include <functional>

#include "base/geometry.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// Sets legend, histogram and message one below the other, smaller where they would not fit, and down to
/// three quarters of their size where that leaves `enough` below the y that it is asked of; returns the y
/// below them.
double set_column(Composer& composer, const base::Box& area, const std::function<bool(double)>& enough = {});

/// Sets the legend on the left, histogram and message on the right: for pages that stand upright.
void set_foot(Composer& composer, const base::Box& area);

/// Height that set_foot needs at full size.
double foot_height(Composer& composer, double width);

}  // namespace ntmap::sheet
