#include "io/gdal/spatial_reference_reader.hpp"

#include <ogr_spatialref.h>

#include <array>
#include <string_view>

namespace ntmap::io {

std::string crs_text(const OGRSpatialReference* system) {
  if (system == nullptr) return {};
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
