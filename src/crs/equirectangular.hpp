#pragma once

#include <span>
#include <string>

namespace ntmap::crs {

/// The plainest projection for drawing degrees: metres along the meridian and along the parallel of
/// `latitude` (degrees) on a sphere. As PROJ text. For pictures only; areas come from geodesics.
std::string equirectangular(double latitude);

/// The same as transform(xy, "EPSG:4326", equirectangular(latitude)), by two multiplications a vertex:
/// a country of seven million vertices in ten milliseconds.
void to_equirectangular(std::span<double> xy, double latitude);

}  // namespace ntmap::crs
