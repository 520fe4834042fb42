#include "scene/hit_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

using base::Box;
using base::Vec2;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

HitTest hit_test(std::initializer_list<std::string_view> wkt) {
  return HitTest(std::make_shared<model::PolygonSet>(test::from_wkt(wkt)));
}

// By the definition: the winding of every ring about the point, no index.
int unit_by_force(const model::PolygonSet& set, Vec2 p) {
  for (std::size_t unit = 0; unit < set.feature_count(); ++unit) {
    bool inside = false;
    for (std::uint32_t r = set.first_ring(unit); r < set.end_ring(unit); ++r) {
      for (std::uint32_t v = set.ring_start[r]; v < set.ring_start[r + 1]; ++v) {
        const Vec2 a = set.vertex(v);
        const Vec2 b = set.vertex(v + 1 == set.ring_start[r + 1] ? set.ring_start[r] : v + 1);
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
          inside = !inside;
      }
    }
    if (inside) return static_cast<int>(unit);
  }
  return -1;
}

TEST(HitTest, FindsTheUnitThatBruteForceFinds) {
  const auto set = std::make_shared<model::PolygonSet>(test::Mosaic(12, 9, 40).polygons());
  const HitTest hits(set);
  std::mt19937 random(3);
  std::uniform_real_distribution<double> x(-0.5, 12.5);
  std::uniform_real_distribution<double> y(-0.5, 9.5);
  for (int i = 0; i < 3000; ++i) {
    const Vec2 p{x(random), y(random)};
    const auto found = hits.unit_at(p);
    EXPECT_EQ(found ? static_cast<int>(*found) : -1, unit_by_force(*set, p)) << p.x << ' ' << p.y;
  }
}

TEST(HitTest, HolesBelongToTheUnitThatFillsThem) {
  const HitTest hits = hit_test({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                                 "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))"});
  EXPECT_EQ(hits.unit_at({4, 4}), 1u);
  EXPECT_EQ(hits.unit_at({1, 1}), 0u);
}

TEST(HitTest, IslandsOfOneUnit) {
  const HitTest hits =
      hit_test({"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((50 50, 51 50, 51 51, 50 50)))", "POLYGON EMPTY"});
  EXPECT_EQ(hits.unit_at({50.6, 50.2}), 0u);
  EXPECT_EQ(hits.unit_at({25, 25}), std::nullopt);
  EXPECT_EQ(hits.unit_boxes()[0], (Box{0, 0, 51, 51}));
  EXPECT_TRUE(hits.unit_boxes()[1].empty());
}

TEST(HitTest, DotsAreFoundNearby) {
  const HitTest hits =
      hit_test({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((12 5, 12.05 5, 12.05 5.05, 12 5))"});
  EXPECT_EQ(hits.unit_at({12.3, 5}), std::nullopt);
  EXPECT_EQ(hits.unit_at({12.3, 5}, 0.5), 1u);
  EXPECT_EQ(hits.unit_at({9.2, 5}, 0.5), std::nullopt) << "units that are drawn as areas are hit exactly";
}

TEST(HitTest, NothingInAnEmptyLayer) {
  const HitTest none(std::make_shared<model::PolygonSet>());
  EXPECT_EQ(none.unit_at({0, 0}, 5), std::nullopt);
  EXPECT_THAT(none.units_in(Box{-1, -1, 1, 1}), IsEmpty());
  const HitTest empty = hit_test({"POLYGON EMPTY"});
  EXPECT_EQ(empty.unit_at({0, 0}, 5), std::nullopt);
}

TEST(HitTest, BoxSelectsWhatItTouches) {
  const HitTest hits(std::make_shared<model::PolygonSet>(test::Mosaic(4, 3, 8, 0.05).polygons()));
  EXPECT_THAT(hits.units_in(Box{0.4, 0.4, 0.6, 0.6}), ElementsAre(0)) << "inside one unit";
  EXPECT_THAT(hits.units_in(Box{0.5, 0.5, 1.5, 1.5}), ElementsAre(0, 1, 4, 5));
  EXPECT_EQ(hits.units_in(Box{-9, -9, 99, 99}).size(), 12u);
  EXPECT_THAT(hits.units_in(Box{90, 90, 91, 91}), IsEmpty());
  EXPECT_THAT(hits.units_in(Box{}), IsEmpty());
}

TEST(HitTest, BoxInAHoleSelectsNothing) {
  const HitTest hits = hit_test({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))"});
  EXPECT_THAT(hits.units_in(Box{4, 4, 5, 5}), IsEmpty());
  EXPECT_THAT(hits.units_in(Box{4, 4, 7, 5}), ElementsAre(0));
}

TEST(HitTest, PolygonSelectsWhatItTouches) {
  const HitTest hits(std::make_shared<model::PolygonSet>(test::Mosaic(4, 3, 8, 0.05).polygons()));
  const double thin_across[] = {-1, 1.5, 5, 1.49, 5, 1.51};
  EXPECT_THAT(hits.units_in(thin_across), ElementsAre(4, 5, 6, 7));
  const double clockwise[] = {0.3, 0.3, 0.3, 2.7, 0.6, 2.7, 0.6, 0.3};
  EXPECT_THAT(hits.units_in(clockwise), ElementsAre(0, 4, 8));
  const double line[] = {0, 0, 1, 1};
  EXPECT_THAT(hits.units_in(line), IsEmpty());
}

TEST(HitTest, UnitOfThreeThousandthsOfASquareMetre) {
  const HitTest hits =
      hit_test({"POLYGON ((544000 2028000, 544000.06 2028000, 544000.06 2028000.05, 544000 2028000.05, "
                "544000 2028000))"});
  EXPECT_EQ(hits.unit_at({544000.03, 2028000.02}), 0u);
  EXPECT_EQ(hits.unit_at({544100, 2028000}, 500), 0u);
}

}  // namespace
}  // namespace ntmap::scene
