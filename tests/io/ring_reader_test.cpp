#include "io/ring_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/wkt.hpp"

namespace ntmap::io {
namespace {

TEST(Rings, ImpossiblyLargeCoordinatesAreRefused) {
  const std::vector<double> xy{0, 0, 4, 0, 1e300, 4, 0, 0};
  const std::vector<std::uint32_t> start{0, 4};
  model::PolygonSet polygons;
  EXPECT_TRUE(add_loose_rings(polygons, {xy, start}).not_finite);
  EXPECT_EQ(polygons.part_count(), 0U);
  EXPECT_EQ(polygons.feature_count(), 1U);
}

std::vector<double> square(double x, double y, double size) {
  return {x, y, x + size, y, x + size, y + size, x, y + size};
}

std::vector<int> nest(const std::vector<std::vector<double>>& rings) {
  std::vector<std::span<const double>> views(rings.begin(), rings.end());
  return nest_rings(views);
}

TEST(NestRings, ByContainmentNotByOrder) {
  // Island, lake, land, a second land: given inside out.
  EXPECT_EQ(nest({square(4, 4, 1), square(2, 2, 5), square(0, 0, 9), square(20, 0, 3)}),
            (std::vector<int>{-1, 2, -1, -1}));
}

TEST(NestRings, TouchingRingsAreDecidedByAFreeVertex) {
  EXPECT_EQ(nest({square(0, 0, 4), {0, 0, 2, 1, 1, 2}}), (std::vector<int>{-1, 0}));
  EXPECT_EQ(nest({square(0, 0, 4), square(4, 0, 4)}), (std::vector<int>{-1, -1}));
  // All vertices of the inner ring lie on the outer one: the middles of its edges decide.
  EXPECT_EQ(nest({square(0, 0, 4), {0, 2, 2, 0, 4, 2, 2, 4}}), (std::vector<int>{-1, 0}));
}

TEST(NestRings, CoincidingRingsAreBothShells) {
  EXPECT_EQ(nest({square(0, 0, 4), square(0, 0, 4)}), (std::vector<int>{-1, -1}));
}

TEST(AddLooseRings, NoRingIsLostAndDirectionsAreRight) {
  model::PolygonSet polygons;
  std::vector<double> xy;
  std::vector<std::uint32_t> starts{0};
  for (const auto& ring : {square(2, 2, 5), square(0, 0, 9), square(4, 4, 1)}) {
    xy.insert(xy.end(), ring.begin(), ring.end());
    xy.insert(xy.end(), {ring[0], ring[1]});
    starts.push_back(static_cast<std::uint32_t>(xy.size() / 2));
  }
  const RingFlaws flaws = add_loose_rings(polygons, {xy, starts});
  EXPECT_EQ(flaws.open_rings, 0U);
  EXPECT_EQ(polygons.ring_count(), 3U);
  EXPECT_EQ(polygons.part_count(), 2U);
  for (std::size_t p = 0; p < polygons.part_count(); ++p) {
    EXPECT_GT(model::ring_area2(polygons.ring(polygons.part_start[p])), 0);
    for (std::uint32_t r = polygons.part_start[p] + 1; r < polygons.part_start[p + 1]; ++r) {
      EXPECT_LT(model::ring_area2(polygons.ring(r)), 0);
    }
  }
}

TEST(AddPart, KeepsShellFirstAndDropsWhatHasNoArea) {
  model::PolygonSet polygons;
  const std::vector<double> xy{0, 0, 0, 9, 9, 9, 0, 0, 1, 1, 2, 2, 1, 1};
  const std::vector<std::uint32_t> starts{0, 4, 7};
  const RingFlaws flaws = add_part(polygons, {xy, starts});
  polygons.end_feature();
  EXPECT_EQ(flaws.dropped_rings, 1U);
  EXPECT_EQ(test::to_wkt(polygons, 0), "MULTIPOLYGON (((9 9, 0 9, 0 0, 9 9)))");
}

TEST(AddPart, NotFiniteAddsNothing) {
  model::PolygonSet polygons;
  const std::vector<double> xy{0, 0, 0, 9, std::nan(""), 9, 0, 0};
  const std::vector<std::uint32_t> starts{0, 4};
  EXPECT_TRUE(add_part(polygons, {xy, starts}).not_finite);
  EXPECT_EQ(polygons.ring_count(), 0U);
}

}  // namespace
}  // namespace ntmap::io
