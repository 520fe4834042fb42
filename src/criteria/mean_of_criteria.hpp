#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "criteria/rollup.hpp"

namespace ntmap::criteria {

/// Mean criteria a unit over those of `units` that shares with this base count (rule S01), so that the mean
/// and the shares beside it have one denominator. An excluded unit (1 in `excluded`; empty: none) is in it
/// with Base::all; what is not known of it is owed by nobody and not among the unknown.
CriteriaMean mean_of_criteria(const SetResult& result, std::vector<std::uint32_t> units, Base base,
                              std::span<const std::uint8_t> excluded);

}  // namespace ntmap::criteria
