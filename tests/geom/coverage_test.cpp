#include "geom/coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

const char* const k_left = "POLYGON ((0 0, 2 0, 2 1, 2 2, 0 2, 0 0))";
const char* const k_right = "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 1, 2 0))";

/// The same rings, each started at its least vertex: where a ring starts is not part of what it is.
PolygonSet normalised(const PolygonSet& set) {
  PolygonSet out = set;
  for (std::size_t r = 0; r < set.ring_count(); ++r) {
    std::vector<std::pair<double, double>> points;
    const auto ring = set.ring(r);
    for (std::size_t i = 0; i < ring.size(); i += 2) points.emplace_back(ring[i], ring[i + 1]);
    std::rotate(points.begin(), std::min_element(points.begin(), points.end()), points.end());
    for (std::size_t i = 0; i < points.size(); ++i) {
      out.xy[2 * (set.ring_start[r] + i)] = points[i].first;
      out.xy[2 * (set.ring_start[r] + i) + 1] = points[i].second;
    }
  }
  return out;
}

void expect_round_trip(const PolygonSet& set) {
  EXPECT_EQ(normalised(to_polygons(build_coverage(set))), normalised(set));
}

double area_of(const PolygonSet& set) {
  double sum = 0;
  for (std::size_t f = 0; f < set.feature_count(); ++f) sum += model::feature_area(set, f);
  return sum;
}

TEST(Coverage, TwoSquaresShareOneArc) {
  const Coverage coverage = build_coverage(test::from_wkt({k_left, k_right}));
  ASSERT_EQ(coverage.arcs.line_count(), 3U);
  std::multiset<std::pair<std::uint32_t, std::uint32_t>> sides;
  for (std::size_t a = 0; a < 3; ++a) sides.insert(std::minmax(coverage.left[a], coverage.right[a]));
  EXPECT_THAT(sides, ::testing::UnorderedElementsAre(std::pair{0U, k_outside}, std::pair{1U, k_outside},
                                                     std::pair{0U, 1U}));
  EXPECT_EQ(coverage.feature_count(), 2U);
}

TEST(Coverage, AnIslandIsOneClosedArc) {
  const Coverage coverage = build_coverage(test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"}));
  ASSERT_EQ(coverage.arcs.line_count(), 1U);
  const auto line = coverage.arcs.line(0);
  EXPECT_EQ(line.size(), 10U);
  EXPECT_EQ(line.front(), line[8]);
  EXPECT_EQ(coverage.left[0], 0U);
  EXPECT_EQ(coverage.right[0], k_outside);
}

// The border between a hole and the unit that fills it is one arc, wherever the two rings start.
TEST(Coverage, AHoleFilledExactlySharesItsArc) {
  const Coverage coverage =
      build_coverage(test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                                     "POLYGON ((6 6, 3 6, 3 3, 6 3, 6 6))"}));
  ASSERT_EQ(coverage.arcs.line_count(), 2U);
  EXPECT_EQ(std::minmax(coverage.left[1], coverage.right[1]), std::minmax(0U, 1U));
}

TEST(Coverage, RoundTripsEveryKindOfRing) {
  expect_round_trip(test::from_wkt({k_left, k_right}));
  expect_round_trip(test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                                    "POLYGON EMPTY", "POLYGON ((6 6, 3 6, 3 3, 6 3, 6 6))",
                                    "MULTIPOLYGON (((20 0, 21 0, 21 1, 20 0)), ((9 9, 12 9, 12 12, 9 9)))"}));
  expect_round_trip(test::from_wkt({}));
  for (unsigned seed = 0; seed < 10; ++seed) {
    std::mt19937_64 random(seed);
    expect_round_trip(test::wiggly_grid(random, 6, 5, 1 + seed));
  }
}

TEST(Coverage, DropsOnlyRepeatedVertices) {
  PolygonSet set = test::from_wkt({"POLYGON ((0 0, 0 0, 2 0, 2 2, 2 2, 0 2, 0 0))"});
  EXPECT_EQ(normalised(to_polygons(build_coverage(set))),
            normalised(test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"})));
}

// Vertices that only one of two neighbours has, overlaps, a unit given twice, rings the wrong way round,
// rings of one or two vertices: nothing crashes and every polygon comes back.
TEST(Coverage, TakesInvalidInput) {
  expect_round_trip(test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", k_right}));
  expect_round_trip(test::from_wkt({"POLYGON ((0 0, 3 0, 3 2, 0 2, 0 0))", k_right, k_right, k_right}));
  expect_round_trip(test::from_wkt({"POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0))", k_right}));
  expect_round_trip(test::from_wkt({"POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "POLYGON ((0 0, 2 2, 0 0))",
                                    "POLYGON ((5 5, 5 5))", "POLYGON ((0 0, 1 1, 2 2, 1 1, 0 0))"}));
  for (unsigned seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    PolygonSet set;
    for (int f = 0; f < 5; ++f) {
      for (int r = 0; r < 2; ++r) {
        for (std::uint64_t i = random() % 9; i > 0; --i) {
          set.add_vertex(static_cast<double>(random() % 4), static_cast<double>(random() % 4));
        }
        set.end_ring();
      }
      set.end_part();
      set.end_feature();
    }
    const PolygonSet back = to_polygons(simplify(build_coverage(set), 1.5));
    EXPECT_EQ(back.feature_start, set.feature_start);
    EXPECT_EQ(back.part_start, set.part_start);
    EXPECT_EQ(back.ring_count(), set.ring_count());
  }
}

TEST(CoverageSimplify, ZeroToleranceKeepsEverything) {
  std::mt19937_64 random(1);
  const PolygonSet set = test::wiggly_grid(random, 3, 3, 10);
  EXPECT_EQ(to_polygons(simplify(build_coverage(set), 0)), to_polygons(build_coverage(set)));
}

TEST(CoverageSimplify, TakesTheSmallestCornersFirst) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 5 -0.1, 10 0, 10 5, 9 7, 10 10, 0 10, 0 0))"});
  EXPECT_EQ(normalised(to_polygons(simplify(build_coverage(set), 1.2))),
            normalised(test::from_wkt({"POLYGON ((0 0, 10 0, 10 5, 9 7, 10 10, 0 10, 0 0))"})));
}

class SimplifyGrids : public ::testing::TestWithParam<double> {};

// The heart of it: after simplification no gap has opened, nothing overlaps, and the units' areas still
// add up to the area of their union; both are counted with GEOS.
TEST_P(SimplifyGrids, NoGapsNoOverlapsNoUnitLost) {
  for (unsigned seed = 0; seed < 4; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const PolygonSet set = test::wiggly_grid(random, 5, 4, 40);
    const test::Fit before = test::fit_of(set);
    ASSERT_NEAR(before.gaps + before.overlaps, 0, 1e-9);
    const PolygonSet simple = to_polygons(simplify(build_coverage(set), GetParam()));
    EXPECT_LT(simple.vertex_count(), set.vertex_count());
    const test::Fit after = test::fit_of(simple);
    EXPECT_NEAR(after.gaps, 0, 1e-12);
    EXPECT_NEAR(after.overlaps, 0, 1e-12);
    EXPECT_NEAR(area_of(simple), after.area_of_union, 1e-9);
    for (std::size_t f = 0; f < simple.feature_count(); ++f) EXPECT_GT(model::feature_area(simple, f), 0);
  }
}

INSTANTIATE_TEST_SUITE_P(Tolerances, SimplifyGrids, ::testing::Values(0.03, 0.1, 0.5, 5.0, 1000.0));

TEST(CoverageSimplify, RingsKeepThreeCorners) {
  std::mt19937_64 random(2);
  PolygonSet set = test::polygon(test::star(random, {0, 0}, 100, 1, 2));
  // Two halves that meet along one border: rings of two arcs.
  set.append_feature(test::from_wkt({"POLYGON ((10 0, 12 0, 14 1, 12 2, 10 2, 8 1, 10 0))"}), 0);
  set.append_feature(test::from_wkt({"POLYGON ((20 0, 22 -1, 24 0, 22 0.1, 20 0))"}), 0);
  set.append_feature(test::from_wkt({"POLYGON ((20 0, 22 0.1, 24 0, 22 1, 20 0))"}), 0);
  const PolygonSet simple = to_polygons(simplify(build_coverage(set), 1e6));
  for (std::size_t r = 0; r < simple.ring_count(); ++r) {
    std::set<std::pair<double, double>> distinct;
    const auto ring = simple.ring(r);
    for (std::size_t i = 0; i < ring.size(); i += 2) distinct.emplace(ring[i], ring[i + 1]);
    EXPECT_GE(distinct.size(), 3U) << r;
  }
  EXPECT_NEAR(test::fit_of(simple).overlaps, 0, 1e-12);
}

// A small island in a bay must not end up on land when the bay is cut off.
TEST(CoverageSimplify, NeverPassesOverAnotherUnit) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 10 0, 10 10, 6 10, 5 9, 4 10, 0 10, 0 0))",
                                         "POLYGON ((5 9.5, 5.1 9.5, 5 9.6, 5 9.5))"});
  const PolygonSet simple = to_polygons(simplify(build_coverage(set), 100));
  EXPECT_NEAR(test::fit_of(simple).overlaps, 0, 1e-12);
}

TEST(CoverageSimplify, SameWhateverTheOrderOfUnits) {
  std::mt19937_64 random(8);
  const PolygonSet set = test::wiggly_grid(random, 4, 4, 30);
  const Coverage simple = simplify(build_coverage(set), 0.3);
  PolygonSet turned;
  for (std::size_t f = set.feature_count(); f-- > 0;) turned.append_feature(set, f);
  const PolygonSet a = normalised(to_polygons(simple));
  const PolygonSet b = normalised(to_polygons(simplify(build_coverage(turned), 0.3)));
  for (std::size_t f = 0; f < set.feature_count(); ++f) {
    EXPECT_EQ(test::to_wkt(a, f), test::to_wkt(b, set.feature_count() - 1 - f));
  }
}

TEST(BordersBetween, GivesEachBorderOfGroupsOnce) {
  std::mt19937_64 random(3);
  const Coverage coverage = build_coverage(test::wiggly_grid(random, 4, 2, 1));
  const std::vector<std::uint32_t> districts{0, 0, 1, 1, 0, 0, 1, 1};
  EXPECT_EQ(borders_between(coverage, districts, false).line_count(), 2U);
  EXPECT_EQ(borders_between(coverage, std::vector<std::uint32_t>(8, 0), false).line_count(), 0U);
  EXPECT_EQ(borders_between(coverage, std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7}, false).line_count(),
            10U);
  double length = 0;
  const model::LineSet outline = borders_between(coverage, std::vector<std::uint32_t>(8, 0), true);
  for (std::size_t i = 0; i < outline.line_count(); ++i) {
    const auto line = outline.line(i);
    for (std::size_t k = 2; k < line.size(); k += 2) {
      length += std::hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);
    }
  }
  EXPECT_NEAR(length, 12, 1e-12);
}

}  // namespace
}  // namespace ntmap::geom
