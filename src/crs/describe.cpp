#include "crs/crs.hpp"

#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "crs/projection.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

// How sure a guess is. 100 only for what the definition says itself.
constexpr int k_wrong_datum_named = 60;   // a VN-2000 zone's numbers on WGS 84
constexpr int k_datum_not_named = 70;     // a VN-2000 zone's numbers on an ellipsoid only
constexpr double k_same_meridian = 1e-6;  // degrees

Description of_system(const System& system) {
  Description out;
  out.epsg = system.epsg;
  out.definition = "EPSG:" + out.epsg;
  out.confidence = 100;
  out.name = name_of(system);
  out.geographic = system.geographic;
  return out;
}

/// The zone of VN-2000 whose projection this is, whatever the datum.
const System* zone_like(const Facts& facts) {
  if (!facts.transverse_mercator || std::abs(facts.metres_per_unit - 1) > 1e-9) return nullptr;
  if (std::abs(facts.latitude_of_origin) > 1e-9 || std::abs(facts.false_easting - 500000) > 1e-3)
    return nullptr;
  if (std::abs(facts.false_northing) > 1e-3) return nullptr;
  for (const System& system : known_systems()) {
    if (system.datum == Datum::vn2000 && !system.geographic &&
        std::abs(system.central_meridian - facts.central_meridian) < k_same_meridian &&
        std::abs(system.scale - facts.scale) < 1e-8) {
      return &system;
    }
  }
  return nullptr;
}

/// The zone of UTM on WGS 84 with this central meridian.
const System* utm_like(const Facts& facts) {
  for (const System& system : known_systems()) {
    if (system.datum == Datum::wgs84 && !system.geographic &&
        std::abs(system.central_meridian - facts.central_meridian) < k_same_meridian &&
        std::abs(system.scale - facts.scale) < 1e-8) {
      return &system;
    }
  }
  return nullptr;
}

bool on_wgs84_ellipsoid(const Facts& facts) {
  return std::abs(facts.semi_major - 6378137) < 1e-3 &&
         std::abs(facts.inverse_flattening - 298.257223563) < 1e-6;
}

bool names(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

bool datum_is_vn2000(const Facts& facts) {
  if (names(facts.datum, "Vietnam 2000") || names(facts.datum, "Vietnam_2000") ||
      names(facts.datum, "VN_2000") || names(facts.datum, "VN-2000")) {
    return true;
  }
  // The published seven parameters, or the three that some programs keep of them.
  return facts.to_wgs84 && std::abs((*facts.to_wgs84)[0] + 191.90441429) < 0.01 &&
         std::abs((*facts.to_wgs84)[1] + 39.30318279) < 0.01 &&
         std::abs((*facts.to_wgs84)[2] + 111.45032835) < 0.01;
}

bool datum_is_wgs84(const Facts& facts) {
  return names(facts.datum, "World Geodetic System 1984") || names(facts.datum, "WGS_1984") ||
         names(facts.datum, "WGS 84");
}

/// A VN-2000 zone's numbers without its datum: the guess, and what is at stake.
Description guess_of_zone(const System& zone, const Facts& facts) {
  Description out = of_system(zone);
  out.definition = facts.wkt;
  out.confidence = datum_is_wgs84(facts) ? k_wrong_datum_named : k_datum_not_named;
  out.name = base::text(
      "{} nhưng không ghi hệ quy chiếu VN-2000 (nếu dữ liệu là VN-2000 thì lệch khoảng 224 m)",
      "{}, but not declared on the datum VN-2000 (some 224 m off if the data are VN-2000)", {name_of(zone)});
  return out;
}

std::optional<Description> known_kind(const Facts& facts) {
  if (!on_wgs84_ellipsoid(facts)) return std::nullopt;
  if (facts.geographic) {
    if (datum_is_vn2000(facts)) return of_system(*find_system("4756"));
    if (datum_is_wgs84(facts) && !facts.to_wgs84) return of_system(*find_system("4326"));
    return std::nullopt;
  }
  const System* const zone = zone_like(facts);
  if (zone == nullptr) return std::nullopt;
  if (datum_is_vn2000(facts)) return of_system(*zone);
  // UTM on WGS 84 is a system of its own right.
  const System* const utm = zone->zone_width == 6 && datum_is_wgs84(facts) ? utm_like(facts) : nullptr;
  return utm != nullptr ? of_system(*utm) : guess_of_zone(*zone, facts);
}

base::Error not_a_system(std::string_view definition) {
  constexpr std::size_t k_shown = 80;
  std::string shown(definition.substr(0, k_shown));
  if (definition.size() > k_shown) shown += "...";
  return {
      base::ErrorKind::data,
      base::text("Không đọc được hệ tọa độ “{}”", "The coordinate system “{}” cannot be read", {shown}),
      base::text("Ghi rõ bằng --crs EPSG:n, ví dụ EPSG:9209 (VN-2000, kinh tuyến trục 105°30').",
                 "Name it with --crs EPSG:n, for example EPSG:9209 (VN-2000, central meridian 105°30').")};
}

}  // namespace

Description describe(std::string_view definition) {
  const auto code = epsg_code(definition);
  if (code) {
    if (const System* system = find_system(*code)) return of_system(*system);
  }
  const auto facts = read_facts(definition);
  if (!facts) throw not_a_system(definition);
  if (!facts->epsg.empty()) {
    if (const System* system = find_system(facts->epsg); system != nullptr && !facts->to_wgs84)
      return of_system(*system);
  } else if (auto known = known_kind(*facts)) {
    return *known;
  }
  Description out;
  out.name = facts->name;
  out.geographic = facts->geographic;
  out.metres_per_unit = facts->metres_per_unit;
  const Identity identity = facts->epsg.empty() ? identify(definition) : Identity{facts->epsg, 100};
  out.epsg = identity.epsg;
  out.confidence = identity.confidence;
  out.definition = out.confidence == 100 ? "EPSG:" + out.epsg : facts->wkt;
  return out;
}

}  // namespace ntmap::crs
