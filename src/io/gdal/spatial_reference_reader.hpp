#pragma once

#include <string>

class OGRSpatialReference;

namespace ntmap::io {

/// "EPSG:n" where the source says so, else WKT2; empty for null: it has no system.
std::string crs_text(const OGRSpatialReference* system);

}  // namespace ntmap::io
