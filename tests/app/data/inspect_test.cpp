#include "app/data/inspect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"
#include "file_bytes.hpp"
#include "support/wkt.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

TEST(Inspect, PolygonsWithSystemAndCounts) {
  const test::SampleProject sample;
  const Inspection found =
      inspect({.path = (sample.folder / "units.geojson").string(), .encoding = "auto", .crs = {}});
  EXPECT_TRUE(found.has_geometry);
  EXPECT_EQ(found.driver, "GeoJSON");
  EXPECT_EQ(found.table.row_count(), 4U);
  EXPECT_EQ(found.vertices, 16U);
  EXPECT_EQ(found.crs.epsg, "4326");
  EXPECT_EQ(found.invalid, 0U);
}

TEST(Inspect, InvalidGeometryIsCounted) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((500200 2000000, 500300 2000100, 500300 2000000, 500200 2000100))"}),
      {{"2", "b"}});
  const Inspection found = inspect({.path = shp.string(), .encoding = "auto", .crs = "EPSG:9209"});
  EXPECT_EQ(found.invalid, 1U);
  EXPECT_EQ(found.crs.epsg, "9209");
}

TEST(Inspect, TablesHaveNoGeometry) {
  const test::SampleProject sample;
  const Inspection found =
      inspect({.path = (sample.folder / "values.csv").string(), .encoding = "auto", .crs = {}});
  EXPECT_FALSE(found.has_geometry);
  EXPECT_EQ(found.driver, "csv");
  EXPECT_EQ(found.table.row_count(), 7U);
  EXPECT_EQ(found.table.find("ma")->text(0), "00097");
}

TEST(Inspect, Utf16IsCalledSo) {
  const test::TemporaryFolder folder;
  for (const bool big : {false, true}) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : std::u16string_view(u"ten;v\nĐắk Lắk;1\n")) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      bytes += big ? high : low;
      bytes += big ? low : high;
    }
    const Inspection found = inspect({.path = folder.write("b.csv", bytes).string()});
    ASSERT_EQ(found.readings.size(), 1U);
    EXPECT_EQ(found.readings.front().encoding.en, big ? "UTF-16 BE" : "UTF-16 LE");
    EXPECT_EQ(found.table.find("ten")->text(0), "Đắk Lắk");
  }
}

TEST(Inspect, FilesWithoutExtensionAreAnErrorByName) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("bang", "ma,v\n1,2\n");
  EXPECT_THAT(test::error_of([&] { inspect({.path = path.string(), .encoding = "auto", .crs = {}}); }),
              HasSubstr("bang"));
}

}  // namespace
}  // namespace ntmap::app
