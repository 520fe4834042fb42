#include "io/geotiff_writer.hpp"

#include <gdal_priv.h>
#include <gdal_rat.h>
#include <gmock/gmock.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>

#include "base/error.hpp"
#include "cog_check.hpp"
#include "io/rasterize.hpp"
#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using base::Overwrite;
using testing::Each;
using testing::IsEmpty;
using testing::StrEq;

std::unique_ptr<GDALDataset> open(const std::string& path) {
  GDALAllRegister();
  std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
  // GDAL 3.6 reads the sidecar when it is first asked for the place, not for category names.
  double corners[6] = {};
  if (dataset) dataset->GetGeoTransform(corners);
  return dataset;
}

template <class Pixel>
std::vector<Pixel> pixels_of(GDALDataset& dataset, GDALDataType type, int band = 1) {
  const int width = dataset.GetRasterXSize();
  const int height = dataset.GetRasterYSize();
  std::vector<Pixel> out(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  EXPECT_EQ(dataset.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, out.data(), width, height,
                                                  type, 0, 0, nullptr),
            CE_None);
  return out;
}

base::PixelGrid grid_of(const ExportLayer& layer, int width, int height) {
  return grid_by_size(layer.polygons->box(), width, height);
}

std::vector<std::uint8_t> rasterized(const ExportLayer& layer, const base::PixelGrid& grid) {
  std::vector<std::uint8_t> burn;
  for (const auto byte : layer.classes.class_of) burn.push_back(exported_class(byte));
  std::vector<std::uint8_t> out(static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height));
  rasterize<std::uint8_t>(*layer.polygons, grid, burn, out);
  return out;
}

std::string metadata(GDALMajorObject& object, const char* key) {
  const char* value = object.GetMetadataItem(key);
  return value == nullptr ? "(none)" : value;
}

TEST(GeotiffClasses, HoldPixelsColoursAndPlace) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_of(layer, 1300, 700);
  write_geotiff(layer, grid, RasterKind::classes, folder / "a.tif", Overwrite::no);
  const auto dataset = open(folder / "a.tif");
  ASSERT_TRUE(dataset);
  EXPECT_TRUE(pixels_of<std::uint8_t>(*dataset, GDT_Byte) == rasterized(layer, grid));
  EXPECT_STREQ(dataset->GetSpatialRef()->GetAuthorityCode(nullptr), "9209");
  double corners[6] = {};
  dataset->GetGeoTransform(corners);
  EXPECT_EQ(corners[0], 500'000);
  EXPECT_EQ(corners[3], 1'993'000);
  EXPECT_EQ(corners[1], grid.pixel_w);
  GDALRasterBand& band = *dataset->GetRasterBand(1);
  EXPECT_EQ(band.GetNoDataValue(), 0);
  ASSERT_NE(band.GetColorTable(), nullptr);
  const GDALColorEntry* second = band.GetColorTable()->GetColorEntry(2);
  EXPECT_EQ(second->c1, 49);
  EXPECT_EQ(second->c3, 189);
  EXPECT_EQ(band.GetColorTable()->GetColorEntry(255)->c1, 200);
}

TEST(GeotiffClasses, NameTheirClassesInSidecarAndBand) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  write_geotiff(layer, grid_of(layer, 80, 30), RasterKind::classes, folder / "a.tif", Overwrite::no);
  {
    const auto dataset = open(folder / "a.tif");
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    ASSERT_NE(band.GetCategoryNames(), nullptr);
    EXPECT_STREQ(band.GetCategoryNames()[2], "50,0 – 100,0");
    EXPECT_STREQ(band.GetCategoryNames()[255], "Chưa rõ");
    const GDALRasterAttributeTable* table = band.GetDefaultRAT();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->GetRowCount(), 4);
    EXPECT_EQ(table->GetValueAsInt(1, 0), 2);
    EXPECT_STREQ(table->GetValueAsString(1, 1), "50,0 – 100,0");
    EXPECT_STREQ(table->GetValueAsString(1, 2), "50");
    EXPECT_STREQ(table->GetValueAsString(2, 2), "");
    EXPECT_EQ(table->GetRowOfValue(254), 2);
  }
  std::filesystem::remove(folder / "a.tif.aux.xml");
  const auto alone = open(folder / "a.tif");
  EXPECT_EQ(metadata(*alone->GetRasterBand(1), "CLASS_2_LABEL"), "50,0 – 100,0");
  EXPECT_EQ(metadata(*alone->GetRasterBand(1), "CLASS_2_COLOUR"), "#3182bd");
}

TEST(Geotiff, SaysWhereItComesFrom) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  write_geotiff(layer, grid_of(layer, 80, 30), RasterKind::values, folder / "a.tif", Overwrite::no);
  const auto dataset = open(folder / "a.tif");
  EXPECT_EQ(metadata(*dataset, "PERIOD"), "2025");
  EXPECT_EQ(metadata(*dataset, "CRITERION"), "Tiêu chí 17.1");
  EXPECT_EQ(metadata(*dataset, "SOURCE"), "Sở Nông nghiệp và Môi trường");
  EXPECT_EQ(metadata(*dataset, "LICENCE"), "CC BY 4.0");
  EXPECT_EQ(metadata(*dataset, "NOTICE"), "Ranh giới sơ đồ, số liệu minh họa");
  EXPECT_EQ(metadata(*dataset, "DATE"), "2025-06-30");
  EXPECT_EQ(metadata(*dataset, "TIFFTAG_DATETIME"), "2025:06:30 00:00:00");
  EXPECT_EQ(metadata(*dataset, "AREA_OR_POINT"), "Area");
}

TEST(GeotiffValues, HoldTheValuesAndNothingElse) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_of(layer, 80, 30);
  write_geotiff(layer, grid, RasterKind::values, folder / "a.tif", Overwrite::no);
  const auto dataset = open(folder / "a.tif");
  EXPECT_TRUE(std::isnan(dataset->GetRasterBand(1)->GetNoDataValue()));
  EXPECT_STREQ(dataset->GetRasterBand(1)->GetUnitType(), "%");
  const auto values = pixels_of<float>(*dataset, GDT_Float32);
  const auto classes = rasterized(layer, grid);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (classes[i] == 1) {
      EXPECT_EQ(values[i], 12.5F);
    }
    if (classes[i] == 2) {
      EXPECT_EQ(values[i], 98.5F);
    }
    if (classes[i] == 0 || classes[i] == 255) {
      EXPECT_TRUE(std::isnan(values[i]));
    }
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "a.tif.aux.xml"));
}

TEST(GeotiffRgba, ShowsTheClassesColours) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_of(layer, 80, 30);
  write_geotiff(layer, grid, RasterKind::rgba, folder / "a.tif", Overwrite::no);
  const auto dataset = open(folder / "a.tif");
  ASSERT_EQ(dataset->GetRasterCount(), 4);
  EXPECT_EQ(dataset->GetRasterBand(4)->GetColorInterpretation(), GCI_AlphaBand);
  const auto red = pixels_of<std::uint8_t>(*dataset, GDT_Byte, 1);
  const auto blue = pixels_of<std::uint8_t>(*dataset, GDT_Byte, 3);
  const auto alpha = pixels_of<std::uint8_t>(*dataset, GDT_Byte, 4);
  const auto classes = rasterized(layer, grid);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    EXPECT_EQ(alpha[i], classes[i] == 0 ? 0 : 255);
    if (classes[i] == 2) {
      EXPECT_EQ(red[i], 49);
    }
    if (classes[i] == 2) {
      EXPECT_EQ(blue[i], 189);
    }
  }
}

TEST(Geotiff, IsCloudOptimisedWithOverviewsByMode) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  for (const RasterKind kind : {RasterKind::classes, RasterKind::values, RasterKind::rgba}) {
    write_geotiff(layer, grid_of(layer, 2100, 1030), kind, folder / "a.tif", Overwrite::yes);
    EXPECT_THAT(test::cog_complaints(folder / "a.tif"), IsEmpty());
    const auto dataset = open(folder / "a.tif");
    EXPECT_STREQ(dataset->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
    EXPECT_STREQ(dataset->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"), "DEFLATE");
    ASSERT_EQ(dataset->GetRasterBand(1)->GetOverviewCount(), 3);
    EXPECT_EQ(dataset->GetRasterBand(1)->GetOverview(2)->GetXSize(), 263);
  }
}

TEST(Geotiff, OverviewsShowClassesThatExist) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  write_geotiff(layer, grid_of(layer, 2100, 1030), RasterKind::classes, folder / "a.tif", Overwrite::no);
  const auto dataset = open(folder / "a.tif");
  GDALRasterBand& overview = *dataset->GetRasterBand(1)->GetOverview(0);
  std::vector<std::uint8_t> pixels(1050 * 515);
  ASSERT_EQ(overview.RasterIO(GF_Read, 0, 0, 1050, 515, pixels.data(), 1050, 515, GDT_Byte, 0, 0, nullptr),
            CE_None);
  EXPECT_THAT(pixels, Each(testing::AnyOf(0, 1, 2, 254, 255)));
  EXPECT_THAT(pixels, testing::Contains(2));
}

TEST(Geotiff, TheSameLayerGivesTheSameBytes) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  for (const char* name : {"a.tif", "b.tif"}) {
    write_geotiff(layer, grid_of(layer, 2100, 1030), RasterKind::classes, folder / name, Overwrite::no);
  }
  EXPECT_TRUE(test::read_bytes(folder / "a.tif") == test::read_bytes(folder / "b.tif"));
  EXPECT_TRUE(test::read_bytes(folder / "a.tif.aux.xml") == test::read_bytes(folder / "b.tif.aux.xml"));
}

TEST(Geotiff, IsZippedWithItsSidecar) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  write_geotiff(layer, grid_of(layer, 80, 30), RasterKind::classes, folder / "Hà Tĩnh.zip", Overwrite::no);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  const auto dataset = open("/vsizip/{" + (folder / "Hà Tĩnh.zip").string() + "}/Hà Tĩnh.tif");
  ASSERT_TRUE(dataset);
  EXPECT_STREQ(dataset->GetRasterBand(1)->GetCategoryNames()[1], "0,0 – 50,0");
}

TEST(Geotiff, RemovesTheSidecarOfAnOlderExport) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_of(layer, 80, 30);
  write_geotiff(layer, grid, RasterKind::classes, folder / "a.tif", Overwrite::no);
  write_geotiff(layer, grid, RasterKind::values, folder / "a.tif", Overwrite::yes);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.tif.aux.xml"));
}

TEST(Geotiff, RefusesPicturesTooLargeBeforeTakingMemory) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_by_resolution(layer.polygons->box(), 0.01);
  for (const RasterKind kind : {RasterKind::classes, RasterKind::values, RasterKind::rgba}) {
    EXPECT_THROW(write_geotiff(layer, grid, kind, folder / "a.tif", Overwrite::no), base::Error);
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Geotiff, RefusesLayersWithoutFigures) {
  const test::TemporaryFolder folder;
  ExportLayer layer = test::sample_layer_in_metres();
  const auto grid = grid_of(layer, 8, 3);
  layer.values.clear();
  EXPECT_THROW(write_geotiff(layer, grid, RasterKind::values, folder / "a.tif", Overwrite::no), base::Error);
  layer.classes = {};
  EXPECT_THROW(write_geotiff(layer, grid, RasterKind::classes, folder / "a.tif", Overwrite::no), base::Error);
  EXPECT_THROW(write_geotiff(layer, grid, RasterKind::rgba, folder / "a.tif", Overwrite::no), base::Error);
}

TEST(Geotiff, RefusesTextsThatAreNoCoordinateSystem) {
  const test::TemporaryFolder folder;
  ExportLayer layer = test::sample_layer_in_metres();
  for (const char* bad : {"EPSG:1", "nonsense", "http://example.com/crs", "/etc/passwd"}) {
    layer.crs = bad;
    EXPECT_THROW(
        write_geotiff(layer, grid_of(layer, 8, 3), RasterKind::classes, folder / "a.tif", Overwrite::no),
        base::Error);
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace ntmap::io
