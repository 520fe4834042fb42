#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace ntmap::crs {

/// A zone of Viet Nam's national system VN-2000. Source: EPSG registry.
struct Vn2000Zone {
  const char* epsg;
  double central_meridian;  ///< degrees
  double scale;             ///< 0.9999 in 3-degree zones, 0.9996 in 6-degree zones
};

std::span<const Vn2000Zone> vn2000_zones();
/// The zone with that EPSG code, or null.
const Vn2000Zone* vn2000_zone(std::string_view epsg);
/// "VN-2000, kinh tuyến trục 105°30', múi chiếu 3°".
base::Text zone_name(const Vn2000Zone& zone);

/// The 3-degree zone that a province's cadastral and administrative maps use, or null when it is not
/// known to us. Names as the law writes them ("Hà Tĩnh").
/// Source: Circular 973/2001/TT-TCĐC of the General Department of Land Administration, Appendix 2.
const Vn2000Zone* zone_of_province(std::string_view province);

}  // namespace ntmap::crs
