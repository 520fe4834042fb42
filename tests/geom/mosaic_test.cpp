#include "geom/mosaic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* k_west = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))";

TEST(Mosaic, PiecesThatFitHaveNoFlaws) {
  const MosaicFlaws flaws = mosaic_flaws(test::Mosaic(7, 5, 12).polygons());
  EXPECT_THAT(flaws.overlaps, IsEmpty());
  EXPECT_THAT(flaws.gaps, IsEmpty());
}

TEST(Mosaic, AnIslandInALakeInsideAnotherFits) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                                         "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))"});
  const MosaicFlaws flaws = mosaic_flaws(set);
  EXPECT_THAT(flaws.overlaps, IsEmpty());
  EXPECT_THAT(flaws.gaps, IsEmpty());
}

TEST(Mosaic, OverlapsAreMeasuredBiggestFirst) {
  const MosaicFlaws flaws = mosaic_flaws(
      test::from_wkt({k_west, "POLYGON ((1 0, 4 0, 4 2, 1 2, 1 0))",
                      "POLYGON ((3.5 0, 5 0, 5 2, 3.5 2, 3.5 0))", "POLYGON ((8 0, 9 0, 9 1, 8 1, 8 0))"}));
  ASSERT_EQ(flaws.overlaps.size(), 2U);
  EXPECT_EQ(flaws.overlaps[0].first, 0U);
  EXPECT_EQ(flaws.overlaps[0].second, 1U);
  EXPECT_DOUBLE_EQ(flaws.overlaps[0].area, 2);
  EXPECT_DOUBLE_EQ(flaws.overlaps[1].area, 1);
}

TEST(Mosaic, AFeatureThatIsThereTwiceOverlapsItself) {
  PolygonSet set = test::Mosaic(3, 3, 4).polygons();
  set.append_feature(PolygonSet(set), 4);
  const MosaicFlaws flaws = mosaic_flaws(set);
  ASSERT_EQ(flaws.overlaps.size(), 1U);
  EXPECT_EQ(flaws.overlaps[0].first, 4U);
  EXPECT_EQ(flaws.overlaps[0].second, 9U);
  EXPECT_NEAR(flaws.overlaps[0].area, model::feature_area(set, 4), 1e-12);
}

TEST(Mosaic, AMissingFeatureIsAGapBetweenItsNeighbours) {
  const PolygonSet all = test::Mosaic(3, 3, 4).polygons();
  PolygonSet set;
  for (std::size_t f = 0; f < 9; ++f) {
    if (f != 4) set.append_feature(all, f);
  }
  const MosaicFlaws flaws = mosaic_flaws(set);
  ASSERT_EQ(flaws.gaps.size(), 1U);
  EXPECT_NEAR(flaws.gaps[0].area, model::feature_area(all, 4), 1e-12);
  EXPECT_THAT(flaws.gaps[0].around, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

TEST(Mosaic, AnIslandInAGapIsTakenOff) {
  const MosaicFlaws flaws =
      mosaic_flaws(test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                                   "POLYGON ((4 4, 5 4, 5 5, 4 5, 4 4))"}));
  ASSERT_EQ(flaws.gaps.size(), 1U);
  EXPECT_DOUBLE_EQ(flaws.gaps[0].area, 8);
  EXPECT_THAT(flaws.overlaps, IsEmpty());
}

/// One vertex of one feature out of its place, whichever it is, is a gap, an overlap or both.
TEST(Mosaic, EveryMovedInnerVertexIsFound) {
  const PolygonSet sound = test::Mosaic(3, 3, 6).polygons();
  const std::size_t first = sound.ring_start[sound.first_ring(4)];
  const std::size_t end = sound.ring_start[sound.end_ring(4)];
  for (std::size_t v = first; v < end; ++v) {
    PolygonSet set = sound;
    set.xy[2 * v] += 0.003;
    set.xy[2 * v + 1] += 0.001;
    const MosaicFlaws flaws = mosaic_flaws(set);
    EXPECT_GT(flaws.overlaps.size() + flaws.gaps.size(), 0U) << "vertex " << v - first;
  }
}

TEST(Mosaic, EmptyFeaturesAreNoFlaw) {
  const MosaicFlaws flaws = mosaic_flaws(test::from_wkt({"POLYGON EMPTY", k_west, "POLYGON EMPTY"}));
  EXPECT_THAT(flaws.overlaps, IsEmpty());
  EXPECT_THAT(flaws.gaps, IsEmpty());
}

}  // namespace
}  // namespace ntmap::geom
