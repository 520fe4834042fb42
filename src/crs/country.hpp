#pragma once

#include <optional>
#include <string_view>

#include "base/geometry.hpp"

namespace ntmap::crs {

/// Whether a place may have communes: on the land of Viet Nam or within some 20 km of it, on or about an
/// island that lies farther out, or among Hoàng Sa and Trường Sa. Degrees.
bool near_land_of_vietnam(base::Vec2 degrees);

/// Whether a place is among the islands that lie more than some 20 km off the mainland: a unit may have parts
/// there and elsewhere. Degrees.
bool among_far_islands(base::Vec2 degrees);

/// Where a province lies, in degrees, by its name with or without marks; without islands far from the coast,
/// and with all that its name has stood for since July 2025. Nothing for an unknown name.
std::optional<base::Box> place_of_province(std::string_view province);

/// All of Viet Nam with its sea as far as Hoàng Sa and Trường Sa and a margin of some 20 km: what lies
/// outside is no place of the country's. Degrees.
inline constexpr base::Box k_country_with_sea{101.9, 6.0, 118.0, 23.7};

}  // namespace ntmap::crs
