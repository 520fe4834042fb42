#include "io/rasterize.hpp"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <random>
#include <vector>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"
#include "support/wkt.hpp"

namespace ntmap::io {
namespace {

using base::PixelGrid;
using model::PolygonSet;
using testing::ElementsAre;

std::vector<std::uint8_t> ours(const PolygonSet& polygons, const PixelGrid& grid,
                               const std::vector<std::uint8_t>& burn) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(grid.width) *
                                   static_cast<std::size_t>(grid.height));
  rasterize<std::uint8_t>(polygons, grid, burn, pixels);
  return pixels;
}

OGRLinearRing ring_of(std::span<const double> xy) {
  OGRLinearRing ring;
  for (std::size_t i = 0; i < xy.size(); i += 2) ring.addPoint(xy[i], xy[i + 1]);
  ring.closeRings();
  return ring;
}

std::unique_ptr<OGRMultiPolygon> geometry_of(const PolygonSet& polygons, std::size_t feature) {
  auto multi = std::make_unique<OGRMultiPolygon>();
  for (auto part = polygons.feature_start[feature]; part < polygons.feature_start[feature + 1]; ++part) {
    OGRPolygon polygon;
    for (auto r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
      OGRLinearRing ring = ring_of(polygons.ring(r));
      polygon.addRing(&ring);
    }
    multi->addGeometry(&polygon);
  }
  return multi;
}

/// What gdal_rasterize without -at gives.
std::vector<std::uint8_t> theirs(const PolygonSet& polygons, const PixelGrid& grid,
                                 const std::vector<std::uint8_t>& burn) {
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> dataset(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
      "", grid.width, grid.height, 1, GDT_Byte, nullptr));
  double corners[6] = {grid.origin_x, grid.pixel_w, 0, grid.origin_y, 0, -grid.pixel_h};
  dataset->SetGeoTransform(corners);
  std::vector<std::unique_ptr<OGRMultiPolygon>> owned;
  std::vector<OGRGeometryH> geometries;
  std::vector<double> values;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    owned.push_back(geometry_of(polygons, f));
    geometries.push_back(OGRGeometry::ToHandle(owned.back().get()));
    values.push_back(burn[f]);
  }
  int band = 1;
  EXPECT_EQ(
      GDALRasterizeGeometries(dataset.get(), 1, &band, static_cast<int>(geometries.size()), geometries.data(),
                              nullptr, nullptr, values.data(), nullptr, nullptr, nullptr),
      CE_None);
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(grid.width) *
                                   static_cast<std::size_t>(grid.height));
  EXPECT_EQ(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, grid.width, grid.height, pixels.data(),
                                                grid.width, grid.height, GDT_Byte, 0, 0, nullptr),
            CE_None);
  return pixels;
}

std::vector<std::uint8_t> numbered(const PolygonSet& polygons) {
  std::vector<std::uint8_t> burn(polygons.feature_count());
  for (std::size_t f = 0; f < burn.size(); ++f) burn[f] = static_cast<std::uint8_t>(f % 255 + 1);
  return burn;
}

void expect_equal_to_gdal(const PolygonSet& polygons, const PixelGrid& grid) {
  const auto burn = numbered(polygons);
  const auto mine = ours(polygons, grid, burn);
  EXPECT_TRUE(mine == theirs(polygons, grid, burn));
}

/// Polygons, mostly crossing themselves; `step` puts vertices on a lattice, 0 anywhere.
PolygonSet random_polygons(std::uint32_t seed, double step) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> anywhere(-5, 45);
  const auto coordinate = [&] {
    const double x = anywhere(random);
    return step > 0 ? std::round(x / step) * step : x;
  };
  PolygonSet polygons;
  for (int feature = 0; feature < 12; ++feature) {
    for (int part = 0; part < 1 + feature % 3; ++part) {
      for (int ring = 0; ring < 1 + feature % 2; ++ring) {
        const int corners = 3 + static_cast<int>(random() % 9);
        for (int i = 0; i < corners; ++i) {
          const double x = coordinate();
          polygons.add_vertex(x, coordinate());
        }
        polygons.end_ring();
      }
      polygons.end_part();
    }
    polygons.end_feature();
  }
  return polygons;
}

TEST(Rasterize, EqualsGdalOnRandomPolygons) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    expect_equal_to_gdal(random_polygons(seed, 0), {0, 40, 1, 1, 40, 40});
    expect_equal_to_gdal(random_polygons(seed, 0), {-3.7, 41.3, 0.31, 0.47, 150, 99});
  }
}

TEST(Rasterize, EqualsGdalWhereEdgesRunThroughPixelCentres) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    expect_equal_to_gdal(random_polygons(seed, 0.5), {0, 40, 1, 1, 40, 40});
    expect_equal_to_gdal(random_polygons(seed, 1), {0.5, 39.5, 1, 1, 39, 38});
  }
}

TEST(Rasterize, SharesBordersWithoutGapOrOverlap) {
  // Four squares that meet at a pixel centre: every pixel has exactly one of them.
  const PolygonSet squares = test::from_wkt(
      {"POLYGON ((0 0, 1.5 0, 1.5 1.5, 0 1.5, 0 0))", "POLYGON ((1.5 0, 3 0, 3 1.5, 1.5 1.5, 1.5 0))",
       "POLYGON ((0 1.5, 1.5 1.5, 1.5 3, 0 3, 0 1.5))", "POLYGON ((1.5 1.5, 3 1.5, 3 3, 1.5 3, 1.5 1.5))"});
  EXPECT_THAT(ours(squares, {0, 3, 1, 1, 3, 3}, {1, 2, 3, 4}), ElementsAre(3, 3, 4, 3, 3, 4, 1, 1, 2));
  expect_equal_to_gdal(squares, {0, 3, 1, 1, 3, 3});
}

TEST(Rasterize, LaterFeaturesOverwriteAndHolesStayOpen) {
  const PolygonSet polygons =
      test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))", "POLYGON EMPTY",
                      "POLYGON ((2 2, 9 2, 9 9, 2 9, 2 2))"});
  EXPECT_THAT(ours(polygons, {0, 4, 1, 1, 4, 4}, {1, 2, 3}),
              ElementsAre(1, 1, 3, 3, 1, 0, 3, 3, 1, 0, 0, 1, 1, 1, 1, 1));
}

TEST(Rasterize, IgnoresWhatLiesOutsideTheGrid) {
  const PolygonSet far = test::from_wkt({"POLYGON ((-9e9 -9e9, 9e9 -9e9, 9e9 9e9, -9e9 9e9, -9e9 -9e9))",
                                         "POLYGON ((100 100, 101 100, 101 101, 100 100))"});
  EXPECT_THAT(ours(far, {0, 2, 1, 1, 2, 2}, {7, 8}), ElementsAre(7, 7, 7, 7));
}

TEST(Rasterize, BurnsWordsAsWellAsBytes) {
  const PolygonSet square = test::from_wkt({"POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))"});
  std::vector<std::uint32_t> pixels(4, 5);
  const std::vector<std::uint32_t> burn{0xfffefdfc};
  rasterize<std::uint32_t>(square, {0, 2, 1, 1, 2, 2}, burn, pixels);
  EXPECT_THAT(pixels, ElementsAre(5, 5, 0xfffefdfc, 0xfffefdfc));
}

TEST(Rasterize, StopsWhenCancelled) {
  std::stop_source stop;
  stop.request_stop();
  const PolygonSet square = test::from_wkt({"POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))"});
  std::vector<std::uint8_t> pixels(4);
  const std::vector<std::uint8_t> burn{1};
  EXPECT_THROW(
      rasterize<std::uint8_t>(square, {0, 2, 1, 1, 2, 2}, burn, pixels, base::Job({}, stop.get_token())),
      base::Error);
}

TEST(Rasterize, EqualsGdalOnRealBorders) {
  const auto path = test::real_data("hatinh_2025_07/communes.shp");
  if (path.empty()) GTEST_SKIP() << "NTMAP_REAL_DATA is not set";
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
  ASSERT_TRUE(dataset);
  PolygonSet polygons;
  for (const auto& feature : dataset->GetLayer(0)) {
    std::unique_ptr<OGRGeometry> shape(OGRGeometryFactory::forceToMultiPolygon(feature->StealGeometry()));
    for (const OGRPolygon* part : *shape->toMultiPolygon()) {
      for (const OGRLinearRing* ring : *part) {
        for (int i = 0; i + 1 < ring->getNumPoints(); ++i) polygons.add_vertex(ring->getX(i), ring->getY(i));
        polygons.end_ring();
      }
      polygons.end_part();
    }
    polygons.end_feature();
  }
  ASSERT_GT(polygons.feature_count(), 60U);
  expect_equal_to_gdal(polygons, grid_by_size(polygons.box(), 1237, 1011));
  expect_equal_to_gdal(polygons, grid_by_size(polygons.box(), 77, 3001));
}

TEST(PixelGrids, AreSizedAsGdalRasterizeDoes) {
  const base::Box box{10, 20, 110.4, 70.6};
  EXPECT_EQ(grid_by_resolution(box, 10), (PixelGrid{10, 70.6, 10, 10, 10, 5}));
  EXPECT_EQ(grid_by_resolution(box, 1000), (PixelGrid{10, 70.6, 1000, 1000, 1, 1}));
  EXPECT_EQ(grid_by_size({0, 0, 10, 10}, 5, 2), (PixelGrid{0, 10, 2, 5, 5, 2}));
}

TEST(PixelGrids, RefuseWhatMakesNoSense) {
  const base::Box box{0, 0, 10, 10};
  EXPECT_THROW(grid_by_resolution(box, 0), base::Error);
  EXPECT_THROW(grid_by_resolution(box, -1), base::Error);
  EXPECT_THROW(grid_by_resolution(box, std::numeric_limits<double>::quiet_NaN()), base::Error);
  EXPECT_THROW(grid_by_resolution(box, 1e-12), base::Error);
  EXPECT_THROW(grid_by_size(box, 0, 5), base::Error);
  EXPECT_THROW(grid_by_size(box, 5, -5), base::Error);
  EXPECT_THROW(grid_by_size({}, 5, 5), base::Error);
}

}  // namespace
}  // namespace ntmap::io
