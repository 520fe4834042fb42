#include "sheet/frames.hpp"

#include <gmock/gmock.h>

#include "support/wkt.hpp"

namespace ntmap::sheet {
namespace {

using testing::SizeIs;

TEST(WorldBoxes, FarIslandsAreApart) {
  const auto polygons =
      test::from_wkt({"POLYGON ((0 0, 50 0, 50 60, 0 60))",
                      "MULTIPOLYGON (((50 0, 70 0, 70 60, 50 60)), ((74 30, 75 30, 75 31, 74 31)))",
                      "POLYGON ((400 10, 410 10, 410 20, 400 20))"});
  const auto boxes = world_boxes(polygons, true);
  ASSERT_THAT(boxes, SizeIs(2));
  EXPECT_EQ(boxes[0], (base::Box{0, 0, 75, 60})) << "a near island stays with the land";
  EXPECT_EQ(boxes[1], (base::Box{400, 10, 410, 20}));
  EXPECT_THAT(world_boxes(polygons, false), SizeIs(1));
}

TEST(WorldBoxes, AtMostTwoInsetsHoldAllThatIsFar) {
  const auto polygons = test::from_wkt(
      {"POLYGON ((0 0, 60 0, 60 60, 0 60))", "POLYGON ((400 0, 410 0, 410 20, 400 20))",
       "POLYGON ((800 0, 805 0, 805 9, 800 9))", "POLYGON ((1200 0, 1203 0, 1203 3, 1200 3))"});
  const auto boxes = world_boxes(polygons, true);
  ASSERT_THAT(boxes, SizeIs(3));
  EXPECT_EQ(boxes[2], (base::Box{800, 0, 1203, 9}));
}

TEST(WorldBoxes, IslandsOfOneUnitAreOneInset) {
  const auto polygons =
      test::from_wkt({"POLYGON ((0 0, 60 0, 60 60, 0 60))",
                      "MULTIPOLYGON (((400 0, 401 0, 401 1, 400 1)), ((440 30, 441 30, 441 31, 440 31)))",
                      "POLYGON ((600 -100, 601 -100, 601 -99, 600 -99))"});
  const auto boxes = world_boxes(polygons, true);
  ASSERT_THAT(boxes, SizeIs(3));
  EXPECT_THAT(boxes, testing::Contains(base::Box{400, 0, 441, 31}));
}

TEST(WorldBoxes, NothingToShowStillGivesABox) {
  EXPECT_THAT(world_boxes(model::PolygonSet{}, true), SizeIs(1));
}

TEST(FitFrame, ShowsTheWholeWorldAsLargeAsItGets) {
  const MapFrame frame = fit_frame({10, 20, 210, 120}, {0, 0, 40, 10}, 10);
  EXPECT_DOUBLE_EQ(frame.to_page.scale, 180.0 / 40);
  EXPECT_EQ(frame.to_page({20, 5}), (base::Vec2{110, 70}));
  EXPECT_LE(frame.world().min_x, 0);
  EXPECT_GE(frame.world().max_y, 10);
  EXPECT_EQ(frame.width(), 200);
  EXPECT_EQ(frame.height(), 100);
}

TEST(FitFrame, APointHasAScaleToo) {
  const MapFrame frame = fit_frame({0, 0, 100, 100}, {5, 5, 5, 5}, 5);
  EXPECT_TRUE(std::isfinite(frame.to_page.scale));
  EXPECT_EQ(frame.to_page({5, 5}), (base::Vec2{50, 50}));
}

}  // namespace
}  // namespace ntmap::sheet
