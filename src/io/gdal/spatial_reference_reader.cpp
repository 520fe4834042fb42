#include "io/gdal/spatial_reference_reader.hpp"

#include <ogr_spatialref.h>

#include <array>
#include <string_view>

namespace ntmap::io {

namespace {

/// GDAL's names for GeoPackage's srs_id 0 and -1: "Undefined geographic SRS", "Undefined Cartesian SRS".
bool is_undefined(const OGRSpatialReference& system) {
  const char* name = system.GetName();
  return system.IsLocal() != 0 || (name != nullptr && std::string_view(name).starts_with("Undefined "));
}

}  // namespace

std::string crs_text(const OGRSpatialReference* system) {
  if (system == nullptr || is_undefined(*system)) return {};
  const char* authority = system->GetAuthorityName(nullptr);
  const char* code = system->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG") {
    return std::string("EPSG:") + code;
  }
  if (authority != nullptr && code != nullptr && std::string_view(code) == "CRS84") return "EPSG:4326";
  char* wkt = nullptr;
  const std::array<const char*, 2> as_wkt2 = {"FORMAT=WKT2_2019", nullptr};
  std::string out;
  if (system->exportToWkt(&wkt, as_wkt2.data()) == OGRERR_NONE && wkt != nullptr) out = wkt;
  CPLFree(wkt);
  return out;
}

}  // namespace ntmap::io
