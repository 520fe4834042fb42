#include "geom/triangulate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using base::Vec2;
using model::PolygonSet;
using test::Points;

struct Outcome {
  double area = 0;
  std::size_t triangles = 0;
  std::size_t not_counter_clockwise = 0;
};

Outcome triangulated(const PolygonSet& set, std::size_t part = 0) {
  std::vector<std::uint32_t> corners;
  triangulate_part(set, part, corners);
  EXPECT_EQ(corners.size() % 3, 0U);
  Outcome out;
  out.triangles = corners.size() / 3;
  for (std::size_t i = 0; i < corners.size(); i += 3) {
    const Vec2 a = set.vertex(corners[i]);
    const Vec2 b = set.vertex(corners[i + 1]) - a;
    const Vec2 c = set.vertex(corners[i + 2]) - a;
    const double area2 = b.x * c.y - b.y * c.x;
    out.area += area2 / 2;
    out.not_counter_clockwise += area2 <= 0 ? 1 : 0;
  }
  return out;
}

void expect_covered(const PolygonSet& set) {
  const Outcome out = triangulated(set);
  const double area = model::feature_area(set, 0);
  EXPECT_NEAR(out.area, area, 1e-9 * area);
  EXPECT_EQ(out.not_counter_clockwise, 0U);
}

TEST(Triangulate, SquareGivesTwoTriangles) {
  const Outcome out = triangulated(test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"}));
  EXPECT_EQ(out.triangles, 2U);
  EXPECT_DOUBLE_EQ(out.area, 16);
}

TEST(Triangulate, NumbersVerticesOfTheWholeSet) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 1 0, 0 1, 0 0))", "POLYGON ((5 5, 6 5, 5 6, 5 5))"});
  std::vector<std::uint32_t> corners{7};
  triangulate_part(set, 1, corners);
  ASSERT_EQ(corners.size(), 4U);
  EXPECT_EQ(corners[0], 7U);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_GE(corners[i], 3U);
}

TEST(Triangulate, RingsMayRunEitherWay) {
  const PolygonSet set = test::from_wkt({"POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"});
  const Outcome out = triangulated(set);
  EXPECT_DOUBLE_EQ(out.area, 15);
  EXPECT_EQ(out.not_counter_clockwise, 0U);
}

TEST(Triangulate, CollinearAndRepeatedVertices) {
  expect_covered(test::from_wkt({"POLYGON ((0 0, 1 0, 2 0, 2 0, 4 0, 4 4, 2 4, 0 4, 0 2, 0 0))"}));
}

// Holes may touch the shell or one another in single points: still valid.
TEST(Triangulate, TouchingHoles) {
  for (const char* const wkt :
       {// hole's leftmost corner on a corner of the shell
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 2 4, 0 0), (2 4, 4 6, 4 2, 2 4))",
        // hole's leftmost corner on an edge of the shell
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 4, 4 6, 4 2, 0 4))",
        // hole's rightmost corner on an edge, and on a corner
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (4 2, 4 6, 9 4, 4 2))",
        "POLYGON ((0 0, 9 0, 7 4, 9 9, 0 9, 0 0), (4 2, 4 6, 7 4, 4 2))",
        // upper and lower corners
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 4, 4 9, 6 4, 4 2, 2 4))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 4, 4 6, 6 4, 4 0, 2 4))",
        // two holes that share a corner, and a corner on an edge
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 4, 3 6, 5 4, 3 2, 1 4), (5 4, 7 6, 8 4, 7 2, 5 4))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 2, 1 6, 5 4, 1 2), (3 3, 8 4, 8 2, 3 3))",
        // both start at the same leftmost corner
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 4, 6 8, 6 5, 2 4), (2 4, 6 3, 6 1, 2 4))",
        // a chain of holes from hole to hole
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 4, 2 5, 3 4, 2 3, 1 4), (3 4, 4 5, 5 4, 4 3, 3 4), "
        "(5 4, 6 5, 7 4, 6 3, 5 4), (4 5, 3 6, 4 7, 5 6, 4 5))"}) {
    SCOPED_TRACE(wkt);
    const PolygonSet set = test::from_wkt({wkt});
    ASSERT_EQ(test::invalid_reason(set, 0), "");
    expect_covered(set);
  }
}

class TriangulateStars : public ::testing::TestWithParam<unsigned> {};

TEST_P(TriangulateStars, AreaIsKept) {
  std::mt19937_64 random(GetParam());
  const std::size_t corners = 3 + GetParam() * 17 % 400;
  std::vector<Points> holes;
  for (unsigned i = 0; i < GetParam() % 12; ++i) {
    const double angle = i * std::numbers::pi / 6;
    holes.push_back(test::star(random, {600000 + 450 * std::cos(angle), 2000000 + 450 * std::sin(angle)},
                               3 + random() % 40, 20, 100));
  }
  Points shell = test::star(random, {600000, 2000000}, corners, 600, 1000);
  if (corners < 40) shell = test::star(random, {600000, 2000000}, 40, 700, 1000);
  expect_covered(test::polygon(shell, holes));
}

INSTANTIATE_TEST_SUITE_P(Random, TriangulateStars, ::testing::Range(0U, 60U));

// A board of squares on whole numbers with most of the touching, in-line and coincident cases at once.
TEST(Triangulate, BoardsOfTouchingHoles) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    std::vector<Points> holes;
    for (int x = 0; x < 8; ++x) {
      for (int y = 0; y < 8; ++y) {
        if ((x + y) % 2 == 0 || random() % 3 == 0) continue;
        const Vec2 c{2.0 * x + 1, 2.0 * y + 1};
        // Diamonds and squares; diamonds touch one another only through the gaps of the board.
        if (random() % 2 == 0) {
          holes.push_back({c + Vec2{-1, 0}, c + Vec2{0, -1}, c + Vec2{1, 0}, c + Vec2{0, 1}});
        } else {
          holes.push_back(
              {c + Vec2{-0.5, -0.5}, c + Vec2{0.5, -0.5}, c + Vec2{0.5, 0.5}, c + Vec2{-0.5, 0.5}});
        }
      }
    }
    const PolygonSet set = test::polygon({{0, 0}, {16, 0}, {16, 16}, {0, 16}}, holes);
    if (!test::invalid_reason(set, 0).empty()) continue;  // holes that cut the inside into pieces
    expect_covered(set);
  }
}

// Shells and holes of random corners on a small board, as far as GEOS holds them for valid: they touch in
// every way there is.
TEST(Triangulate, RandomTouchingRings) {
  int valid = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const std::uint64_t side = 5 + seed % 7;
    const auto ring = [&](std::uint64_t corners) {
      Points points;
      for (; corners > 0; --corners) {
        points.push_back({static_cast<double>(random() % side), static_cast<double>(random() % side)});
      }
      if (model::ring_area2(test::polygon(points).ring(0)) < 0) std::reverse(points.begin(), points.end());
      return points;
    };
    const auto edge = static_cast<double>(side) - 1;
    const Points board{{0, 0}, {edge, 0}, {edge, edge}, {0, edge}};
    const Points shell = seed % 3 == 0 ? board : ring(8);
    if (!test::invalid_reason(test::polygon(shell), 0).empty()) continue;
    std::vector<Points> holes;
    for (int i = 0; i < 20; ++i) {
      holes.push_back(ring(3 + random() % 2));
      if (!test::invalid_reason(test::polygon(shell, holes), 0).empty()) holes.pop_back();
    }
    ++valid;
    expect_covered(test::polygon(shell, holes));
  }
  EXPECT_GT(valid, 200);
}

TEST(Triangulate, ManySmallHoles) {
  std::mt19937_64 random(5);
  std::vector<Points> holes;
  for (int x = 0; x < 40; ++x) {
    for (int y = 0; y < 40; ++y) holes.push_back(test::star(random, {x + 0.5, y + 0.5}, 7, 0.1, 0.45));
  }
  expect_covered(test::polygon({{0, 0}, {40, 0}, {40, 40}, {0, 40}}, holes));
}

TEST(Triangulate, Spiral) {
  Points shell;
  const int turns = 12;
  const int steps = turns * 60;
  for (int i = 0; i <= steps; ++i) {
    const double angle = 2 * std::numbers::pi * i / 60;
    const double r = 10 + angle;
    shell.push_back({r * std::cos(angle), r * std::sin(angle)});
  }
  for (int i = steps; i >= 0; --i) {
    const double angle = 2 * std::numbers::pi * i / 60;
    const double r = 8 + angle;
    shell.push_back({r * std::cos(angle), r * std::sin(angle)});
  }
  PolygonSet set = test::polygon(shell);
  const Outcome out = triangulated(set);
  EXPECT_NEAR(out.area, std::abs(model::feature_area(set, 0)), 1e-6);
  EXPECT_EQ(out.not_counter_clockwise, 0U);
}

TEST(Triangulate, Comb) {
  Points shell{{0, -1}, {2000, -1}};
  for (int i = 2000; i > 0; --i) {
    shell.push_back({static_cast<double>(i), 100});
    shell.push_back({i - 0.5, 0});
  }
  expect_covered(test::polygon(shell));
}

TEST(Triangulate, RingOf30000Vertices) {
  std::mt19937_64 random(3);
  expect_covered(test::polygon(test::star(random, {105.5, 18.3}, 30000, 0.4, 0.41)));
}

TEST(Triangulate, DegenerateRingsGiveNothing) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  for (const Points& shell : std::initializer_list<Points>{{},
                                                           {{1, 1}},
                                                           {{1, 1}, {2, 2}},
                                                           {{1, 1}, {1, 1}, {1, 1}},
                                                           {{0, 0}, {1, 1}, {2, 2}, {3, 3}},
                                                           {{0, 0}, {nan, 1}, {1, 1}},
                                                           {{0, 0}, {infinite, 0}, {1, 1}}}) {
    EXPECT_EQ(triangulated(test::polygon(shell)).triangles, 0U);
  }
  PolygonSet no_rings;
  no_rings.end_part();
  no_rings.end_feature();
  EXPECT_EQ(triangulated(no_rings).triangles, 0U);
}

TEST(Triangulate, DegenerateHolesAreLeftOut) {
  const Points square{{0, 0}, {4, 0}, {4, 4}, {0, 4}};
  const PolygonSet set = test::polygon(square, {{{1, 1}}, {{1, 1}, {2, 2}}, {{1, 1}, {2, 2}, {3, 3}}, {}});
  EXPECT_DOUBLE_EQ(triangulated(set).area, 16);
}

TEST(Triangulate, InvalidRingsEndAndTurnCounterClockwise) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<int> place(0, seed % 2 == 0 ? 6 : 1000);
    Points shell;
    for (unsigned i = 0; i < 10 + seed; ++i) {
      shell.push_back({static_cast<double>(place(random)), static_cast<double>(place(random))});
    }
    const Points hole = test::star(random, {500, 500}, 20, 10, 900);
    EXPECT_EQ(triangulated(test::polygon(shell, {hole})).not_counter_clockwise, 0U);
  }
}

TEST(Triangulate, AScrambledRingOf30000VerticesEnds) {
  std::mt19937_64 random(9);
  std::uniform_real_distribution<double> place(0, 1);
  Points shell;
  for (int i = 0; i < 30000; ++i) shell.push_back({place(random), place(random)});
  EXPECT_EQ(triangulated(test::polygon(shell)).not_counter_clockwise, 0U);
}

TEST(Triangulator, GivesTheSameWhenUsedAgain) {
  std::mt19937_64 random(4);
  PolygonSet set =
      test::polygon(test::star(random, {0, 0}, 500, 5, 9), {test::star(random, {0, 0}, 50, 1, 3)});
  set.append_feature(test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"}), 0);
  std::vector<std::uint32_t> once;
  triangulate_part(set, 0, once);
  triangulate_part(set, 1, once);
  Triangulator triangulator;
  for (int round = 0; round < 3; ++round) {
    std::vector<std::uint32_t> again;
    triangulator.part(set, 0, again);
    triangulator.part(set, 1, again);
    EXPECT_EQ(again, once);
  }
}

}  // namespace
}  // namespace ntmap::geom
