#include "geom/repair.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;
using ::testing::HasSubstr;

const char* const k_square = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
const char* const k_bow_tie = "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))";

TEST(Repair, ValidFeaturesKeepTheirBits) {
  std::mt19937_64 random(1);
  PolygonSet set = test::wiggly_grid(random, 4, 4, 20);
  const PolygonSet before = set;
  EXPECT_EQ(repair(set).invalid, 0U);
  EXPECT_EQ(set, before);
  set.append_feature(test::from_wkt({k_bow_tie}), 0);
  EXPECT_EQ(repair(set).invalid, 1U);
  for (std::size_t f = 0; f < before.feature_count(); ++f)
    EXPECT_EQ(test::to_wkt(set, f), test::to_wkt(before, f));
}

TEST(Repair, BowTieBecomesTwoTriangles) {
  PolygonSet set = test::from_wkt({k_square, k_bow_tie, "POLYGON EMPTY"});
  const RepairReport report = repair(set);
  ASSERT_EQ(report.invalid, 1U);
  const Repair& mended = report.repairs[0];
  EXPECT_EQ(mended.feature, 1U);
  EXPECT_THAT(mended.reason.vi, HasSubstr("Ranh giới tự cắt tại 2 2"));
  EXPECT_THAT(mended.reason.en, HasSubstr("crosses itself at 2 2"));
  EXPECT_DOUBLE_EQ(mended.area_after, 8);
  EXPECT_DOUBLE_EQ(mended.area_lost, 0);
  EXPECT_EQ(set.feature_count(), 3U);
  EXPECT_EQ(test::invalid_reason(set, 1), "");
  EXPECT_DOUBLE_EQ(model::feature_area(set, 1), 8);
  EXPECT_EQ(set.feature_start[2], set.feature_start[3]);
}

// Shells read clockwise are valid, only the wrong way round: turned without being reported.
TEST(Repair, TurnsRingsRound) {
  PolygonSet set = test::from_wkt({"POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"});
  EXPECT_EQ(repair(set).invalid, 0U);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 0), 15);
}

TEST(Repair, IslandsReadAsHolesBecomeParts) {
  PolygonSet set = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (10 0, 10 1, 11 1, 11 0, 10 0))"});
  const RepairReport report = repair(set);
  EXPECT_EQ(report.invalid, 1U);
  EXPECT_EQ(set.part_count(), 2U);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 0), 17);
  EXPECT_DOUBLE_EQ(report.repairs[0].area_after, 17);
}

TEST(Repair, HolesReadAsPartsBecomeHoles) {
  PolygonSet set =
      test::from_wkt({"MULTIPOLYGON (((1 1, 2 1, 2 2, 1 2, 1 1)), ((0 0, 4 0, 4 4, 0 4, 0 0)))"});
  EXPECT_EQ(repair(set).invalid, 1U);
  EXPECT_EQ(set.part_count(), 1U);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 0), 15);
}

TEST(Repair, OverlappingPartsAreUnited) {
  PolygonSet set =
      test::from_wkt({"MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 2, 6 2, 6 6, 2 6, 2 2)))",
                      "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0)))"});
  const RepairReport report = repair(set);
  EXPECT_EQ(report.invalid, 2U);
  EXPECT_DOUBLE_EQ(report.repairs[0].area_before, 32);
  EXPECT_DOUBLE_EQ(report.repairs[0].area_after, 28);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 0), 28);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 1), 16);
}

// A spike is a line: it falls away and the polygon stays.
TEST(Repair, LinesFallAway) {
  PolygonSet set = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 9 9, 4 4, 0 4, 0 0))"});
  const RepairReport report = repair(set);
  ASSERT_EQ(report.invalid, 1U);
  EXPECT_DOUBLE_EQ(report.repairs[0].area_lost, 0);
  EXPECT_EQ(test::to_wkt(set, 0).find("9 9"), std::string::npos);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 0), 16);
}

TEST(Repair, DegenerateFeaturesBecomeEmptyAndStayInPlace) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  PolygonSet set = test::from_wkt({"POLYGON ((0 0, 1 1, 0 0))", "POLYGON ((0 0, 1 1, 2 2, 0 0))", k_square,
                                   k_square, "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((9 9, 9 9)))"});
  set.xy[2 * set.ring_start[2]] = nan;
  const RepairReport report = repair(set);
  EXPECT_EQ(report.invalid, 4U);
  ASSERT_EQ(set.feature_count(), 5U);
  for (std::size_t f = 0; f < 3; ++f) EXPECT_DOUBLE_EQ(model::feature_area(set, f), 0) << f;
  EXPECT_DOUBLE_EQ(model::feature_area(set, 3), 16);
  EXPECT_DOUBLE_EQ(model::feature_area(set, 4), 16);
}

TEST(Repair, TakesPartsWithoutRings) {
  PolygonSet set;
  set.end_part();
  set.end_feature();
  EXPECT_EQ(repair(set).invalid, 1U);
  EXPECT_EQ(set.feature_count(), 1U);
}

TEST(Repair, RandomRingsComeOutValid) {
  PolygonSet set;
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937_64 random(seed);
    for (int part = 0; part < 2; ++part) {
      for (int ring = 0; ring < 2; ++ring) {
        for (std::uint64_t i = random() % 9; i > 0; --i) {
          set.add_vertex(static_cast<double>(random() % 6), static_cast<double>(random() % 6));
        }
        set.end_ring();
      }
      set.end_part();
    }
    set.end_feature();
  }
  const RepairReport checked = validate(set);
  const RepairReport report = repair(set);
  EXPECT_EQ(checked.invalid, report.invalid);
  EXPECT_GT(report.invalid, 100U);
  ASSERT_EQ(set.feature_count(), 200U);
  for (std::size_t f = 0; f < 200; ++f) EXPECT_EQ(test::invalid_reason(set, f), "") << f;
  EXPECT_EQ(validate(set).invalid, 0U);
}

TEST(Validate, ChangesNothing) {
  const PolygonSet set = test::from_wkt({k_square, k_bow_tie});
  const RepairReport report = validate(set);
  EXPECT_EQ(report.invalid, 1U);
  EXPECT_EQ(report.repairs[0].feature, 1U);
}

TEST(Validate, ReportsProgressAndCanBeCancelled) {
  std::mt19937_64 random(1);
  const PolygonSet set = test::wiggly_grid(random, 10, 10, 5);
  std::vector<double> seen;
  validate(set, base::Job([&](double fraction, const base::Text&) { seen.push_back(fraction); }));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 1);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(validate(set, base::Job({}, stop.get_token())), base::Error);
}

}  // namespace
}  // namespace ntmap::geom
