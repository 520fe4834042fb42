#include "scene/snap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>
#include <vector>

#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

model::PolygonSet snap_all(const model::PolygonSet& set, double cell) {
  std::vector<std::uint32_t> units(set.feature_count());
  std::iota(units.begin(), units.end(), 0u);
  return snap(set, units, cell);
}

std::string snapped(std::string_view wkt, double cell) {
  return test::to_wkt(snap_all(test::from_wkt({wkt}), cell), 0);
}

TEST(Snap, MovesVerticesToTheLattice) {
  const auto set = snap_all(test::Mosaic(3, 3, 50).polygons(), 0.125);
  for (double value : set.xy) EXPECT_EQ(value, std::round(value / 0.125) * 0.125);
}

TEST(Snap, DropsRepeatedVertices) {
  EXPECT_EQ(snapped("POLYGON ((0 0, 0.1 0.1, 10 0, 10.2 0.1, 10 10, 0 0))", 1),
            "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0)))");
}

TEST(Snap, DropsSpikesAlsoAcrossTheSeam) {
  EXPECT_EQ(snapped("POLYGON ((0 0, 10 0, 20 0.2, 10 0.3, 10 10, 0 0))", 1),
            "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0)))");
  EXPECT_EQ(snapped("POLYGON ((20 0.2, 10 0.3, 10 10, 0 0, 10 0, 20 0.2))", 1).find("20"), std::string::npos);
  EXPECT_EQ(snapped("POLYGON ((10 0.3, 10 10, 0 0, 10 0, 20 0.2, 10 0.3))", 1).find("20"), std::string::npos);
}

TEST(Snap, CollapsedUnitsKeepTheirPlace) {
  const auto set = snap_all(test::from_wkt({"POLYGON ((0 0, 0.1 0, 0.1 0.1, 0 0))", "POLYGON EMPTY",
                                            "POLYGON ((0 0, 5 0, 5 5, 0 0))"}),
                            1);
  ASSERT_EQ(set.feature_count(), 3u);
  EXPECT_EQ(set.feature_start, (std::vector<std::uint32_t>{0, 0, 0, 1}));
}

TEST(Snap, AHoleGoesWithItsShellAndAlone) {
  EXPECT_EQ(snapped("POLYGON ((0 0, 0.4 0, 0.4 0.4, 0 0), (0.1 0.1, 0.2 0.2, 0.2 0.1, 0.1 0.1))", 1),
            test::to_wkt(test::from_wkt({"POLYGON EMPTY"}), 0));
  EXPECT_EQ(snapped("POLYGON ((0 0, 9 0, 9 9, 0 0), (5.1 2.1, 5.2 2.2, 5.2 2.1, 5.1 2.1))", 1),
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))");
}

TEST(Snap, SharedBordersStayShared) {
  const auto set = snap_all(test::Mosaic(6, 5, 80).polygons(), 0.03);
  using Edge = std::array<double, 4>;
  std::multiset<Edge> edges;
  for (std::size_t r = 0; r < set.ring_count(); ++r) {
    const auto ring = set.ring(r);
    for (std::size_t i = 0, j = ring.size() - 2; i < ring.size(); j = i, i += 2) {
      edges.insert({ring[j], ring[j + 1], ring[i], ring[i + 1]});
    }
  }
  std::size_t alone = 0;
  for (const Edge& e : edges) {
    const bool rim = std::min(e[0], e[1]) < 0.3 || e[0] > 5.7 || e[1] > 4.7;
    if (!edges.contains({e[2], e[3], e[0], e[1]}) && !rim) ++alone;
  }
  EXPECT_EQ(alone, 0u);
}

TEST(Snap, DoesNotDependOnWhichUnitsAreTakenTogether) {
  const auto set = test::Mosaic(6, 5, 80).polygons();
  const auto all = snap_all(set, 0.03);
  const std::uint32_t some[] = {7, 19};
  const auto two = snap(set, some, 0.03);
  EXPECT_EQ(test::to_wkt(two, 0), test::to_wkt(all, 7));
  EXPECT_EQ(test::to_wkt(two, 1), test::to_wkt(all, 19));
}

}  // namespace
}  // namespace ntmap::scene
