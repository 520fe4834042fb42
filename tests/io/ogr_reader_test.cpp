#include "io/ogr_reader.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <stop_token>
#include <vector>

#include "findings.hpp"
#include "support/temporary_folder.hpp"
#include "support/wkt.hpp"

namespace ntmap::io {
namespace {

using base::ErrorKind;
using test::error_of;
using test::find_rule;
using test::to_wkt;

std::string feature(std::string_view geometry,
                    std::string_view properties = "{\"code\":\"00097\",\"ho\":12}") {
  return "{\"type\":\"Feature\",\"properties\":" + std::string(properties) +
         ",\"geometry\":" + std::string(geometry) + "}";
}

std::string collection(std::initializer_list<std::string> features) {
  std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
  for (const std::string& f : features) out += (out.back() == '[' ? "" : ",") + f;
  return out + "]}";
}

const std::string k_square =
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]"
    "}";

VectorFile read_geojson(std::string_view text, const VectorOptions& options = {}) {
  const test::TemporaryFolder folder;
  return read_vector(folder.write("Đắk Lắk.geojson", text), options);
}

TEST(Ogr, GeoJson) {
  const VectorFile file =
      read_geojson(collection({feature(k_square), feature("null", "{\"code\":\"1\",\"ho\":null}")}));
  EXPECT_EQ(file.driver, "GeoJSON");
  EXPECT_EQ(file.layer.crs, "EPSG:4326");
  EXPECT_FALSE(file.encoding.raw);
  ASSERT_EQ(file.layer.polygons.feature_count(), 2U);
  EXPECT_EQ(to_wkt(file.layer.polygons, 0),
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 2, 2 2, 2 1, 1 1, 1 2)))");
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "00097");
  EXPECT_EQ(file.layer.attributes.find("ho")->numbers[0], 12);
  EXPECT_TRUE(file.layer.attributes.find("ho")->is_missing(1));
}

TEST(Ogr, OpeningALargeGeoJsonHasProgressAndCanBeCancelled) {
  const test::TemporaryFolder folder;
  std::string text = "{\"type\":\"FeatureCollection\",\"features\":[";
  for (int i = 0; i < 8000; ++i) text += (i == 0 ? "" : ",") + feature(k_square);
  const auto path = folder.write("Đắk Lắk.geojson", text + "]}");
  std::vector<double> told;
  read_vector(path, {}, base::Job([&](double fraction, const base::Text&) { told.push_back(fraction); }));
  EXPECT_GE(std::count_if(told.begin(), told.end(), [](double f) { return f > 0.05 && f < 0.65; }), 5);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 1);

  std::stop_source stop;
  double reached = 0;
  const base::Job job(
      [&](double fraction, const base::Text&) {
        reached = fraction;
        if (fraction > 0.2) stop.request_stop();
      },
      stop.get_token());
  EXPECT_EQ(error_of([&] { read_vector(path, {}, job); }).kind(), ErrorKind::cancelled);
  EXPECT_LT(reached, 0.6);
}

TEST(Ogr, MessagesNameTheFileItself) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("hỏng.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\"");
  try {
    read_vector(path, {});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.message().en.find("vsintmap"), std::string::npos) << error.message().en;
    EXPECT_NE(error.message().en.find("hỏng.geojson"), std::string::npos);
  }
}

TEST(Ogr, FieldsAndGeometryOnDemand) {
  const VectorFile file = read_geojson(collection({feature(k_square)}), {"", {"ho"}, false});
  ASSERT_EQ(file.layer.attributes.columns.size(), 1U);
  EXPECT_EQ(file.layer.polygons.feature_count(), 0U);
  const auto error = error_of([] { read_geojson(collection({feature(k_square)}), {"", {"cod"}, true}); });
  EXPECT_THAT(error.remedy().en, testing::HasSubstr("“code”"));
}

TEST(Ogr, PointsAndLinesAreRefusedOrLeftOut) {
  const std::string point = feature("{\"type\":\"Point\",\"coordinates\":[1,2]}");
  EXPECT_EQ(error_of([&] { read_geojson(collection({point})); }).kind(), ErrorKind::data);
  const VectorFile mixed = read_geojson(collection({feature(k_square), point}));
  ASSERT_EQ(mixed.layer.polygons.feature_count(), 2U);
  ASSERT_NE(find_rule(mixed.findings, "geometry.not-polygon"), nullptr);
  EXPECT_EQ(find_rule(mixed.findings, "geometry.not-polygon")->place.en, "feature 2");
}

TEST(Ogr, EmptyAndBrokenFiles) {
  EXPECT_EQ(error_of([] { read_geojson(collection({})); }).kind(), ErrorKind::data);
  EXPECT_EQ(error_of([] { read_geojson("{\"type\":\"FeatureCollection\",\"features\":[{"); }).kind(),
            ErrorKind::data);
  const test::TemporaryFolder folder;
  EXPECT_EQ(error_of([&] { read_vector(folder.write("a.gpkg", "SQLite format 3"), {}); }).kind(),
            ErrorKind::data);
  EXPECT_EQ(error_of([&] { read_vector(folder.write("a.dwg", "x"), {}); }).kind(), ErrorKind::usage);
}

/// The CRS that is read from a GeoPackage of one square with this srs_id.
std::string crs_of_gpkg(OGRSpatialReference* system, const char* srs_id = nullptr) {
  const test::TemporaryFolder folder;
  const std::string path = folder / "vung.gpkg";
  GDALAllRegister();
  {
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const std::unique_ptr<GDALDataset> dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* const layer = dataset->CreateLayer("vung", system, wkbPolygon, nullptr);
    OGRFeature square(layer->GetLayerDefn());
    OGRGeometry* shape = nullptr;
    OGRGeometryFactory::createFromWkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", nullptr, &shape);
    square.SetGeometryDirectly(shape);
    if (layer->CreateFeature(&square) != OGRERR_NONE) return "(not written)";
  }
  if (srs_id != nullptr) {
    const std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    for (const char* table : {"gpkg_contents", "gpkg_geometry_columns"})
      dataset->ExecuteSQL((std::string("UPDATE ") + table + " SET srs_id = " + srs_id).c_str(), nullptr,
                          nullptr);
  }
  return read_vector(path, {}).layer.crs;
}

TEST(Ogr, UndefinedAndLocalSystemsAreNone) {
  OGRSpatialReference system;
  system.importFromEPSG(9209);
  EXPECT_EQ(crs_of_gpkg(&system), "EPSG:9209");
  EXPECT_EQ(crs_of_gpkg(&system, "0"), "");
  EXPECT_EQ(crs_of_gpkg(&system, "-1"), "");
  EXPECT_EQ(crs_of_gpkg(nullptr), "");
  OGRSpatialReference local;
  local.SetLocalCS("công trường");
  EXPECT_EQ(crs_of_gpkg(&local), "");
}

TEST(Ogr, AVrtPosingAsSomethingElseIsNotOpened) {
  const test::TemporaryFolder folder;
  folder.write("secret.csv", "id,WKT\n1,\"POLYGON((0 0,1 0,1 1,0 0))\"\n");
  const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" +
                          (folder / "secret.csv").string() +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (const char* name : {"a.geojson", "a.gpkg", "a.fgb", "a.tab", "a.kml"}) {
    EXPECT_EQ(error_of([&] { read_vector(folder.write(name, vrt), {}); }).kind(), ErrorKind::data) << name;
  }
}

TEST(Ogr, NotFiniteCoordinatesEmptyTheFeatureOnly) {
  const VectorFile file = read_geojson(
      collection({feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1e999,0],[4,4],[0,0]]]}"),
                  feature(k_square)}));
  ASSERT_EQ(file.layer.polygons.feature_count(), 2U);
  EXPECT_EQ(to_wkt(file.layer.polygons, 0), "MULTIPOLYGON ()");
  EXPECT_NE(find_rule(file.findings, "geometry.not-finite"), nullptr);
}

TEST(Ogr, ARingThatTheLibraryLeavesOutIsAnErrorAndItsFeatureRefused) {
  for (const std::string bad : {"[null,3]", "[4]", "[]"}) {
    const VectorFile file = read_geojson(collection(
        {feature(k_square), feature("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4]," + bad +
                                    ",[0,0]]],[[[8,8],[9,8],[9,9],[8,8]]]]}")}));
    const base::Finding* lost = find_rule(file.findings, "geometry.positions-lost");
    ASSERT_NE(lost, nullptr) << bad;
    EXPECT_EQ(lost->severity, base::Severity::error);
    EXPECT_EQ(lost->place.en, "feature 2");
    EXPECT_EQ(to_wkt(file.layer.polygons, 1), "MULTIPOLYGON ()");
    EXPECT_GT(model::feature_area(file.layer.polygons, 0), 0);
  }
}

TEST(Ogr, DamagedPositionsOfReorderedFeaturesAreToldByTheirLine) {
  const test::TemporaryFolder folder;
  const auto numbered = [](const char* id, const char* last) {
    return std::string("{\"type\":\"Feature\",\"id\":") + id +
           ",\n\"properties\":{\"code\":\"1\"},"
           "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4]," +
           last + ",[0,0]]]}}";
  };
  const VectorFile file = read_geojson(collection({numbered("5", "[0,4]"), numbered("2", "[null,4]")}));
  const base::Finding* lost = find_rule(file.findings, "geometry.positions-lost");
  ASSERT_NE(lost, nullptr);
  EXPECT_EQ(lost->place.en, "line 3");
  EXPECT_THAT(lost->what.en, testing::HasSubstr("[null,4]"));
}

TEST(Ogr, KmlWithARingWithoutPositionsIsAnErrorToo) {
  const test::TemporaryFolder folder;
  const auto polygon = [](const std::string& coordinates) {
    return "<Polygon><outerBoundaryIs><LinearRing><coordinates>" + coordinates +
           "</coordinates></LinearRing></outerBoundaryIs></Polygon>";
  };
  const std::string sound = polygon("0,0 4,0 4,4 0,0");
  const auto file = [&](const std::string& second) {
    return read_vector(
        folder.write("a.kml",
                     "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>a</name>"
                     "<MultiGeometry>" +
                         sound + second + "</MultiGeometry></Placemark></Document></kml>"),
        {});
  };
  for (const std::string bad : {"", "8,8 9 9,9 8,8", "8,8 9,x 9,9 8,8"}) {
    EXPECT_NE(find_rule(file(polygon(bad)).findings, "geometry.positions-lost"), nullptr) << bad;
  }
  EXPECT_EQ(find_rule(file(polygon("8,8,0 9,8,0\n9,9,0  8,8,0 ")).findings, "geometry.positions-lost"),
            nullptr);
  EXPECT_EQ(find_rule(file(polygon("8,8 9,8 9,9")).findings, "geometry.positions-lost"), nullptr);
}

TEST(Ogr, ASystemThatGeoJsonNamesWronglyIsNone) {
  const auto read = [](const std::string& crs) {
    std::string text = collection({feature(k_square)});
    return read_geojson(text.insert(1, "\"crs\":" + crs + ","));
  };
  const VectorFile foo = read(R"({"type":"name","properties":{"name":"foo"}})");
  EXPECT_TRUE(foo.layer.crs.empty());
  EXPECT_NE(find_rule(foo.findings, "crs.unreadable"), nullptr);
  for (const std::string known : {R"({"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}})",
                                  R"({"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}})"}) {
    EXPECT_EQ(find_rule(read(known).findings, "crs.unreadable"), nullptr) << known;
    EXPECT_FALSE(read(known).layer.crs.empty());
  }
}

TEST(Ogr, HeightsAndCollections) {
  const VectorFile file =
      read_geojson(collection({feature("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
                                       "\"Polygon\",\"coordinates\":[[[0,0,5],[4,0,5],[4,4,5],[0,0,5]]]},"
                                       "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}]}")}));
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 8);
  EXPECT_NE(find_rule(file.findings, "geometry.z-dropped"), nullptr);
  EXPECT_NE(find_rule(file.findings, "geometry.not-polygon"), nullptr);
}

TEST(Ogr, KmlWithSeveralFoldersNeedsALayer) {
  const auto placemark = [](std::string_view folder, std::string_view name) {
    return "<Folder><name>" + std::string(folder) + "</name><Placemark><name>" + std::string(name) +
           "</name><ExtendedData><Data "
           "name=\"code\"><value>00097</value></Data></ExtendedData><Polygon><outerBoundaryIs>"
           "<LinearRing><coordinates>0,0 4,0 4,4 "
           "0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>";
  };
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" +
                                              placemark("xã", "Thạch Hà") + placemark("huyện", "Can Lộc") +
                                              "</Document></kml>");
  const auto error = error_of([&] { read_vector(path, {}); });
  EXPECT_EQ(error.kind(), ErrorKind::usage);
  EXPECT_THAT(error.message().vi, testing::HasSubstr("xã, huyện"));
  const VectorFile file = read_vector(path, {"huyện", {}, true});
  EXPECT_EQ(file.layer.name, "huyện");
  EXPECT_EQ(file.other_layers, std::vector<std::string>{"xã"});
  EXPECT_EQ(file.layer.attributes.find("Name")->text(0), "Can Lộc");
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "00097");
  EXPECT_EQ(file.layer.attributes.find("altitudeMode"), nullptr);
  EXPECT_THAT(error_of([&] {
                read_vector(path, {"huyen", {}, true});
              })
                  .remedy()
                  .vi,
              testing::HasSubstr("“huyện”"));
}

TEST(Ogr, ANumberOfMapInfoThatIsCutShortIsAnError) {
  const test::TemporaryFolder folder;
  folder.write("a.mid", "\"00097\"\n");
  const VectorFile file = read_vector(
      folder.write(
          "a.mif",
          "Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\nCoordSys Earth Projection 1, 104\n"
          "Columns 1\n  code Char(5)\nData\n\nRegion 1\n 5\n0 0\n4 0\n4 4\n0 4.2\x17"
          "7\n0 0\n"),
      {});
  const base::Finding* lost = find_rule(file.findings, "geometry.positions-lost");
  ASSERT_NE(lost, nullptr);
  EXPECT_EQ(lost->severity, base::Severity::error);
}

TEST(Ogr, MapInfoInterchange) {
  const test::TemporaryFolder folder;
  folder.write("a.mid", "\"00097\",12\n");
  const VectorFile file = read_vector(
      folder.write(
          "a.mif",
          "Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\nCoordSys Earth Projection 1, 104\n"
          "Columns 2\n  code Char(5)\n  ho Integer\nData\n\nRegion 1\n 5\n0 0\n4 0\n4 4\n0 4\n0 0\n"),
      {});
  EXPECT_EQ(file.driver, "MapInfo File");
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 16);
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "00097");
  EXPECT_FALSE(file.layer.crs.empty());
}

}  // namespace
}  // namespace ntmap::io
