#include "io/crs_wkt.hpp"

#include <ogr_spatialref.h>

#include "base/error.hpp"

namespace ntmap::io {

std::string wkt_for_gdal(const std::string& crs) {
  if (crs.empty()) return {};
  OGRSpatialReference reference;
  reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const char* const closed[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
  char* wkt = nullptr;
  const bool good = reference.SetFromUserInput(crs.c_str(), closed) == OGRERR_NONE &&
                    reference.exportToWkt(&wkt) == OGRERR_NONE && wkt != nullptr;
  std::string out = good ? wkt : "";
  CPLFree(wkt);
  if (out.empty()) {
    throw base::Error(base::ErrorKind::data,
                      base::text("Không hiểu hệ tọa độ: {}", "Not a coordinate system: {}", {crs}),
                      base::text("Ghi mã như EPSG:9209.", "Give a code such as EPSG:9209."));
  }
  return out;
}

}  // namespace ntmap::io
