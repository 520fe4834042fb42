#pragma once

#include <cstdint>
#include <vector>

#include "app/data/units.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// The units that a finding names in its place or in what it says: by full name ("Xã Kỳ Anh", which is not
/// in "Xã Kỳ Anh 1") or, standing alone, by code. Increasing; empty when it names none.
std::vector<std::uint32_t> units_named(const base::Finding& finding, const Units& units);

}  // namespace ntmap::app
