#pragma once

#include <span>
#include <string_view>

namespace ntmap::crs {

/// Moves x0 y0 x1 y1 ... to longitude and latitude on WGS 84, in place; unlike transform(), places that are
/// nowhere on the Earth become infinite. Throws Error{data} when no transformation exists.
void to_degrees(std::span<double> xy, std::string_view from);

}  // namespace ntmap::crs
