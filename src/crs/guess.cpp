#include "crs/crs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "crs/country.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

using base::Box;
using base::Vec2;

// How sure a guess from numbers alone can be.
constexpr int k_degrees = 80;
constexpr int k_degrees_vn2000 = 20;
constexpr int k_zone_of_province = 80;
constexpr int k_only_zone = 60;
constexpr int k_one_of_many = 30;

/// With Hoàng Sa and Trường Sa.
bool in_vietnam_and_its_sea(const Box& box) {
  return box.min_x >= 101.5 && box.max_x <= 118 && box.min_y >= 6 && box.max_y <= 24;
}

Box swapped(const Box& box) {
  return {box.min_y, box.min_x, box.max_y, box.max_x};
}

Guess guess_of(std::string_view epsg, int confidence, bool axes_swapped) {
  Guess out{describe("EPSG:" + std::string(epsg)), axes_swapped};
  out.description.confidence = confidence;
  return out;
}

void add_degrees(std::vector<Guess>& out, const Box& box, bool axes_swapped) {
  if (!in_vietnam_and_its_sea(box)) return;
  out.push_back(guess_of("4326", k_degrees, axes_swapped));
  out.push_back(guess_of("4756", k_degrees_vn2000, axes_swapped));
}

/// The middle of a box in metres of this system, in degrees.
Vec2 middle_in_degrees(const Box& box, const System& system) {
  std::array<double, 2> middle{box.centre().x, box.centre().y};
  transform(middle, "EPSG:" + std::string(system.epsg), "EPSG:4326");
  return {middle[0], middle[1]};
}

/// The UTM zone of WGS 84 with the meridian of one of VN-2000: its numbers fit alike, some 224 m away.
const System* on_wgs84(const System& zone) {
  const auto systems = known_systems();
  const auto twin = std::find_if(systems.begin(), systems.end(), [&](const System& system) {
    return !system.geographic && system.datum == Datum::wgs84 && system.zone_width == zone.zone_width &&
           system.central_meridian == zone.central_meridian;
  });
  return twin == systems.end() ? nullptr : &*twin;
}

void add_metres(std::vector<Guess>& out, const Box& box, const System* province_zone, bool axes_swapped) {
  // Eastings and northings that any zone of the country can have.
  if (box.min_x < -500'000 || box.max_x > 1'500'000 || box.min_y < 600'000 || box.max_y > 2'700'000) return;
  struct Candidate {
    const System* system;
    double off;  ///< from the central meridian, degrees
  };
  std::vector<Candidate> candidates;
  for (const System& system : known_systems()) {
    if (system.geographic || system.datum != Datum::vn2000) continue;
    const Vec2 middle = middle_in_degrees(box, system);
    if (near_land_of_vietnam(middle) && system.area.grown(0.1).contains(middle)) {
      candidates.push_back({&system, std::abs(middle.x - system.central_meridian)});
    }
  }
  // Zones are made so that a province lies about the central meridian; UTM, older, comes last, but before the
  // zones of other provinces where the province is known.
  const bool known = std::any_of(candidates.begin(), candidates.end(),
                                 [&](const Candidate& one) { return one.system == province_zone; });
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    if ((a.system == province_zone) != (b.system == province_zone)) return a.system == province_zone;
    if (a.system->zone_width != b.system->zone_width)
      return (a.system->zone_width < b.system->zone_width) != known;
    return a.off < b.off;
  });
  for (const Candidate& candidate : candidates) {
    const int confidence = candidate.system == province_zone ? k_zone_of_province
                           : candidates.size() == 1          ? k_only_zone
                                                             : k_one_of_many;
    out.push_back(guess_of(candidate.system->epsg, confidence, axes_swapped));
    if (const System* twin = on_wgs84(*candidate.system))
      out.push_back(guess_of(twin->epsg, k_one_of_many, axes_swapped));
  }
}

}  // namespace

std::vector<Guess> guess_from_extent(const Box& box, std::string_view province_hint) {
  std::vector<Guess> out;
  if (box.empty() || !std::isfinite(box.width() + box.height())) return out;
  const System* const province_zone = zone_of_province(province_hint);
  for (const bool axes_swapped : {false, true}) {
    const Box upright = axes_swapped ? swapped(box) : box;
    add_degrees(out, upright, axes_swapped);
    add_metres(out, upright, province_zone, axes_swapped);
  }
  std::stable_sort(out.begin(), out.end(), [](const Guess& a, const Guess& b) {
    return a.description.confidence > b.description.confidence;
  });
  return out;
}

}  // namespace ntmap::crs
