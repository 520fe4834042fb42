#pragma once

#include <span>

namespace ntmap::app {

/// Whether all values that are known are whole numbers, so that decimals would say nothing: 23.010, not
/// 23.010,0. False where none is known.
bool all_whole(std::span<const double> values);

}  // namespace ntmap::app
