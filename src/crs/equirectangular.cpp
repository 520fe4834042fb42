#include "crs/equirectangular.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <numbers>

namespace ntmap::crs {
namespace {

constexpr double k_sphere_radius = 6378137;  // metres; the equatorial radius of WGS 84
constexpr double k_radians = std::numbers::pi / 180;

/// The text keeps one decimal; the arithmetic must use the same latitude.
double rounded(double latitude) {
  return std::round(latitude * 10) / 10;
}

}  // namespace

std::string equirectangular(double latitude) {
  // PROJ projects from a sphere; the datum is named for what is measured on its ellipsoid: areas and lengths.
  return fmt::format("+proj=eqc +lat_ts={:.1f} +datum=WGS84 +units=m +no_defs +type=crs", rounded(latitude));
}

void to_equirectangular(std::span<double> xy, double latitude) {
  const double x_scale = k_sphere_radius * k_radians * std::cos(rounded(latitude) * k_radians);
  const double y_scale = k_sphere_radius * k_radians;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
    xy[i] *= x_scale;
    xy[i + 1] *= y_scale;
  }
}

}  // namespace ntmap::crs
