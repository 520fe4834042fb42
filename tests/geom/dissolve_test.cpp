#include "geom/dissolve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stop_token>
#include <vector>

#include "base/error.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

TEST(Dissolve, SharedBordersVanish) {
  const PolygonSet out =
      dissolve(test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"}),
               std::vector<std::uint32_t>{0, 0}, 1);
  ASSERT_EQ(out.feature_count(), 1U);
  EXPECT_EQ(out.ring_count(), 1U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 8);
}

TEST(Dissolve, GroupsInOrderAndEmptyOnes) {
  const char* const square = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))";
  const PolygonSet set = test::from_wkt({square, "POLYGON EMPTY", "POLYGON ((9 0, 10 0, 10 1, 9 1, 9 0))"});
  const PolygonSet out = dissolve(set, std::vector<std::uint32_t>{3, 1, 0}, 5);
  ASSERT_EQ(out.feature_count(), 5U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 1);
  EXPECT_EQ(test::to_wkt(out, 3), test::to_wkt(set, 0));
  for (const std::size_t empty : {1U, 2U, 4U})
    EXPECT_EQ(out.feature_start[empty], out.feature_start[empty + 1]);
}

TEST(Dissolve, GroupNumbersBeyondTheCountAreLeftOut) {
  const PolygonSet set =
      test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"});
  const PolygonSet out = dissolve(set, std::vector<std::uint32_t>{0, 7}, 1);
  ASSERT_EQ(out.feature_count(), 1U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 4);
}

TEST(Dissolve, IslandsStayPartsAndFilledHolesVanish) {
  const PolygonSet out = dissolve(
      test::from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                      "POLYGON ((6 6, 3 6, 3 3, 6 3, 6 6))", "POLYGON ((20 0, 21 0, 21 1, 20 1, 20 0))"}),
      std::vector<std::uint32_t>{0, 0, 0}, 1);
  EXPECT_EQ(out.part_count(), 2U);
  EXPECT_EQ(out.ring_count(), 2U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 82);
}

// A ring of units round a free middle becomes a shell with a hole; units that only touch at a corner
// stay two parts; a hole that touches the shell is a hole.
TEST(Dissolve, HolesAndCornersThatTouch) {
  std::mt19937_64 random(1);
  const PolygonSet grid = test::wiggly_grid(random, 3, 3, 6);
  const PolygonSet ring = dissolve(grid, std::vector<std::uint32_t>{0, 0, 0, 0, 1, 0, 0, 0, 0}, 2);
  EXPECT_EQ(ring.ring_count(), 3U);
  EXPECT_EQ(ring.feature_start[1], 1U);
  const PolygonSet corners = dissolve(grid, std::vector<std::uint32_t>{0, 1, 1, 1, 0, 1, 1, 1, 0}, 2);
  EXPECT_EQ(corners.feature_start[1], 3U);
  for (const PolygonSet& set : {ring, corners}) {
    for (std::size_t f = 0; f < set.feature_count(); ++f) EXPECT_EQ(test::invalid_reason(set, f), "");
  }
  const PolygonSet touching = dissolve(grid, std::vector<std::uint32_t>{1, 0, 0, 0, 1, 0, 0, 0, 0}, 2);
  EXPECT_EQ(test::invalid_reason(touching, 0), "");
  EXPECT_NEAR(test::fit_of(touching).overlaps, 0, 1e-12);
}

TEST(Dissolve, BordersThatDoNotMeetExactlyAreUnitedAllTheSame) {
  // The second square has a vertex the first lacks, the third overlaps both, the fourth is the first again.
  const PolygonSet out = dissolve(
      test::from_wkt({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 1, 2 0))",
                      "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"}),
      std::vector<std::uint32_t>{0, 0, 0, 0}, 1);
  EXPECT_NEAR(model::feature_area(out, 0), 10, 1e-12);
  EXPECT_EQ(test::invalid_reason(out, 0), "");
}

/// Squares that lap over one another by a little, in one row.
PolygonSet lapping_squares(int count) {
  PolygonSet out;
  for (int i = 0; i < count; ++i) {
    const double ring[][2] = {{0, 0}, {1.1, 0}, {1.1, 1}, {0, 1}};
    for (const auto& corner : ring) out.add_vertex(i + corner[0], corner[1]);
    out.end_ring();
    out.end_part();
    out.end_feature();
  }
  return out;
}

TEST(Dissolve, ManyThatDoNotMeetAreOnePieceWithProgress) {
  const PolygonSet squares = lapping_squares(100);
  std::vector<double> seen;
  const PolygonSet out =
      dissolve(squares, std::vector<std::uint32_t>(100, 0), 1,
               base::Job([&](double fraction, const base::Text&) { seen.push_back(fraction); }));
  EXPECT_NEAR(model::feature_area(out, 0), 100.1, 1e-9);
  EXPECT_EQ(out.part_count(), 1U);
  EXPECT_GT(seen.size(), 5U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_DOUBLE_EQ(seen.back(), 1);
}

TEST(Dissolve, CanBeCancelledBetweenUnions) {
  const PolygonSet squares = lapping_squares(100);
  std::stop_source stop;
  std::size_t reports = 0;
  const base::Job job(
      [&](double, const base::Text&) {
        if (++reports == 3) stop.request_stop();
      },
      stop.get_token());
  EXPECT_THROW(dissolve(squares, std::vector<std::uint32_t>(100, 0), 1, job), base::Error);
  EXPECT_LE(reports, 4U);
}

class DissolveGrids : public ::testing::TestWithParam<unsigned> {};

TEST_P(DissolveGrids, AreaIsKeptAndNothingOverlaps) {
  std::mt19937_64 random(GetParam());
  const PolygonSet grid = test::wiggly_grid(random, 6, 6, 10);
  std::vector<std::uint32_t> group_of;
  for (std::size_t f = 0; f < grid.feature_count(); ++f)
    group_of.push_back(static_cast<std::uint32_t>(random() % 4));
  const PolygonSet out = dissolve(grid, group_of, 4);
  std::vector<double> areas(4);
  for (std::size_t f = 0; f < grid.feature_count(); ++f) areas[group_of[f]] += model::feature_area(grid, f);
  for (std::size_t g = 0; g < 4; ++g) EXPECT_NEAR(model::feature_area(out, g), areas[g], 1e-9);
  EXPECT_NEAR(test::fit_of(out).overlaps, 0, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Random, DissolveGrids, ::testing::Range(0U, 12U));

}  // namespace
}  // namespace ntmap::geom
