#include "crs/vn2000.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "crs/crs.hpp"

namespace ntmap::crs {
namespace {

TEST(Vn2000, EveryZoneIsWhatTheRegistrySays) {
  std::set<std::string> codes;
  for (const Vn2000Zone& zone : vn2000_zones()) {
    EXPECT_TRUE(codes.insert(zone.epsg).second) << zone.epsg;
    // On the zone's own meridian the easting is the false easting, 500 km.
    double point[] = {zone.central_meridian, 18};
    transform(point, "EPSG:4756", std::string("EPSG:") + zone.epsg);
    EXPECT_NEAR(point[0], 500000, 1e-3) << zone.epsg;
  }
  EXPECT_EQ(codes.size(), 20U);
}

TEST(Vn2000, ProvincesHaveTheirZone) {
  ASSERT_NE(zone_of_province("Hà Tĩnh"), nullptr);
  EXPECT_STREQ(zone_of_province("Hà Tĩnh")->epsg, "9209");
  EXPECT_STREQ(zone_of_province("Tuyên Quang")->epsg, "9211");
  EXPECT_EQ(zone_of_province("Atlantis"), nullptr);
}

}  // namespace
}  // namespace ntmap::crs
