#include <array>
#include <string>
#include <utility>
#include <vector>

#include "crs/crs.hpp"
#include "crs/vn2000.hpp"

namespace ntmap::crs {
namespace {

// Land and near islands of Viet Nam, degrees; and the same country in any 3-degree zone, metres.
constexpr base::Box k_degrees{102, 8, 110, 23.5};
constexpr base::Box k_metres{150000, 880000, 850000, 2610000};

constexpr int k_plain_degrees = 80;  // only datum VN-2000 against WGS 84 (some 200 m) is open
constexpr int k_province_zone = 70;  // the zone the province's offices use
constexpr int k_any_zone = 10;       // one of twenty

bool inside(const base::Box& box, const base::Box& of) {
  return !box.empty() && box.min_x >= of.min_x && box.max_x <= of.max_x && box.min_y >= of.min_y &&
         box.max_y <= of.max_y;
}

Guess guess(const std::string& epsg, int confidence, bool swapped) {
  Guess out{describe("EPSG:" + epsg), swapped};
  out.description.confidence = confidence;
  return out;
}

std::vector<Guess> zones(std::string_view province, bool swapped) {
  if (const Vn2000Zone* zone = zone_of_province(province))
    return {guess(zone->epsg, k_province_zone, swapped)};
  std::vector<Guess> all;
  for (const Vn2000Zone& zone : vn2000_zones()) all.push_back(guess(zone.epsg, k_any_zone, swapped));
  return all;
}

}  // namespace

std::vector<Guess> guess_from_extent(const base::Box& box, std::string_view province_hint) {
  const base::Box turned{box.min_y, box.min_x, box.max_y, box.max_x};
  for (const auto& [candidate, swapped] : {std::pair(box, false), std::pair(turned, true)}) {
    if (inside(candidate, k_degrees)) return {guess("4326", k_plain_degrees, swapped)};
    if (inside(candidate, k_metres)) return zones(province_hint, swapped);
  }
  return {};
}

}  // namespace ntmap::crs
