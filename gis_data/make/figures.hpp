#pragma once

#include <filesystem>

#include "make/profile.hpp"

namespace ntmap::sample {

/// Writes so_lieu_xa of each period under `folder`: people, households, villages, poverty, consolidated
/// land, houses, funds... of all units, with the sums and means that the documents print (747 model villages
/// in July 2021, 1.205 of 1.512 in February 2025; poverty 3,79, 3,01 and 2,40 %; +3.600 ha, +25 and +2.533
/// houses in 2023; 105 and 8.329 houses in February 2025). Stocks of one date grow out of those of the date
/// before.
void write_figures(const Profiles& profiles, const std::filesystem::path& folder);

}  // namespace ntmap::sample
