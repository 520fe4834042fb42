#include "geom/region_clip.hpp"

#include <gtest/gtest.h>

#include "geom/geos_shapes.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;
using test::Points;

struct Clip {
  bool clear = false;  ///< the borders simply cross
  PolygonSet out;
};

Clip clip(const PolygonSet& a, const PolygonSet& b) {
  Clip result;
  result.clear = append_intersection(Region(a, 0), Region(b, 0), result.out);
  result.out.end_feature();
  return result;
}

double geos_area(const PolygonSet& a, const PolygonSet& b) {
  GeosShapes geos;
  return geos.area(geos.intersection(geos.feature(a, 0), geos.feature(b, 0)));
}

void expect_as_geos(const PolygonSet& a, const PolygonSet& b) {
  const Clip result = clip(a, b);
  ASSERT_TRUE(result.clear);
  const double expected = geos_area(a, b);
  EXPECT_NEAR(model::feature_area(result.out, 0), expected, 1e-9 * (expected + 1e-6));
  EXPECT_EQ(test::invalid_reason(result.out, 0), "");
}

TEST(RegionClip, TwoSquares) {
  const Clip result = clip(test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"}),
                           test::from_wkt({"POLYGON ((3 1, 9 1, 9 3, 3 3, 3 1))"}));
  ASSERT_TRUE(result.clear);
  EXPECT_DOUBLE_EQ(model::feature_area(result.out, 0), 2);
  EXPECT_EQ(result.out.vertex_count(), 4U);
}

TEST(RegionClip, OneWithinTheOtherAndApart) {
  const PolygonSet large = test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"});
  const PolygonSet small = test::from_wkt({"POLYGON ((3 3, 4 3, 4 4, 3 4, 3 3))"});
  const PolygonSet far = test::from_wkt({"POLYGON ((30 3, 40 3, 40 4, 30 4, 30 3))"});
  EXPECT_EQ(clip(large, small).out, small);
  EXPECT_EQ(clip(small, large).out, small);
  EXPECT_TRUE(clip(large, far).clear);
  EXPECT_EQ(clip(large, far).out.part_count(), 0U);
}

TEST(RegionClip, HolesAndParts) {
  const PolygonSet ring = test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 7, 7 7, 7 2, 2 2))"});
  // Around the hole, within it, across it, over everything.
  expect_as_geos(ring, test::from_wkt({"POLYGON ((1 1, 8 1.5, 8 8, 1 8, 1 1))"}));
  expect_as_geos(ring, test::from_wkt({"POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))"}));
  expect_as_geos(ring, test::from_wkt({"POLYGON ((-1 4, 10 4, 10 5, -1 5, -1 4))"}));
  expect_as_geos(ring, test::from_wkt({"POLYGON ((-1 -1, 10 -1, 10 10, -1 10, -1 -1))"}));
  expect_as_geos(ring,
                 test::from_wkt({"POLYGON ((1 1, 8 1.5, 8 8, 1 8, 1 1), (3 3, 3 7.5, 4 7.5, 4 3, 3 3))"}));
  expect_as_geos(ring, test::from_wkt({"MULTIPOLYGON (((-1 1, 1 1, 1 3, -1 1)), ((8 8, 11 8, 8 11, 8 8)), "
                                       "((4 4, 5 4, 5 5, 4 4)), ((0.5 0.5, 1 0.5, 0.5 1, 0.5 0.5)))"}));
}

TEST(RegionClip, SaysWhereItCannotTell) {
  const PolygonSet square = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"});
  for (const char* const wkt : {"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",  // equal
                                "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))",  // side by side
                                "POLYGON ((4 4, 8 4, 8 8, 4 8, 4 4))",  // corner to corner
                                "POLYGON ((2 2, 4 2, 6 5, 2 5, 2 2))",  // corner on the border
                                "POLYGON ((0 0, 4 4, 0 4, 0 0))"}) {    // through corners
    const Clip result = clip(square, test::from_wkt({wkt}));
    EXPECT_FALSE(result.clear) << wkt;
    EXPECT_EQ(result.out.part_count(), 0U);
  }
}

class RegionClipStars : public ::testing::TestWithParam<unsigned> {};

TEST_P(RegionClipStars, AgreesWithGeos) {
  std::mt19937_64 random(GetParam());
  std::uniform_real_distribution<double> off(-0.05, 0.05);
  const auto ring_at = [&](double x, double y) {
    return test::polygon(test::star(random, {x, y}, 5 + random() % 300, 0.05, 0.1),
                         {test::star(random, {x, y}, 4 + random() % 60, 0.01, 0.04)});
  };
  const PolygonSet a = ring_at(105.5, 18.3);
  const PolygonSet b = ring_at(105.5 + off(random), 18.3 + off(random));
  expect_as_geos(a, b);
  expect_as_geos(b, a);
}

INSTANTIATE_TEST_SUITE_P(Random, RegionClipStars, ::testing::Range(0U, 60U));

// A border that two units share is cut at the same bits from both sides.
TEST(RegionClip, PiecesOfNeighboursStillMeet) {
  std::mt19937_64 random(5);
  const PolygonSet grid = test::wiggly_grid(random, 2, 1, 50);
  const PolygonSet disc = test::polygon(test::star(random, {1.01, 0.52}, 37, 0.2, 0.4));
  PolygonSet pieces;
  for (std::size_t unit = 0; unit < 2; ++unit) {
    ASSERT_TRUE(append_intersection(Region(grid, unit), Region(disc, 0), pieces));
    pieces.end_feature();
  }
  const test::Fit fit = test::fit_of(pieces);
  EXPECT_LT(fit.gaps + fit.overlaps, 1e-15);
  EXPECT_NEAR(fit.area_of_union, model::feature_area(disc, 0), 1e-12);
}

}  // namespace
}  // namespace ntmap::geom
