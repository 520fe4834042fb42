#include "geom/weigh.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stop_token>
#include <utility>

#include "base/error.hpp"
#include "geom/geos_shapes.hpp"
#include "geom/ring_nesting.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

/// 4 x 3 cells of 10 from (0, 30) down to (40, 0); cell i weighs i + 1.
model::WeightGrid small_grid() {
  model::WeightGrid out{{0, 30, 10, 10, 4, 3}, {}, {}};
  for (int i = 1; i <= 12; ++i) out.values.push_back(static_cast<float>(i));
  return out;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(WeighGrid, CellsCountByTheShareInside) {
  const PolygonSet polygons =
      test::from_wkt({"POLYGON ((0 20, 10 20, 10 30, 0 30, 0 20))",  // cell 1
                      "POLYGON ((5 20, 20 20, 20 30, 5 30, 5 20))",  // half of 1 and 2
                      "POLYGON ((0 15, 10 15, 10 25, 0 25, 0 15))",  // half of 1, half of 5
                      "POLYGON ((0 20, 10 30, 0 30, 0 20))",         // a triangle of 1
                      "POLYGON EMPTY"});
  const std::vector<double> weights = weights_within(polygons, small_grid());
  EXPECT_NEAR(weights[0], 1, 1e-9);
  EXPECT_NEAR(weights[1], 2.5, 1e-9);
  EXPECT_NEAR(weights[2], 3, 1e-9);
  EXPECT_NEAR(weights[3], 0.5, 1e-9);
  EXPECT_EQ(weights[4], 0);
}

TEST(WeighGrid, WhatLiesOutsideTheGridWeighsNothing) {
  const PolygonSet polygons = test::from_wkt({"POLYGON ((-90 -90, 90 -90, 90 90, -90 90, -90 -90))",
                                              "POLYGON ((50 0, 60 0, 60 10, 50 10, 50 0))",
                                              "POLYGON ((30 -50, 99 -50, 99 10, 30 10, 30 -50))"});
  const std::vector<double> weights = weights_within(polygons, small_grid());
  EXPECT_NEAR(weights[0], 78, 1e-9);
  EXPECT_EQ(weights[1], 0);
  EXPECT_NEAR(weights[2], 12, 1e-9);
}

TEST(WeighGrid, HolesAreTakenOff) {
  const PolygonSet ring =
      test::from_wkt({"POLYGON ((0 0, 40 0, 40 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))"});
  EXPECT_NEAR(weights_within(ring, small_grid())[0], 78 - 6, 1e-9);
}

/// Each cell clipped by GEOS, one after another.
double weighed_by_geos(const PolygonSet& polygons, std::size_t feature, const model::WeightGrid& weights) {
  GeosShapes geos;
  const Shape shape = geos.feature(polygons, feature);
  const base::PixelGrid& grid = weights.grid;
  double sum = 0;
  for (int row = 0; row < grid.height; ++row) {
    for (int column = 0; column < grid.width; ++column) {
      const double west = grid.origin_x + column * grid.pixel_w;
      const double north = grid.origin_y - row * grid.pixel_h;
      PolygonSet cell;
      for (const auto& [x, y] : {std::pair{0.0, -1.0}, {1.0, -1.0}, {1.0, 0.0}, {0.0, 0.0}})
        cell.add_vertex(west + x * grid.pixel_w, north + y * grid.pixel_h);
      cell.end_ring();
      cell.end_part();
      cell.end_feature();
      sum += static_cast<double>(weights.values[static_cast<std::size_t>(row * grid.width + column)]) *
             geos.area(geos.intersection(shape, geos.feature(cell, 0))) / (grid.pixel_w * grid.pixel_h);
    }
  }
  return sum;
}

void expect_as_geos(const PolygonSet& polygons, const model::WeightGrid& grid) {
  const std::vector<double> weights = weights_within(polygons, grid);
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    const double expected = weighed_by_geos(polygons, f, grid);
    EXPECT_NEAR(weights[f], expected, 1e-6 * expected + 1e-12) << test::to_wkt(polygons, f);
  }
}

TEST(WeighGrid, PartsOfCellsAreExact) {
  expect_as_geos(
      test::from_wkt(
          {"POLYGON ((2 21, 5 20.5, 6 22.3, 2 21))",                  // small, within a cell
           "POLYGON ((1 29.2, 39 29.1, 39 29.15, 1 29.25, 1 29.2))",  // a canal, thinner than a line
           "POLYGON ((8 19, 12 18.4, 11.3 22.9, 8 19))",              // about a corner
           "POLYGON ((-7 11, 17 -3, 47 13, 21 37, -7 11))",           // over the edges of the grid
           "POLYGON ((1 1, 39 2, 33 29, 3 28, 1 1), (12 3, 7 9, 29 25, 31 4, 12 3))",
           "MULTIPOLYGON (((0.5 0.5, 3 0.7, 2 3, 0.5 0.5)), ((22 13, 38 14, 37 26, 22 13), "
           "(25 14, 32 20, 33 15, 25 14)))"}),
      small_grid());
}

TEST(WeighGrid, GridsLargerThanABandAreWeighedWhole) {
  model::WeightGrid grid{{0, 1500, 1, 1, 1500, 1500}, {}, {}};
  for (int i = 0; i < 1500 * 1500; ++i) grid.values.push_back(static_cast<float>(i / 1500 % 7));
  double all = 0;
  for (const float value : grid.values) all += static_cast<double>(value);
  const PolygonSet halves =
      test::from_wkt({"POLYGON ((0 0, 1500 1500, 0 1500, 0 0))", "POLYGON ((0 0, 1500 0, 1500 1500, 0 0))",
                      "POLYGON ((-9 -9, 1600 -9, 1600 1600, -9 1600, -9 -9))"});
  const std::vector<double> weights = weights_within(halves, grid);
  EXPECT_NEAR(weights[0] + weights[1], all, 1e-9 * all);
  EXPECT_NEAR(weights[2], all, 1e-9 * all);
}

class WeighRandom : public testing::TestWithParam<unsigned> {};

TEST_P(WeighRandom, FineCellsMeasureAreasAndNeighboursShareOutTheWhole) {
  std::mt19937_64 random(GetParam());
  const PolygonSet units = test::wiggly_grid(random, 4, 4, 25);
  model::WeightGrid grid{{-0.5, 4.5, 0.02, 0.02, 250, 250}, {}, {}};
  grid.values.assign(250 * 250, 1);
  const std::vector<double> even = weights_within(units, grid);
  for (std::size_t u = 0; u < units.feature_count(); ++u) {
    const double area = model::feature_area(units, u);
    EXPECT_NEAR(even[u] * 0.02 * 0.02, area, 1e-9 * area);
  }
  // A border between two units splits the weights between them, whatever they are.
  for (float& value : grid.values) value = static_cast<float>(random() % 100);
  const PolygonSet left = test::from_wkt({"POLYGON ((-1 -1, 1 -1, 1.7 2, 0.3 4, 2 5, -1 5, -1 -1))"});
  const PolygonSet right = test::from_wkt({"POLYGON ((1 -1, 9 -1, 9 5, 2 5, 0.3 4, 1.7 2, 1 -1))"});
  const double all = std::accumulate(grid.values.begin(), grid.values.end(), 0.0);
  EXPECT_NEAR(weights_within(left, grid)[0] + weights_within(right, grid)[0], all, 1e-9 * all);
}

TEST_P(WeighRandom, CellsOfAnySizeAreClippedAsByGeos) {
  std::mt19937_64 random(GetParam());
  const PolygonSet units = test::wiggly_grid(random, 2, 2, 25);
  for (const double cell : {0.07, 0.3, 5.0}) {
    const int across = static_cast<int>(3 / cell) + 1;
    model::WeightGrid grid{{-0.45, 2.55, cell, cell * 1.1, across, across}, {}, {}};
    for (int i = 0; i < across * across; ++i) grid.values.push_back(static_cast<float>(1 + random() % 100));
    expect_as_geos(units, grid);
  }
}

TEST_P(WeighRandom, PointsCountOnceAndWhereTheyLie) {
  std::mt19937_64 random(GetParam());
  std::uniform_real_distribution<double> place(-0.5, 4.5);
  const PolygonSet units = test::wiggly_grid(random, 4, 4, 25);
  model::WeightPoints points;
  for (int i = 0; i < 5000; ++i) {
    points.xy.insert(points.xy.end(), {place(random), place(random)});
    points.weights.push_back(1 + i % 3);
  }
  const std::vector<double> found = weights_within(units, points);
  for (std::size_t u = 0; u < units.feature_count(); ++u) {
    double expected = 0;
    for (std::size_t i = 0; i < points.weights.size(); ++i) {
      const base::Vec2 at{points.xy[2 * i], points.xy[2 * i + 1]};
      if (side_of_ring(units.ring(units.first_ring(u)), at) == Side::inside) expected += points.weights[i];
    }
    EXPECT_EQ(found[u], expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, WeighRandom, testing::Range(0U, 3U));

TEST(WeighPoints, OnASharedBorderOneUnitHasThem) {
  const PolygonSet units =
      test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))",
                      "POLYGON ((0 4, 8 4, 8 8, 0 8, 0 4))"});
  const model::WeightPoints points{{4, 1, 4, 2, 2, 4, 6, 4, 4, 4}, {1, 10, 100, 1000, 10000}, {}};
  EXPECT_EQ(sum(weights_within(units, points)), 11111);
}

TEST(Weigh, CanBeCancelled) {
  std::stop_source stop;
  stop.request_stop();
  const PolygonSet one = test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"});
  EXPECT_THROW(weights_within(one, small_grid(), base::Job({}, stop.get_token())), base::Error);
}

}  // namespace
}  // namespace ntmap::geom
