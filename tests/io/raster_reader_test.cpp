#include "io/raster_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* k_grid =
    "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 2000000\ncellsize 100\nNODATA_value -9999\n"
    "1 2.5 -9999\n4 0 6\n";

TEST(RasterReader, ReadsAnEsriGrid) {
  const test::TemporaryFolder folder;
  const RasterFile file = read_raster(folder.write("dan.asc", k_grid), 1);
  EXPECT_EQ(file.weights.grid, (base::PixelGrid{500000, 2000200, 100, 100, 3, 2}));
  EXPECT_THAT(file.weights.values, ElementsAre(1, 2.5, 0, 4, 0, 6));
  EXPECT_EQ(file.weights.crs, "");
  EXPECT_TRUE(file.findings.empty());
}

TEST(RasterReader, ReadsTheSamplesGeoTiff) {
  const RasterFile file = read_raster(test::checkout("gis_data/hatinh/areas/households.tif"), 1);
  EXPECT_EQ(file.weights.crs, "EPSG:9209");
  EXPECT_EQ(file.weights.grid.pixel_w, 500);
  double sum = 0;
  for (const float value : file.weights.values) sum += double{value};
  EXPECT_GT(sum, 300'000);
}

TEST(RasterReader, DescribesWithoutReadingCells) {
  const test::TemporaryFolder folder;
  const RasterSummary grid = describe_raster(folder.write("dan.asc", k_grid));
  EXPECT_EQ(grid.driver, "AAIGrid");
  EXPECT_EQ(grid.width, 3);
  EXPECT_EQ(grid.height, 2);
  EXPECT_EQ(grid.bands, 1);
  EXPECT_EQ(grid.crs, "");
  EXPECT_EQ(grid.box, (base::Box{500000, 2000000, 500300, 2000200}));
  const RasterSummary tif = describe_raster(test::checkout("gis_data/hatinh/areas/households.tif"));
  EXPECT_EQ(tif.driver, "GeoTIFF");
  EXPECT_EQ(tif.crs, "EPSG:9209");
  EXPECT_FALSE(tif.colour_table);
}

TEST(RasterReader, NegativeCellsAreToldAndCountAsNothing) {
  const test::TemporaryFolder folder;
  std::string grid = k_grid;
  grid.replace(grid.find("4 0 6"), 5, "-4 -1 6");
  const RasterFile file = read_raster(folder.write("dan.asc", grid), 1);
  EXPECT_THAT(file.weights.values, ElementsAre(1, 2.5, 0, 0, 0, 6));
  ASSERT_EQ(test::count_rule(file.findings, "weights.negative"), 1U);
  EXPECT_THAT(test::find_rule(file.findings, "weights.negative")->what.en, HasSubstr("2 cells"));
}

TEST(RasterReader, SaysWhyAFileCannotBeUsed) {
  const test::TemporaryFolder folder;
  const auto message = [](const std::filesystem::path& path, int band) {
    return test::error_of([&] { read_raster(path, band); }).message().en;
  };
  EXPECT_THAT(message(folder / "no.tif", 1), HasSubstr("no.tif"));
  EXPECT_THAT(message(folder.write("a.tif", "not a raster at all"), 1), HasSubstr("cannot be opened"));
  EXPECT_THAT(message(folder.write("a.asc", k_grid), 2), HasSubstr("no band 2"));
  EXPECT_THAT(message(folder.write("a.jpg", "x"), 1), HasSubstr("no raster that can be read"));
}

}  // namespace
}  // namespace ntmap::io
