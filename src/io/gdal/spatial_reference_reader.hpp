#pragma once

#include <string>

class OGRSpatialReference;

namespace ntmap::io {

/// "EPSG:n" where the source says so, else WKT2; empty where it has no system: for null, for a local one that
/// lies nowhere on earth, and for those that GeoPackage calls undefined (srs_id 0 and -1).
std::string crs_text(const OGRSpatialReference* system);

}  // namespace ntmap::io
