#include "geom/repair.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

const char* const k_square = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))";
const char* const k_bow_tie = "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))";

TEST(Repair, ValidFeaturesKeepEveryBit) {
  auto polygons = test::from_wkt({k_square, "POLYGON EMPTY", "POLYGON ((9 9, 9.5 9, 9 9.5, 9 9))"});
  const auto before = polygons;
  EXPECT_EQ(repair(polygons).invalid, 0U);
  EXPECT_EQ(polygons, before);
}

TEST(Repair, BowTieBecomesTwoTriangles) {
  auto polygons = test::from_wkt({k_square, k_bow_tie, k_square});
  const RepairReport report = repair(polygons);
  ASSERT_EQ(report.repairs.size(), 1U);
  EXPECT_EQ(report.repairs[0].feature, 1U);
  EXPECT_THAT(report.repairs[0].reason.en, testing::HasSubstr("elf-intersection (2 2)"));
  EXPECT_THAT(report.repairs[0].reason.vi, testing::HasSubstr("tự cắt"));
  EXPECT_DOUBLE_EQ(report.repairs[0].area_after, 8);
  EXPECT_DOUBLE_EQ(model::feature_area(polygons, 1), 8);
  EXPECT_EQ(validate(polygons).invalid, 0U);
  EXPECT_EQ(polygons.feature_count(), 3U);
}

TEST(Repair, IslandReadAsHoleIsNestedByContainment) {
  // A lake with an island in it, all three rings read as one polygon with two holes.
  auto polygons = test::from_wkt(
      {"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2), (4 4, 4 6, 6 6, 6 4, 4 4))"});
  EXPECT_EQ(repair(polygons).invalid, 1U);
  EXPECT_DOUBLE_EQ(model::feature_area(polygons, 0), 100 - 36 + 4);
  EXPECT_EQ(polygons.part_count(), 2U);
}

TEST(Repair, WrongDirectionIsTurnedSilently) {
  auto polygons = test::from_wkt({"POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"});
  EXPECT_EQ(repair(polygons).invalid, 0U);
  EXPECT_DOUBLE_EQ(model::feature_area(polygons, 0), 15);
}

TEST(Repair, LinesAndSpikesFallAway) {
  auto polygons =
      test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 4 9, 4 4, 0 4, 0 0))", "POLYGON ((0 0, 5 5, 0 0))"});
  const RepairReport report = repair(polygons);
  EXPECT_EQ(report.invalid, 2U);
  EXPECT_DOUBLE_EQ(model::feature_area(polygons, 0), 16);
  EXPECT_EQ(polygons.feature_start[1], polygons.feature_start[2]);  // nothing polygonal is left
}

TEST(Validate, ChangesNothing) {
  auto polygons = test::from_wkt({k_bow_tie});
  const auto before = polygons;
  EXPECT_EQ(validate(polygons).invalid, 1U);
  EXPECT_EQ(polygons, before);
}

TEST(Repair, CancelStops) {
  auto polygons = test::from_wkt({k_bow_tie});
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(repair(polygons, base::Job({}, stop.get_token())), base::Error);
}

TEST(Repair, ProgressEndsAtOne) {
  auto polygons = test::from_wkt({k_square, k_square, k_square});
  double reached = 0;
  repair(polygons, base::Job([&](double fraction, const base::Text&) { reached = fraction; }));
  EXPECT_DOUBLE_EQ(reached, 1);
}

}  // namespace
}  // namespace ntmap::geom
