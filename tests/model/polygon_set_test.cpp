#include "model/polygon_set.hpp"

#include <gtest/gtest.h>

#include "support/wkt.hpp"

namespace ntmap::model {
namespace {

const char* const k_square_with_hole = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))";
const char* const k_two_parts = "MULTIPOLYGON (((10 0, 11 0, 11 1, 10 0)), ((20 0, 22 0, 22 2, 20 2, 20 0)))";

TEST(PolygonSet, CountsItsLevels) {
  const PolygonSet set = test::from_wkt({k_square_with_hole, k_two_parts, "POLYGON EMPTY"});
  EXPECT_EQ(set.feature_count(), 3U);
  EXPECT_EQ(set.part_count(), 3U);
  EXPECT_EQ(set.ring_count(), 4U);
  EXPECT_EQ(set.vertex_count(), 15U);
}

TEST(PolygonSet, AreaTakesHolesOff) {
  const PolygonSet set = test::from_wkt({k_square_with_hole, k_two_parts, "POLYGON EMPTY"});
  EXPECT_DOUBLE_EQ(feature_area(set, 0), 15);
  EXPECT_DOUBLE_EQ(feature_area(set, 1), 4.5);
  EXPECT_DOUBLE_EQ(feature_area(set, 2), 0);
}

TEST(PolygonSet, AreaOfATinyRingFarFromTheOriginKeepsItsDigits) {
  PolygonSet set;
  const double x = 550000;
  const double y = 2000000;
  const double side = 1.0 / 1024;
  set.add_vertex(x, y);
  set.add_vertex(x + side, y);
  set.add_vertex(x + side, y + side);
  set.add_vertex(x, y + side);
  set.end_ring();
  set.end_part();
  set.end_feature();
  EXPECT_DOUBLE_EQ(feature_area(set, 0), side * side);
}

TEST(PolygonSet, BoxesAndCopies) {
  const PolygonSet set = test::from_wkt({k_square_with_hole, k_two_parts});
  EXPECT_EQ(set.feature_box(1), (base::Box{10, 0, 22, 2}));
  EXPECT_EQ(set.box(), (base::Box{0, 0, 22, 4}));
  PolygonSet copy;
  copy.append_feature(set, 0);
  copy.append_feature(set, 1);
  EXPECT_EQ(copy, set);
  EXPECT_TRUE(test::from_wkt({"POLYGON EMPTY"}).box().empty());
}

TEST(PolygonSet, WktRoundTrip) {
  EXPECT_EQ(test::to_wkt(test::from_wkt({k_square_with_hole}), 0),
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)))");
}

}  // namespace
}  // namespace ntmap::model
