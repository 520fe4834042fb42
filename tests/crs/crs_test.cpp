#include "crs/crs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/error.hpp"
#include "support/wkt.hpp"

namespace ntmap::crs {
namespace {

using testing::HasSubstr;

const char* const k_esri_wgs84 =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";
const char* const k_handmade_tm3 =
    R"(PROJCS["TM3_105_30",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

TEST(Describe, CodesAreSure) {
  const Description zone = describe("EPSG:9209");
  EXPECT_EQ(zone.definition, "EPSG:9209");
  EXPECT_EQ(zone.confidence, 100);
  EXPECT_EQ(zone.name.vi, "VN-2000, kinh tuyến trục 105°30', múi chiếu 3°");
  EXPECT_FALSE(zone.geographic);
  EXPECT_EQ(zone.metres_per_unit, 1);
  EXPECT_EQ(describe("EPSG:3405").name.en, "VN-2000, central meridian 105°00', 6-degree zone");
}

TEST(Describe, EsriTextOfWgs84IsRecognised) {
  const Description degrees = describe(k_esri_wgs84);
  EXPECT_EQ(degrees.definition, "EPSG:4326");
  EXPECT_EQ(degrees.confidence, 100);
  EXPECT_TRUE(degrees.geographic);
}

TEST(Describe, HandMadeZoneOnWgs84IsNotSure) {
  const Description zone = describe(k_handmade_tm3);
  EXPECT_EQ(zone.epsg, "9209");
  EXPECT_LT(zone.confidence, 100);
  EXPECT_THAT(zone.definition, HasSubstr("PROJCRS"));
  EXPECT_THAT(zone.name.vi, HasSubstr("224 m"));
}

TEST(Describe, OtherTextIsRefused) {
  for (const char* bad : {"", "EPSG:0", "no such system", "+proj=pipeline"})
    EXPECT_THROW(describe(bad), base::Error) << bad;
}

TEST(Guess, DegreesInsideTheCountry) {
  const auto guesses = guess_from_extent({105.1, 17.9, 106.5, 18.8});
  ASSERT_EQ(guesses.size(), 1U);
  EXPECT_EQ(guesses[0].description.epsg, "4326");
  EXPECT_LT(guesses[0].description.confidence, 100);
  EXPECT_FALSE(guesses[0].swapped);
}

TEST(Guess, SwappedAxesAreFound) {
  EXPECT_TRUE(guess_from_extent({17.9, 105.1, 18.8, 106.5}).at(0).swapped);
  EXPECT_TRUE(guess_from_extent({1980000, 450000, 2080000, 600000}, "Hà Tĩnh").at(0).swapped);
}

TEST(Guess, MetresNeedTheProvince) {
  const base::Box metres{450000, 1980000, 600000, 2080000};
  EXPECT_EQ(guess_from_extent(metres, "Hà Tĩnh").at(0).description.epsg, "9209");
  EXPECT_EQ(guess_from_extent(metres, "Tuyên Quang").at(0).description.epsg, "9211");
  const auto open = guess_from_extent(metres);
  EXPECT_GT(open.size(), 10U);
  EXPECT_LT(open.front().description.confidence, 50);
}

TEST(Guess, NothingElsewhere) {
  EXPECT_TRUE(guess_from_extent({0, 0, 1, 1}).empty());
}

TEST(Transform, ThereAndBackWithinAMillimetre) {
  std::vector<double> degrees;
  for (double x = 105.1; x < 106.6; x += 0.1) {
    for (double y = 17.9; y < 18.9; y += 0.1) degrees.insert(degrees.end(), {x, y});
  }
  std::vector<double> moved = degrees;
  transform(moved, "EPSG:4326", "EPSG:9209");
  std::vector<double> metres = moved;
  transform(moved, "EPSG:9209", "EPSG:4326");
  for (std::size_t i = 0; i < degrees.size(); ++i) EXPECT_NEAR(moved[i], degrees[i], 1e-8);
  EXPECT_NEAR(metres[0], 500000 + (105.1 - 105.5) * 105900, 400);
}

TEST(Transform, Vn2000IsSomeTwoHundredMetresFromWgs84) {
  std::vector<double> point = {105.9, 18.35};
  transform(point, "EPSG:4326", "EPSG:4756");
  const double shift = std::hypot((point[0] - 105.9) * 105600, (point[1] - 18.35) * 110700);
  EXPECT_GT(shift, 150);
  EXPECT_LT(shift, 300);
}

TEST(Transform, SameResultWhateverTheCountOfThreads) {
  std::vector<double> many;
  for (int i = 0; i < 200000; ++i) many.insert(many.end(), {105.0 + i * 1e-6, 18.0 + i * 1e-6});
  std::vector<double> last(many.end() - 2, many.end());
  transform(many, "EPSG:4326", "EPSG:9209");
  transform(last, "EPSG:4326", "EPSG:9209");
  EXPECT_EQ(many[many.size() - 2], last[0]);
  EXPECT_EQ(many.back(), last[1]);
}

TEST(Transform, ImpossiblePointsAreAnError) {
  std::vector<double> point = {1e30, 1e30};
  EXPECT_THROW(transform(point, "EPSG:9209", "EPSG:4326"), base::Error);
  EXPECT_THROW(transform(point, "EPSG:9209", "EPSG:1"), base::Error);
}

TEST(Area, OneDegreeSquareAtTheEquator) {
  const auto square = test::from_wkt({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"});
  EXPECT_NEAR(area_hectares(square, 0, "EPSG:4326"), 1230877.836,
              1);  // GeographicLib Planimeter: 12308778361.469 m2
}

TEST(Area, ProjectedAndGeographicAgreeAndHolesComeOff) {
  auto polygons = test::from_wkt(
      {"POLYGON ((500000 2000000, 510000 2000000, 510000 2010000, 500000 2010000, 500000 2000000), "
       "(501000 2001000, 501000 2002000, 502000 2002000, 502000 2001000, 501000 2001000))"});
  const double metres = area_hectares(polygons, 0, "EPSG:9209");
  EXPECT_NEAR(metres, 9900 / (0.9999 * 0.9999), 1);
  transform(polygons.xy, "EPSG:9209", "EPSG:4756");
  EXPECT_NEAR(area_hectares(polygons, 0, "EPSG:4756"), metres, 0.01);
}

TEST(Length, AlongAMeridian) {
  const std::vector<double> line = {105.5, 18, 105.5, 19};
  EXPECT_NEAR(length_metres(line, "EPSG:4326"), 110670, 60);
}

}  // namespace
}  // namespace ntmap::crs
