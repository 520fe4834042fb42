#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/geometry.hpp"
#include "base/text.hpp"

namespace ntmap::crs {

enum class Datum : std::uint8_t { wgs84, vn2000 };

/// A coordinate system that Vietnamese data come in. Both datums use the WGS 84 ellipsoid; projected
/// ones are transverse Mercator from the equator with a false easting of 500 km, in metres.
struct System {
  std::string_view epsg;
  Datum datum = Datum::wgs84;
  bool geographic = false;
  double central_meridian = 0;  ///< degrees
  double scale = 1;             ///< on the central meridian
  int zone_width = 0;           ///< degrees: 3 or 6
  base::Box area;               ///< where the EPSG dataset says that it is used, degrees
};

/// Source: EPSG geodetic parameter dataset; zones of VN-2000 by Circular 973/2001/TT-TCĐC.
std::span<const System> known_systems();
/// By code ("9209"); null when it is none of these.
const System* find_system(std::string_view epsg);
/// A province of before July 2025, and the TM-3 zone that Circular 973/2001/TT-TCĐC gives it.
struct Province {
  std::string_view name;
  std::string_view plain;  ///< without marks
  std::string_view epsg;   ///< of the zone
  std::string_view code;   ///< of Decision 124/2004/QĐ-TTg; empty where it stands for another province today
};
std::span<const Province> provinces();
/// By its name with or without Vietnamese marks; null for an unknown name.
const Province* find_province(std::string_view name);

/// The TM-3 zone that Circular 973/2001/TT-TCĐC gives a province (names of before July 2025), by its name
/// with or without Vietnamese marks; null for an unknown name.
const System* zone_of_province(std::string_view province);

/// "VN-2000, kinh tuyến trục 105°30', múi chiếu 3°".
base::Text name_of(const System& system);
/// "105°30'".
std::string degrees_text(double degrees);

/// The code of "EPSG:9209" (any case, spaces around); nothing for other texts.
std::optional<std::string> epsg_code(std::string_view definition);

/// A PROJ pipeline from one to the other, x east and degrees on the outside. VN-2000 and WGS 84 differ by
/// the seven parameters of EPSG:6960 (Decision 05/2007/QĐ-BTNMT).
std::string pipeline_between(const System& from, const System& to);
/// A PROJ pipeline to degrees of longitude and latitude on the system's own datum.
std::string pipeline_to_degrees(const System& from);

}  // namespace ntmap::crs
