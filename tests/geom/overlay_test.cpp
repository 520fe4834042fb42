#include "geom/overlay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <stop_token>

#include "base/error.hpp"
#include "geom/ring_nesting.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

const char* const k_west = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
const char* const k_east = "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))";

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

TEST(Overlay, OverlapsCountOnceAndAreListed) {
  const PolygonSet units = test::from_wkt({k_west, k_east, "POLYGON ((20 0, 24 0, 24 4, 20 4, 20 0))"});
  const PolygonSet areas =
      test::from_wkt({"POLYGON ((1 1, 5 1, 5 3, 1 3, 1 1))", "POLYGON ((2 2, 6 2, 6 3.5, 2 3.5, 2 2))"});
  const Overlay out = overlay(units, areas);
  ASSERT_EQ(out.pairs.size(), 4U);
  EXPECT_DOUBLE_EQ(out.pairs[0].shared, 6);
  EXPECT_DOUBLE_EQ(out.pairs[1].shared, 3);
  ASSERT_EQ(out.overlaps.size(), 1U);
  EXPECT_EQ(out.overlaps[0].first, 0U);
  EXPECT_EQ(out.overlaps[0].second, 1U);
  EXPECT_DOUBLE_EQ(out.overlaps[0].shared, 3);
  ASSERT_EQ(out.covered_area.size(), 3U);
  EXPECT_DOUBLE_EQ(out.covered_area[0], 6 + 3 - 2);
  EXPECT_DOUBLE_EQ(out.covered_area[1], 2 + 3 - 1);
  EXPECT_EQ(out.covered_area[2], 0);
  EXPECT_EQ(out.covered.feature_start[2], out.covered.feature_start[3]);
  EXPECT_THAT(out.outside, ::testing::Each(0));
}

TEST(Overlay, ReportsWhatLiesOutsideEveryUnit) {
  const Overlay out =
      overlay(test::from_wkt({k_west}),
              test::from_wkt({"POLYGON ((3 1, 5 1, 5 2, 3 2, 3 1))", "POLYGON ((9 9, 10 9, 10 10, 9 9))"}));
  EXPECT_DOUBLE_EQ(out.outside[0], 1);
  EXPECT_DOUBLE_EQ(out.outside[1], 0.5);
  EXPECT_DOUBLE_EQ(out.area_measure[0], 2);
}

// Areas drawn along the units' own borders, given twice, or equal to a unit.
TEST(Overlay, BordersThatRunAlongEachOther) {
  const PolygonSet units = test::from_wkt({k_west, k_east});
  const PolygonSet areas = test::from_wkt({k_west, k_west, "POLYGON ((4 0, 6 0, 6 4, 4 4, 4 0))", k_east});
  const Overlay out = overlay(units, areas);
  EXPECT_DOUBLE_EQ(out.covered_area[0], 16);
  EXPECT_DOUBLE_EQ(out.covered_area[1], 16);
  ASSERT_EQ(out.pairs.size(), 4U);  // neighbours share a border but no area
  ASSERT_EQ(out.overlaps.size(), 2U);
  EXPECT_DOUBLE_EQ(out.overlaps[0].shared, 16);
  EXPECT_DOUBLE_EQ(out.overlaps[1].shared, 8);
}

TEST(Overlay, NothingToLay) {
  const PolygonSet units = test::from_wkt({k_west, "POLYGON EMPTY"});
  const Overlay none = overlay(units, {});
  EXPECT_EQ(none.covered.feature_count(), 2U);
  EXPECT_EQ(sum(none.covered_area), 0);
  const Overlay empty = overlay(units, test::from_wkt({"POLYGON EMPTY"}));
  EXPECT_TRUE(empty.pairs.empty());
  EXPECT_EQ(empty.outside, std::vector<double>{0});
  EXPECT_TRUE(overlay({}, units).pairs.empty());
}

TEST(Overlay, MeasuresAsAsked) {
  OverlayOptions options;
  std::atomic<int> calls = 0;
  options.measure = [&](const PolygonSet& polygons, std::size_t feature) {
    ++calls;
    return 100 * model::feature_area(polygons, feature);
  };
  options.keep_pieces = true;
  const Overlay out = overlay(test::from_wkt({k_west, k_east}),
                              test::from_wkt({"POLYGON ((1 1, 5 1, 5 3, 1 3, 1 1))"}), options);
  EXPECT_GT(calls, 0);
  EXPECT_DOUBLE_EQ(out.covered_area[0], 600);
  ASSERT_EQ(out.pair_pieces.feature_count(), out.pairs.size());
  EXPECT_DOUBLE_EQ(model::feature_area(out.pair_pieces, 1), 2);
  EXPECT_EQ(overlay(test::from_wkt({k_west}), test::from_wkt({k_west})).pair_pieces.feature_count(), 0U);
}

TEST(Overlay, CanBeCancelledAndReportsProgress) {
  std::stop_source stop;
  stop.request_stop();
  const PolygonSet units = test::from_wkt({k_west, k_east});
  EXPECT_THROW(overlay(units, units, {}, base::Job({}, stop.get_token())), base::Error);
  double last = 0;
  overlay(units, units, {}, base::Job([&](double fraction, const base::Text&) {
            EXPECT_GE(fraction, last);
            last = fraction;
          }));
  EXPECT_EQ(last, 1);
}

struct Layers {
  PolygonSet units;
  PolygonSet areas;
};

Layers random_layers(unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> place(-0.2, 5.2);
  Layers out{test::wiggly_grid(random, 5, 5, 25), {}};
  for (int i = 0; i < 30; ++i) {
    const double x = place(random);
    const double y = place(random);
    out.areas.append_feature(test::polygon(test::star(random, {x, y}, 40, 0.2, 0.6)), 0);
  }
  return out;
}

class OverlayRandom : public ::testing::TestWithParam<unsigned> {};

TEST_P(OverlayRandom, PiecesAddUp) {
  const Layers layers = random_layers(GetParam());
  const Overlay out = overlay(layers.units, layers.areas);
  std::vector<double> by_area = out.outside;
  for (const UnitArea& pair : out.pairs) by_area[pair.area] += pair.shared;
  for (std::size_t a = 0; a < by_area.size(); ++a) {
    EXPECT_NEAR(by_area[a], model::feature_area(layers.areas, a), 1e-6 * out.area_measure[a]);
  }
  for (std::size_t u = 0; u < layers.units.feature_count(); ++u) {
    EXPECT_LE(out.covered_area[u], model::feature_area(layers.units, u) * (1 + 1e-12));
    EXPECT_EQ(test::invalid_reason(out.covered, u), "");
  }
  const test::Fit fit = test::fit_of(out.covered);
  EXPECT_NEAR(fit.overlaps, 0, 1e-12);
}

// An independent count: points of a fine grid that lie in the unit and in any area.
TEST_P(OverlayRandom, AgreesWithAFineRaster) {
  const Layers layers = random_layers(GetParam());
  const Overlay out = overlay(layers.units, layers.areas);
  constexpr int k_steps = 1500;
  const double step = 5.6 / k_steps;
  std::vector<int> inside(static_cast<std::size_t>(k_steps) * k_steps);
  const auto each_inside = [&](const PolygonSet& set, std::size_t f, auto visit) {
    const base::Box box = set.feature_box(f);
    for (int x = static_cast<int>((box.min_x + 0.3) / step); (x + 0.5) * step - 0.3 <= box.max_x; ++x) {
      for (int y = static_cast<int>((box.min_y + 0.3) / step); (y + 0.5) * step - 0.3 <= box.max_y; ++y) {
        if (x < 0 || y < 0 || x >= k_steps || y >= k_steps) continue;
        const base::Vec2 p{(x + 0.5) * step - 0.3, (y + 0.5) * step - 0.3};
        if (side_of_ring(set.ring(set.first_ring(f)), p) == Side::inside) {
          visit(inside[static_cast<std::size_t>(x) * k_steps + static_cast<std::size_t>(y)]);
        }
      }
    }
  };
  for (std::size_t a = 0; a < layers.areas.feature_count(); ++a) {
    each_inside(layers.areas, a, [](int& covered) { covered = 1; });
  }
  double counted = 0;
  for (std::size_t u = 0; u < layers.units.feature_count(); ++u) {
    each_inside(layers.units, u, [&](const int& covered) { counted += covered * step * step; });
  }
  EXPECT_NEAR(sum(out.covered_area), counted, 1e-3 * counted);
}

INSTANTIATE_TEST_SUITE_P(Seeds, OverlayRandom, ::testing::Range(0U, 6U));

}  // namespace
}  // namespace ntmap::geom
