#include <geodesic.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "crs/crs.hpp"
#include "support/wkt.hpp"

namespace ntmap::crs {
namespace {

double exact_hectares(std::span<const double> ring) {
  geod_geodesic geodesic;
  geod_init(&geodesic, 6378137, 1 / 298.257223563);
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (std::size_t i = 0; i < ring.size(); i += 2)
    geod_polygon_addpoint(&geodesic, &polygon, ring[i + 1], ring[i]);
  double area = 0;
  geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nullptr);
  return std::abs(area) / 10'000;
}

model::PolygonSet circle(std::mt19937_64& random, double lon, double lat, double radius, int corners) {
  std::uniform_real_distribution<double> off(0.9, 1);
  model::PolygonSet out;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double r = radius * off(random);
    out.add_vertex(lon + r * std::cos(angle), lat + r * std::sin(angle));
  }
  out.end_ring();
  out.end_part();
  out.end_feature();
  return out;
}

// From house plots to provinces, with short edges and long ones.
TEST(AreaHectares, AgreesWithTheGeodesicPolygon) {
  std::mt19937_64 random(1);
  for (const double radius : {1e-6, 1e-4, 0.003, 0.05, 1.0}) {
    for (const int corners : {3, 12, 200, 5000}) {
      const model::PolygonSet set = circle(random, 105.5, 18.3, radius, corners);
      const double expected = exact_hectares(set.ring(0));
      // The reference itself is good to some square millimetres a corner only.
      EXPECT_NEAR(area_hectares(set, 0, "EPSG:4326"), expected, 1e-7 * expected + 3e-9 + 1e-10 * corners)
          << radius << " " << corners;
    }
  }
}

TEST(AreaHectares, OneDegreeSquareAtTheEquator) {
  const auto square = test::from_wkt({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"});
  EXPECT_NEAR(area_hectares(square, 0, "EPSG:4326"), 1230877.836, 1);  // 12308778361.469 m2 by Planimeter
}

// National data hold parts of 0.003 square metres.
TEST(AreaHectares, TinyPartsKeepTheirDigits) {
  std::mt19937_64 random(4);
  const double lat = 18.3;
  const model::PolygonSet set = circle(random, 105.5, lat, 3e-7, 12);
  const double e2 = (2 - 1 / 298.257223563) / 298.257223563;
  const double w = 1 - e2 * std::pow(std::sin(lat * std::numbers::pi / 180), 2);
  const double metres_north = 6378137 * (1 - e2) / std::pow(w, 1.5) * std::numbers::pi / 180;
  const double metres_east =
      6378137 / std::sqrt(w) * std::cos(lat * std::numbers::pi / 180) * std::numbers::pi / 180;
  const double expected = model::feature_area(set, 0) * metres_north * metres_east / 10'000;
  EXPECT_NEAR(area_hectares(set, 0, "EPSG:4326"), expected, 1e-6 * expected);
}

TEST(AreaHectares, TakesHolesOffWhicheverWayRingsRun) {
  const auto set =
      test::from_wkt({"POLYGON ((105 18, 105.1 18, 105.1 18.1, 105 18.1, 105 18), "
                      "(105.02 18.02, 105.04 18.02, 105.04 18.04, 105.02 18.04, 105.02 18.02))"});
  EXPECT_NEAR(area_hectares(set, 0, "EPSG:4326"), exact_hectares(set.ring(0)) - exact_hectares(set.ring(1)),
              1e-3);
}

TEST(AreaHectares, ProjectedCoordinatesAreMeasuredOnTheEllipsoid) {
  std::mt19937_64 random(2);
  model::PolygonSet set = circle(random, 106.3, 18.1, 0.02, 300);
  const double degrees = area_hectares(set, 0, "EPSG:4756");
  transform(set.xy, "EPSG:4756", "EPSG:9209");
  EXPECT_NEAR(area_hectares(set, 0, "EPSG:9209"), degrees, 1e-6 * degrees);
  const double planar = model::feature_area(set, 0) / 10'000;
  EXPECT_GT(std::abs(planar - degrees) / degrees, 1e-5);  // so the projection's scale is really taken off
}

TEST(AreasHectares, AllFeaturesAsOneByOne) {
  std::mt19937_64 random(3);
  model::PolygonSet set;
  for (int i = 0; i < 40; ++i) set.append_feature(circle(random, 105 + 0.05 * i, 18, 0.02, 50), 0);
  set.append_feature(test::from_wkt({"POLYGON EMPTY"}), 0);
  for (const char* const crs : {"EPSG:4326", "EPSG:9209", "EPSG:6957"}) {
    model::PolygonSet moved = set;
    transform(moved.xy, "EPSG:4326", crs);
    const std::vector<double> all = areas_hectares(moved, crs);
    ASSERT_EQ(all.size(), 41U);
    for (std::size_t f = 0; f < 40; ++f) EXPECT_DOUBLE_EQ(all[f], area_hectares(moved, f, crs)) << crs;
    EXPECT_EQ(all[40], 0);
  }
  EXPECT_TRUE(areas_hectares({}, "EPSG:4326").empty());
}

TEST(HectareMeter, SeveralThreadsMeasureAtOnce) {
  std::mt19937_64 random(5);
  model::PolygonSet set;
  for (int i = 0; i < 200; ++i) set.append_feature(circle(random, 105 + 0.01 * i, 18, 0.02, 50), 0);
  for (const char* const crs : {"EPSG:4326", "EPSG:9209"}) {
    model::PolygonSet moved = set;
    transform(moved.xy, "EPSG:4326", crs);
    const std::vector<double> expected = areas_hectares(moved, crs);
    const HectareMeter meter(crs);
    std::vector<double> found(200);
    base::parallel_for(200, 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t f = begin; f < end; ++f) found[f] = meter(moved, f);
    });
    for (std::size_t f = 0; f < 200; ++f) EXPECT_DOUBLE_EQ(found[f], expected[f]) << crs;
  }
  EXPECT_THROW(HectareMeter("EPSG:4978"), base::Error);  // geocentric
}

TEST(LengthMetres, OnTheEllipsoid) {
  const std::vector<double> meridian{105, 0, 105, 1};
  EXPECT_NEAR(length_metres(meridian, "EPSG:4326"), 110'574.39, 0.01);
  std::vector<double> line{105.2, 18.0, 105.4, 18.2, 105.9, 18.1};
  const double degrees = length_metres(line, "EPSG:4756");
  transform(line, "EPSG:4756", "EPSG:9209");
  EXPECT_NEAR(length_metres(line, "EPSG:9209"), degrees, 1e-4);
  EXPECT_EQ(length_metres(std::vector<double>{1, 2}, "EPSG:4326"), 0);
}

TEST(Geodesic, RefusesWhatIsNoMapSystem) {
  const auto set = test::from_wkt({"POLYGON ((0 0, 1 0, 1 1, 0 0))"});
  EXPECT_THROW(area_hectares(set, 0, "nonsense"), base::Error);
  EXPECT_THROW(areas_hectares(set, "EPSG:4978"), base::Error);  // geocentric
}

}  // namespace
}  // namespace ntmap::crs
