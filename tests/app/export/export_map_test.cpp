#include "app/export/export_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class ExportMap : public ::testing::Test {
 protected:
  void write(const std::string& name, const ExportOptions& options) {
    ProjectData data = m_sample.data();
    export_map(data, map_content(data, {}), m_sample.folder / name, options);
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

TEST_F(ExportMap, SystemsAreNamedByTheirNumber) {
  for (const std::string wrong : {"foo", "EPSG:99999", "EPSG:", "WGS84", "9209"}) {
    EXPECT_THAT(test::error_of([&] { check_export("map.tif", {.to_crs = wrong}); }),
                AllOf(StartsWith("usage"), HasSubstr("“" + wrong + "”"), HasSubstr("EPSG:9209")));
  }
  EXPECT_NO_THROW(check_export("map.tif", {.to_crs = "epsg:3405"}));
  EXPECT_NO_THROW(check_export("map.geojson", {.to_crs = "epsg:4326"}));
}

TEST_F(ExportMap, ZippedGeoTiff) {
  write("map.tif.zip", {.width = 64, .height = 64});
  EXPECT_THAT(bytes("map.tif.zip"), AllOf(StartsWith("PK"), HasSubstr("map.tif"),
                                          HasSubstr("map.tif.aux.xml"), HasSubstr("map.qml")));
  EXPECT_THAT(bytes("map.tif.zip"), testing::Not(HasSubstr("map.tif.tif")));
  EXPECT_THAT(test::error_of([] { check_export("map.zip", {}); }), HasSubstr(".tif.zip"));
}

TEST_F(ExportMap, GeoJsonWithStyleAndBoxOnRequest) {
  write("a.geojson", {});
  EXPECT_THAT(bytes("a.geojson"), testing::Not(HasSubstr("\"bbox\"")));
  EXPECT_FALSE(std::filesystem::exists(m_sample.folder / "a.qml"));
  write("b.geojson", {.bbox = true, .style_file = true});
  EXPECT_THAT(bytes("b.geojson"), HasSubstr("\"bbox\":[105.8,18.3,106,18.5]"));
  EXPECT_THAT(bytes("b.qml"), HasSubstr("categorizedSymbol"));
  m_sample.folder.write("c.qml", "mine");
  EXPECT_THAT(test::error_of([&] { write("c.geojson", {.style_file = true}); }), HasSubstr("c.qml"));
  EXPECT_FALSE(std::filesystem::exists(m_sample.folder / "c.geojson"));
}

TEST_F(ExportMap, RasterWithStyleOnRequest) {
  write("a.tif", {.width = 8, .height = 8, .style_file = true});
  EXPECT_THAT(bytes("a.qml"), AllOf(HasSubstr("type=\"paletted\""), HasSubstr("<paletteEntry value=\"1\"")));
}

TEST_F(ExportMap, OptionsOfOtherFormatsAreRefused) {
  EXPECT_THAT(test::error_of([] { check_export("map.tif", {.bbox = true}); }), HasSubstr("--bbox"));
  EXPECT_THAT(test::error_of([] { check_export("map.csv", {.width = 9, .height = 9}); }),
              HasSubstr("--size"));
  EXPECT_THAT(test::error_of([] { check_export("map.gpkg", {.resolution = 50}); }),
              HasSubstr("--resolution"));
  EXPECT_THAT(test::error_of([] { check_export("map.geojson", {.kind = io::RasterKind::values}); }),
              HasSubstr("--kind"));
  EXPECT_THAT(test::error_of([] { check_export("map.xlsx", {.simplify = 50}); }), HasSubstr("--simplify"));
  EXPECT_THAT(test::error_of([] { check_export("map.sld", {.to_crs = "EPSG:9209"}); }),
              HasSubstr("--to-crs"));
  EXPECT_THAT(test::error_of([] { check_export("map.csv", {.style_file = true}); }), HasSubstr("--style"));
  EXPECT_THAT(test::error_of([] { check_export("map.tif.zip", {.style_file = true}); }),
              HasSubstr("--style"));
  EXPECT_THAT(
      test::error_of([] { check_export("map.tif", {.kind = io::RasterKind::rgba, .style_file = true}); }),
      HasSubstr("--style"));
}

TEST_F(ExportMap, VerdictsOfTheCriteriaGoAlong) {
  ProjectData data(
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml"))));
  const MapContent map = map_content(data, {"tieu-chi-17", {}});
  export_map(data, map, m_sample.folder / "t.geojson", {});
  EXPECT_THAT(bytes("t.geojson"),
              AllOf(HasSubstr("\"verdict\":\"chưa đạt\""), HasSubstr("\"evidence\":\"Tiêu chí 17."),
                    HasSubstr("\"criterion\":\"Tiêu chí 17: Môi trường")));
  export_map(data, map, m_sample.folder / "t.gpkg", {});
  EXPECT_THAT(bytes("t.gpkg"), AllOf(HasSubstr("CREATE TABLE \"tieu_chi\""), HasSubstr("criterion_name")));
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
