#include "app/export_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class ExportMap : public ::testing::Test {
 protected:
  void write(const std::string& name, const ExportOptions& options) {
    ProjectData data = m_sample.data();
    export_map(data.project(), map_content(data, {}), m_sample.folder / name, options);
  }
  std::string bytes(const std::string& name) const { return test::read_bytes(m_sample.folder / name); }
  test::SampleProject m_sample;
};

TEST_F(ExportMap, GeoJsonHoldsCodesValuesAndClasses) {
  write("map.geojson", {});
  const std::string json = bytes("map.geojson");
  EXPECT_THAT(json, StartsWith("{"));
  EXPECT_THAT(json, AllOf(HasSubstr("\"00097\""), HasSubstr("15.5"), HasSubstr("Hương Khê")));
  EXPECT_THAT(json, HasSubstr("105.8"));  // back in degrees
}

TEST_F(ExportMap, GeoTiffOfEachKind) {
  for (const io::RasterKind kind : {io::RasterKind::classes, io::RasterKind::values, io::RasterKind::rgba}) {
    const std::string name = "map" + std::to_string(static_cast<int>(kind)) + ".tif";
    write(name, {.to_crs = "EPSG:9209", .kind = kind, .width = 64, .height = 64});
    EXPECT_THAT(bytes(name).substr(0, 2), "II");
  }
}

TEST_F(ExportMap, ResolutionIsInMetres) {
  EXPECT_NO_THROW(write("m.tif", {.to_crs = "EPSG:9209", .resolution = 500}));
  EXPECT_THAT(test::error_of([&] { write("d.tif", {.to_crs = "EPSG:4326", .resolution = 500}); }),
              AllOf(StartsWith("usage"), HasSubstr("--to-crs")));
}

TEST_F(ExportMap, WhatCannotBeWrittenIsRefusedFirst) {
  EXPECT_THAT(test::error_of([] { check_export("map.docx", {}); }),
              AllOf(StartsWith("usage"), HasSubstr(".geojson")));
  EXPECT_THAT(test::error_of([] { check_export("map.geojson", {.to_crs = "EPSG:9209"}); }),
              StartsWith("usage"));
  EXPECT_THAT(test::error_of([] { check_export("map.tif", {.to_crs = "EPSG:nine"}); }),
              HasSubstr("EPSG:nine"));
  EXPECT_NO_THROW(check_export("map.TIF", {}));
}

TEST_F(ExportMap, ExistingFilesAreKept) {
  const auto mine = m_sample.folder.write("map.geojson", "mine");
  EXPECT_THAT(test::error_of([&] { check_export(mine, {}); }), HasSubstr("--overwrite"));
  EXPECT_THAT(test::error_of([&] { write("map.geojson", {}); }), HasSubstr("--overwrite"));
  EXPECT_EQ(bytes("map.geojson"), "mine");
  write("map.geojson", {.overwrite = base::Overwrite::yes});
  EXPECT_THAT(bytes("map.geojson"), StartsWith("{"));
}

TEST_F(ExportMap, HugeRastersAreRefused) {
  EXPECT_THAT(test::error_of([&] { write("map.tif", {.width = 100'000, .height = 100'000}); }),
              StartsWith("usage"));
  EXPECT_FALSE(std::filesystem::exists(m_sample.folder / "map.tif"));
}

}  // namespace
}  // namespace ntmap::app
