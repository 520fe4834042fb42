#include <geodesic.h>
#include <proj.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "crs/crs.hpp"
#include "crs/proj_handle.hpp"

namespace ntmap::crs {
namespace {

constexpr double k_square_metres_per_hectare = 10000;

/// The ellipsoid of a coordinate system, and degrees on it that its coordinates mean.
struct Ellipsoid {
  geod_geodesic geodesic{};
  std::string geographic;  ///< WKT of the system of degrees on the same datum
};

Ellipsoid ellipsoid_of(std::string_view crs) {
  PJ_CONTEXT* context = thread_context();
  const ProjHandle object(proj_create(context, std::string(crs).c_str()));
  const ProjHandle ellipsoid(object ? proj_get_ellipsoid(context, object.get()) : nullptr);
  double major = 0;
  double inverse_flattening = 0;
  if (!ellipsoid || proj_ellipsoid_get_parameters(context, ellipsoid.get(), &major, nullptr, nullptr,
                                                  &inverse_flattening) == 0) {
    throw base::Error(base::ErrorKind::data,
                      base::text("Hệ tọa độ “{}” không có ê-líp-xô-ít", "“{}” has no ellipsoid",
                                 {std::string(crs.substr(0, 80))}));
  }
  Ellipsoid out;
  geod_init(&out.geodesic, major, inverse_flattening == 0 ? 0 : 1 / inverse_flattening);
  const ProjHandle degrees(proj_crs_get_geodetic_crs(context, object.get()));
  const char* wkt = degrees ? proj_as_wkt(context, degrees.get(), PJ_WKT2_2019, nullptr) : nullptr;
  out.geographic = wkt == nullptr ? "EPSG:4326" : wkt;
  return out;
}

/// Signed area in square metres of a ring of longitudes and latitudes, positive counter-clockwise.
double ring_area(std::span<const double> ring, const geod_geodesic& geodesic) {
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (std::size_t i = 0; i < ring.size(); i += 2)
    geod_polygon_addpoint(&geodesic, &polygon, ring[i + 1], ring[i]);
  double area = 0;
  geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nullptr);
  return area;
}

double feature_hectares(const model::PolygonSet& degrees, std::size_t feature,
                        const geod_geodesic& geodesic) {
  double sum = 0;
  for (std::uint32_t r = degrees.first_ring(feature); r < degrees.end_ring(feature); ++r) {
    sum += ring_area(degrees.ring(r), geodesic);
  }
  return sum / k_square_metres_per_hectare;
}

}  // namespace

std::vector<double> areas_hectares(const model::PolygonSet& polygons, std::string_view crs) {
  const Ellipsoid ellipsoid = ellipsoid_of(crs);
  model::PolygonSet degrees = polygons;
  transform(degrees.xy, crs, ellipsoid.geographic);
  std::vector<double> areas(polygons.feature_count());
  base::parallel_for(areas.size(), 8, [&](std::size_t begin, std::size_t end) {
    for (std::size_t f = begin; f < end; ++f) areas[f] = feature_hectares(degrees, f, ellipsoid.geodesic);
  });
  return areas;
}

double area_hectares(const model::PolygonSet& polygons, std::size_t feature, std::string_view crs) {
  model::PolygonSet one;
  one.append_feature(polygons, feature);
  return areas_hectares(one, crs).front();
}

double length_metres(std::span<const double> xy, std::string_view crs) {
  const Ellipsoid ellipsoid = ellipsoid_of(crs);
  std::vector<double> degrees(xy.begin(), xy.end());
  transform(degrees, crs, ellipsoid.geographic);
  double sum = 0;
  for (std::size_t i = 2; i + 1 < degrees.size(); i += 2) {
    double step = 0;
    geod_inverse(&ellipsoid.geodesic, degrees[i - 1], degrees[i - 2], degrees[i + 1], degrees[i], &step,
                 nullptr, nullptr);
    sum += step;
  }
  return sum;
}

}  // namespace ntmap::crs
