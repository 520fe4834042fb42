#pragma once

#include <filesystem>

#include "make/profile.hpp"

namespace ntmap::sample {

/// Writes households.tif: how many households live in each cell of 500 m in 2025. The sum over the cells of a
/// unit is its made-up number of households; where in the unit they live is made up too: most round its
/// middle and a few villages, as water schemes find them.
void write_households(const Geos& geos, const UnitLayer& layer, const std::vector<Profile>& units,
                      const std::filesystem::path& file);

}  // namespace ntmap::sample
