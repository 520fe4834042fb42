#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <set>

#include "base/error.hpp"
#include "colour/palettes.hpp"
#include "gl/headless_context.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// A picture or raster as GDAL reads it.
class Raster {
 public:
  explicit Raster(const std::filesystem::path& path) {
    GDALAllRegister();
    m_file.reset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
    EXPECT_NE(m_file, nullptr) << path;
  }
  int width() const { return m_file->GetRasterXSize(); }
  int height() const { return m_file->GetRasterYSize(); }
  int value(int band, int x, int y) const {
    std::uint8_t byte = 0;
    EXPECT_EQ(m_file->GetRasterBand(band)->RasterIO(GF_Read, x, y, 1, 1, &byte, 1, 1, GDT_Byte, 0, 0),
              CE_None);
    return byte;
  }
  /// By the palette where there is one, else red, green and blue.
  model::Rgb colour(int x, int y) const {
    const auto byte = [](int v) { return static_cast<std::uint8_t>(v); };
    if (const GDALColorTable* table = m_file->GetRasterBand(1)->GetColorTable()) {
      const GDALColorEntry* entry = table->GetColorEntry(value(1, x, y));
      return {byte(entry->c1), byte(entry->c2), byte(entry->c3)};
    }
    return {byte(value(1, x, y)), byte(value(2, x, y)), byte(value(3, x, y))};
  }

 private:
  GDALDatasetUniquePtr m_file;
};

/// All colours in the 20 x 20 pixels from there: no data is hatched.
std::set<std::string> colours_in(const Raster& picture, int left, int top) {
  std::set<std::string> colours;
  for (int y = top; y < top + 20; ++y) {
    for (int x = left; x < left + 20; ++x) colours.insert(model::to_hex(picture.colour(x, y)));
  }
  return colours;
}

/// PNG needs OpenGL; skipped, with the reason, where there is none.
class Pixels : public ::testing::Test {
 protected:
  void SetUp() override {
    try {
      const gl::HeadlessContext probe;
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }
};

TEST_F(Pixels, PictureRasterAndGeoJsonShowTheSameClasses) {
  const TwoUnits units;
  const std::array<model::Rgb, 2> wanted{colour::palette("Blues", 2).colours[0],
                                         colour::palette("Blues", 2).colours[1]};
  ASSERT_EQ(
      units.on_units("render", {"--palette", "Blues", "--plain", "--size", "400x300", "-o", "map.png"}).code,
      0);
  const Raster picture(units.folder / "map.png");
  EXPECT_EQ(picture.width(), 400);
  EXPECT_EQ(picture.height(), 300);
  EXPECT_EQ(picture.colour(105, 150), wanted[0]);
  EXPECT_EQ(picture.colour(295, 150), wanted[1]);

  ASSERT_EQ(units.on_units("export", {"--palette", "Blues", "--size", "40x20", "-o", "map.tif"}).code, 0);
  const Raster raster(units.folder / "map.tif");
  EXPECT_NE(raster.value(1, 10, 10), raster.value(1, 30, 10));
  EXPECT_EQ(raster.colour(10, 10), wanted[0]);
  EXPECT_EQ(raster.colour(30, 10), wanted[1]);

  ASSERT_EQ(units.on_units("export", {"--palette", "Blues", "-o", "map.geojson"}).code, 0);
  const std::string json = read_bytes(units.folder / "map.geojson");
  const std::size_t second = json.find("\"Feature\"", json.find("\"Feature\"") + 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_THAT(json.substr(0, second), AllOf(HasSubstr("00097"), HasSubstr(model::to_hex(wanted[0]))));
  EXPECT_THAT(json.substr(second), AllOf(HasSubstr("00098"), HasSubstr(model::to_hex(wanted[1]))));
}

TEST_F(Pixels, UnitsWithoutValueAreOfNeitherClass) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n00098,\n");
  ASSERT_EQ(units.run({"render", "du_an.toml", "--plain", "--size", "400x300", "-o", "map.png"}).code, 0);
  const Raster picture(units.folder / "map.png");
  const std::set<std::string> no_data = colours_in(picture, 280, 140);
  EXPECT_FALSE(no_data.contains(model::to_hex(picture.colour(105, 150))));
  EXPECT_NE(no_data, colours_in(picture, 0, 0)) << "no data must not look like no unit";
}

TEST_F(Pixels, TheSamePictureTwice) {
  const TwoUnits units;
  for (const std::string file : {"a.png", "b.png"}) {
    ASSERT_EQ(units.on_units("render", {"--size", "640x400", "-o", file}).code, 0);
  }
  EXPECT_EQ(read_bytes(units.folder / "a.png"), read_bytes(units.folder / "b.png"));
}

TEST_F(Pixels, RealBoundariesFillThePicture) {
  const auto shapefile = real_data("hatinh_2025_07/communes.shp");
  if (shapefile.empty()) GTEST_SKIP() << "NTMAP_REAL_DATA is not set";
  const TemporaryFolder folder;
  const Outcome info = ntmap({"--json", "info", shapefile.string()});
  ASSERT_EQ(info.code, 0) << info.err;
  EXPECT_THAT(info.out, HasSubstr("\"features\":69"));
  const Outcome run =
      ntmap({"render", "--boundaries", shapefile.string(), "--value", "area_km2", "--method", "quantile",
             "--classes", "5", "--palette", "Blues", "--plain", "--size", "960x540", "-o", "map.png"},
            folder.path());
  ASSERT_EQ(run.code, 0) << run.err;
  const Raster picture(folder / "map.png");
  std::set<std::string> colours;
  for (int y = 0; y < 540; y += 3) {
    for (int x = 0; x < 960; x += 3) colours.insert(model::to_hex(picture.colour(x, y)));
  }
  for (const model::Rgb& fill : colour::palette("Blues", 5).colours) {
    EXPECT_TRUE(colours.contains(model::to_hex(fill))) << model::to_hex(fill);
  }
}

}  // namespace
}  // namespace ntmap::test
