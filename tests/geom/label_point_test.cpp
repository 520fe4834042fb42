#include "geom/label_point.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

TEST(LabelPoint, CentreOfASquare) {
  const LabelPoint at = label_point(test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"}), 0, 0.001);
  EXPECT_NEAR(at.point.x, 2, 0.01);
  EXPECT_NEAR(at.point.y, 2, 0.01);
  EXPECT_NEAR(at.radius, 2, 0.005);
}

TEST(LabelPoint, LiesInTheThickArmOfAnL) {
  const LabelPoint at = label_point(test::from_wkt({"POLYGON ((0 0, 10 0, 10 1, 4 1, 4 10, 0 10, 0 0))"}), 0);
  EXPECT_NEAR(at.point.x, 2, 0.3);
  EXPECT_GT(at.radius, 1.9);
}

TEST(LabelPoint, KeepsAwayFromHoles) {
  const LabelPoint at = label_point(
      test::from_wkt({"POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0), (1 1, 1 9, 9 9, 9 1, 1 1))"}), 0, 0.001);
  EXPECT_NEAR(at.radius, 5, 0.02);
  EXPECT_NEAR(at.point.y, 5, 0.1);
  EXPECT_GE(at.point.x, 13.9);
}

TEST(LabelPoint, TakesTheLargestPartWhicheverWayItsRingRuns) {
  const auto set =
      test::from_wkt({"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((10 0, 10 8, 18 8, 18 0, 10 0)), ((30 0, "
                      "31 0, 31 1, 30 0)))"});
  const LabelPoint at = label_point(set, 0);
  EXPECT_NEAR(at.point.x, 14, 0.3);
  EXPECT_NEAR(at.radius, 4, 0.1);
}

TEST(LabelPoint, ThinPartsHaveAPointInside) {
  const LabelPoint at = label_point(test::from_wkt({"POLYGON ((0 0, 100000 1, 100000 2, 0 1, 0 0))"}), 0);
  EXPECT_GT(at.radius, 0.3);
}

TEST(LabelPoint, DegeneratePartsGiveTheirPlace) {
  const LabelPoint flat = label_point(test::from_wkt({"POLYGON ((3 7, 5 7, 9 7, 3 7))"}), 0);
  EXPECT_EQ(flat.radius, 0);
  EXPECT_EQ(flat.point, (base::Vec2{3, 7}));
  model::PolygonSet bad = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"});
  bad.xy[2] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(label_point(bad, 0).radius, 0);
}

// The circle touches the border nowhere nearer than its radius, and no probe finds a larger one.
TEST(LabelPoint, CircleIsInsideAndNearlyTheLargest) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937_64 random(seed);
    const test::Points shell = test::star(random, {105.5, 18.3}, 60, 0.05, 0.2);
    const model::PolygonSet set = test::polygon(shell);
    const LabelPoint at = label_point(set, 0, 0.01);
    const auto nearest = [&](base::Vec2 p) {
      double least = 1e9;
      bool inside = false;
      for (std::size_t i = 0; i < shell.size(); ++i) {
        const base::Vec2 a = shell[i];
        const base::Vec2 b = shell[(i + 1) % shell.size()];
        for (int k = 0; k <= 50; ++k) {
          const base::Vec2 q = a + (b - a) * (k / 50.0) - p;
          least = std::min(least, std::hypot(q.x, q.y));
        }
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
          inside = !inside;
      }
      return inside ? least : -least;
    };
    EXPECT_NEAR(nearest(at.point), at.radius, 0.003) << seed;
    double best = 0;
    for (int x = 0; x < 40; ++x) {
      for (int y = 0; y < 40; ++y) best = std::max(best, nearest({105.3 + x * 0.01, 18.1 + y * 0.01}));
    }
    EXPECT_GE(at.radius, best - 0.01 * 0.4) << seed;
  }
}

}  // namespace
}  // namespace ntmap::geom
