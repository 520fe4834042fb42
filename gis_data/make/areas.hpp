#pragma once

#include <filesystem>

#include "make/profile.hpp"

namespace ntmap::sample {

/// Writes land_consolidation.gpkg (declared hectares: 3.600 in 2023, 12.640 by the end of 2024) and
/// water_supply.gpkg (households served by schemes at work by 2023: 24,5 % of those in communes) into the
/// folder: made-up shapes that lie in the province, some of which overlap, drawn a little larger or smaller
/// than declared, as such maps are.
void write_areas(const Geos& geos, const Hatinh& hatinh, const Profiles& profiles,
                 const std::filesystem::path& folder);

}  // namespace ntmap::sample
