#include "geom/ring_nesting.hpp"

#include <gtest/gtest.h>

#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

std::vector<std::span<const double>> rings_of(const PolygonSet& set) {
  std::vector<std::span<const double>> out;
  for (std::size_t r = 0; r < set.ring_count(); ++r) out.push_back(set.ring(r));
  return out;
}

TEST(SideOfRing, InsideBorderOutside) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 2 2, 0 4, 0 0))"});
  EXPECT_EQ(side_of_ring(set.ring(0), {1, 1}), Side::inside);
  EXPECT_EQ(side_of_ring(set.ring(0), {2, 3}), Side::outside);
  EXPECT_EQ(side_of_ring(set.ring(0), {-1, 2}), Side::outside);
  for (const base::Vec2 on : {base::Vec2{0, 0}, {2, 2}, {3, 3}, {4, 1}, {2, 0}}) {
    EXPECT_EQ(side_of_ring(set.ring(0), on), Side::border);
  }
}

TEST(AppendNested, IslandInALakeOnAnIsland) {
  const PolygonSet loose =
      test::from_wkt({"MULTIPOLYGON (((4 4, 5 4, 5 5, 4 5, 4 4)), ((0 0, 0 9, 9 9, 9 0, 0 0)), ((3 3, 6 3, 6 "
                      "6, 3 6, 3 3)))"});
  PolygonSet out;
  ASSERT_TRUE(append_nested(rings_of(loose), out));
  out.end_feature();
  EXPECT_EQ(out.part_count(), 2U);
  EXPECT_EQ(out.ring_count(), 3U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 81 - 9 + 1);
}

TEST(AppendNested, HolesThatTouchTheirShell) {
  const PolygonSet loose = test::from_wkt(
      {"MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 2 1, 1 2, 0 0)), ((4 0, 4 4, 3 2, 4 0)))"});
  PolygonSet out;
  ASSERT_TRUE(append_nested(rings_of(loose), out));
  EXPECT_EQ(out.part_count(), 1U);
}

TEST(AppendNested, EqualRingsCannotBeNested) {
  const PolygonSet loose =
      test::from_wkt({"MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 0, 4 4, 0 4, 0 0, 4 0)))"});
  PolygonSet out;
  EXPECT_FALSE(append_nested(rings_of(loose), out));
  EXPECT_EQ(out.part_count(), 0U);
  EXPECT_TRUE(append_nested({}, out));
}

}  // namespace
}  // namespace ntmap::geom
