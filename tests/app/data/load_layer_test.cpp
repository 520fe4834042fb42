#include "app/data/load_layer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "app/sample_project.hpp"
#include "file_bytes.hpp"
#include "support/wkt.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* k_points =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},)"
    R"("geometry":{"type":"Point","coordinates":[105.8,18.3]}}]})";

std::string load_error(const std::filesystem::path& path) {
  return test::error_of([&] { load_layer({.path = path.string()}); });
}

TEST(LoadLayer, PolygonsAttributesAndSystem) {
  const test::SampleProject sample;
  const LoadedLayer loaded = load_layer({.path = (sample.folder / "units.geojson").string()});
  EXPECT_EQ(loaded.layer.polygons.feature_count(), 4U);
  EXPECT_EQ(loaded.layer.attributes.row_count(), 4U);
  EXPECT_EQ(loaded.layer.crs, "EPSG:4326");
  EXPECT_EQ(loaded.layer.attributes.find("name")->text(3), "Thạch Lạc");
}

TEST(LoadLayer, OnlyTheFieldsAskedFor) {
  const test::SampleProject sample;
  const LoadedLayer loaded =
      load_layer({.path = (sample.folder / "units.geojson").string(), .fields = {"code"}});
  EXPECT_NE(loaded.layer.attributes.find("code"), nullptr);
  EXPECT_EQ(loaded.layer.attributes.find("pct"), nullptr);
}

TEST(LoadLayer, ShapefileWithoutSystemIsGuessedAndSaid) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((105.8 18.3, 105.9 18.3, 105.9 18.4, 105.8 18.3))"}),
      {{"00097", "Ky Anh"}});
  const LoadedLayer loaded = load_layer({.path = shp.string(), .province = "Hà Tĩnh"});
  EXPECT_EQ(loaded.layer.crs, "EPSG:4326");
  EXPECT_EQ(test::count_rule(loaded.findings, "crs.guessed"), 1U);
}

TEST(LoadLayer, SeveralZonesThatFitAlikeAreAnErrorThatNamesThem) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((500000 2000000, 500100 2000000, 500100 2000100, 500000 2000000))"}),
      {{"1", "a"}});
  const LoadedLayer alike = load_layer({.path = shp.string()});
  ASSERT_EQ(test::count_rule(alike.findings, k_rule_ambiguous_crs), 1U);
  EXPECT_THAT(alike.findings.back().remedy.en, HasSubstr("EPSG:"));
  const LoadedLayer known = load_layer({.path = shp.string(), .province = "Hà Tĩnh"});
  EXPECT_EQ(test::count_rule(known.findings, "crs.guessed"), 1U);
  EXPECT_EQ(known.crs.epsg, "9209");
}

TEST(LoadLayer, NowhereInVietNamIsAnErrorWithARemedy) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(folder, test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4))"}),
                                         {{"00097", "Ky Anh"}});
  EXPECT_THAT(load_error(shp),
              AllOf(StartsWith("data"), HasSubstr("communes.shp"), HasSubstr("--crs EPSG:")));
  EXPECT_EQ(load_layer({.path = shp.string(), .crs = "EPSG:9209"}).layer.crs, "EPSG:9209");
}

/// A GeoJSON file of one square of 0.1 degrees or 10 km about (x, y) that declares a system.
std::string square_in(const char* epsg, double x, double y, double size) {
  const auto point = [&](int i, int j) {
    return "[" + std::to_string(x + i * size) + "," + std::to_string(y + j * size) + "]";
  };
  return std::string(R"({"type":"FeatureCollection","crs":{"type":"name","properties":)") +
         R"({"name":"urn:ogc:def:crs:EPSG::)" + epsg + R"("}},"features":[{"type":"Feature","properties":)" +
         R"({"code":"1"},"geometry":{"type":"Polygon","coordinates":[[)" + point(0, 0) + "," + point(1, 0) +
         "," + point(1, 1) + "," + point(0, 1) + "," + point(0, 0) + "]]}}]}";
}

LoadedLayer load_declared(const std::string& json, const std::string& province = {},
                          const std::string& crs = {}) {
  const test::TemporaryFolder folder;
  return load_layer({.path = folder.write("xa.geojson", json).string(), .crs = crs, .province = province});
}

TEST(LoadLayer, ADeclaredSystemThatPutsDataOutsideVietNamIsAnErrorThatNamesAFit) {
  const LoadedLayer degrees = load_declared(square_in("32648", 105.8, 18.3, 0.1));
  ASSERT_EQ(test::count_rule(degrees.findings, "crs.elsewhere"), 1U);
  EXPECT_EQ(degrees.findings.back().severity, base::Severity::error);
  EXPECT_THAT(degrees.findings.back().remedy.en, HasSubstr("EPSG:4326"));
  EXPECT_LT(degrees.crs.confidence, 50);
  const LoadedLayer metres = load_declared(square_in("4326", 530'000, 2'020'000, 10'000), "Hà Tĩnh");
  ASSERT_EQ(test::count_rule(metres.findings, "crs.elsewhere"), 1U);
  EXPECT_THAT(metres.findings.back().remedy.en, HasSubstr("--crs EPSG:9209"));
  const LoadedLayer swapped = load_declared(square_in("4326", 18.3, 105.8, 0.1));
  ASSERT_EQ(test::count_rule(swapped.findings, "crs.elsewhere"), 1U);
  EXPECT_THAT(swapped.findings.back().remedy.en, HasSubstr("swapped"));
  const LoadedLayer said = load_declared(square_in("4326", 105.8, 18.3, 0.1), {}, "EPSG:9209");
  EXPECT_EQ(test::count_rule(said.findings, "crs.elsewhere"), 1U);
  const LoadedLayer nowhere = load_declared(square_in("4326", 2.3, 48.8, 0.1));
  ASSERT_EQ(test::count_rule(nowhere.findings, "crs.elsewhere"), 1U);
  EXPECT_EQ(nowhere.findings.back().severity, base::Severity::warning);
}

TEST(LoadLayer, AZoneThatPutsAProvinceIntoTheSeaIsAnError) {
  const LoadedLayer sea = load_declared(square_in("32649", 530'000, 2'020'000, 10'000), "Hà Tĩnh");
  ASSERT_EQ(test::count_rule(sea.findings, "crs.elsewhere"), 1U);
  EXPECT_EQ(sea.findings.back().severity, base::Severity::error);
  EXPECT_THAT(sea.findings.back().remedy.en, HasSubstr("EPSG:9209"));
  for (const auto& [x, y] : {std::pair{111.9, 8.6},
                             {112.3, 16.5},
                             {103.9, 10.2},
                             {106.6, 8.7},
                             {107.7, 20.1},
                             {103.5, 9.3},
                             {105.3, 23.3},
                             {102.2, 22.4}}) {
    EXPECT_TRUE(load_declared(square_in("4326", x, y, 0.05)).findings.empty()) << x << " " << y;
  }
}

TEST(LoadLayer, NumbersOfAnotherZoneThanTheFileSaysPutAProvinceElsewhere) {
  // Written in the zone of 104° and 103° while the file says that of 105°30': 158 and 264 km too far east.
  for (const double east : {530'000 + 158'000., 530'000 + 264'000.}) {
    const LoadedLayer sea = load_declared(square_in("9209", east, 2'020'000, 10'000));
    ASSERT_EQ(test::count_rule(sea.findings, "crs.elsewhere"), 1U) << east;
  }
  // A degree of longitude: still in Viet Nam, but not in Hà Tĩnh.
  const std::string south = square_in("9209", 530'000 + 106'000, 1'850'000, 10'000);
  const LoadedLayer other = load_declared(south, "Hà Tĩnh");
  ASSERT_EQ(test::count_rule(other.findings, "crs.other-province"), 1U);
  EXPECT_EQ(other.findings.back().severity, base::Severity::error);
  EXPECT_THAT(other.findings.back().what.en, HasSubstr("outside Hà Tĩnh"));
  EXPECT_TRUE(load_declared(south).findings.empty());
  EXPECT_TRUE(load_declared(south, "Atlantis").findings.empty());
}

TEST(LoadLayer, NumbersThatNoPlaceOnTheEarthHasAreAnErrorInWords) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((500000 2000000, 500100 2000000, 500100 2000100, 500000 2000000))"}),
      {{"1", "a"}});
  folder.write(std::filesystem::path(shp).replace_extension(".prj").filename().string(),
               "PROJCS[\"VN-2000\",GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,"
               "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
               "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
               "PARAMETER[\"central_meridian\",105],PARAMETER[\"scale_factor\",0.9999],"
               "PARAMETER[\"false_easting\",18500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]");
  const LoadedLayer loaded = load_layer({.path = shp.string()});
  ASSERT_EQ(test::count_rule(loaded.findings, "crs.elsewhere"), 1U);
  EXPECT_EQ(loaded.findings.back().severity, base::Severity::error);
  EXPECT_THAT(loaded.findings.back().what.en, testing::Not(HasSubstr("PROJCRS")));
}

/// Findings of a layer of three squares in Hà Tĩnh, one of which has the additional rings.
base::Findings with_rings(const std::string& rings,
                          const std::string& shell = "105.6 18.2, 105.7 18.2, 105.7 18.3") {
  const test::TemporaryFolder folder;
  const auto shp =
      test::write_shapefile(folder,
                            test::from_wkt({"POLYGON ((105.5 18.2, 105.6 18.2, 105.6 18.3, 105.5 18.2))",
                                            "MULTIPOLYGON (((" + shell + ", 105.6 18.2))" + rings + ")",
                                            "POLYGON ((105.7 18.2, 105.8 18.2, 105.8 18.3, 105.7 18.2))"}),
                            {{"1", "a"}, {"2", "b"}, {"3", "c"}});
  return load_layer({.path = shp.string(), .crs = "EPSG:4326", .repair = false}).findings;
}

TEST(LoadLayer, PartsAndVerticesOutsideTheCountryAreAnError) {
  for (const std::string ring : {"0 0, 0.1 0, 0.1 0.1, 0 0", "105.6 0, 105.7 0, 105.7 0.1, 105.6 0",
                                 "140 18, 141 18, 141 19, 140 18"}) {
    const base::Findings findings = with_rings(", ((" + ring + "))");
    ASSERT_EQ(test::count_rule(findings, "geometry.outside-country"), 1U) << ring;
    EXPECT_THAT(findings.back().place.en, HasSubstr("feature 2, 2, b"));
    EXPECT_THAT(findings.back().what.en, HasSubstr("3 vertices"));
  }
  const base::Findings two = with_rings("", "105.6 18.2, 105.7 18.2, 105.7 18.3, 0 0.1, 0 0");
  EXPECT_EQ(test::count_rule(two, "geometry.outside-country"), 1U);
  EXPECT_EQ(test::count_rule(two, "geometry.far-vertex"), 0U);
}

TEST(LoadLayer, APartFarFromItsUnitIsToldUnlessItIsAnIsland) {
  EXPECT_EQ(test::count_rule(with_rings(", ((104.9 18.3, 104.95 18.3, 104.95 18.4, 104.9 18.3))"),
                             "geometry.far-part"),
            1U);
  for (const std::string island :
       {"107.33 17.15, 107.35 17.15, 107.35 17.17, 107.33 17.15",
        "112.3 16.5, 112.4 16.5, 112.4 16.6, 112.3 16.5", "105.9 18.4, 106.0 18.4, 106.0 18.5, 105.9 18.4"}) {
    EXPECT_TRUE(with_rings(", ((" + island + "))").empty()) << island;
  }
}

TEST(LoadLayer, AFewVerticesFarFromAllOthersAreAnError) {
  const std::string ring =
      "105.60 18.20, 105.62 18.19, 105.64 18.20, 105.66 18.21, 105.68 18.22, 105.68 18.24, 105.67 18.26, "
      "105.65 18.28, 105.63 18.28, 105.61 18.26, 105.60 18.24";
  EXPECT_EQ(test::count_rule(with_rings("", ring), "geometry.far-vertex"), 0U);
  EXPECT_EQ(test::count_rule(with_rings("", ring + ", 108.1 15.2, 108.1 15.3"), "geometry.far-vertex"), 1U);
}

TEST(LoadLayer, AFieldOfTheProvinceTellsAWrongZone) {
  for (const std::string field :
       {R"("MA_TINH":"42")", R"("MA_TINH":42)", R"("ten_tinh":"ha tinh")", R"("noi":"Tỉnh Hà Tĩnh")"}) {
    std::string json = square_in("9211", 530'000, 2'020'000, 10'000);
    json.replace(json.find(R"("code":"1")"), 10, R"("code":"1",)" + field);
    const LoadedLayer other = load_declared(json);
    ASSERT_EQ(test::count_rule(other.findings, "crs.other-zone"), 1U) << field;
    EXPECT_THAT(other.findings.back().what.en,
                AllOf(HasSubstr("Hà Tĩnh (by the field"), HasSubstr("EPSG:9209")));
  }
  for (const std::string field : {R"("MA_TINH":"24")", R"("ten":"Hà Tĩnh")", R"("tinh":"Atlantis")"}) {
    std::string json = square_in("9211", 530'000, 2'020'000, 10'000);
    json.replace(json.find(R"("code":"1")"), 10, R"("code":"1",)" + field);
    EXPECT_EQ(test::count_rule(load_declared(json).findings, "crs.other-zone"), 0U) << field;
  }
}

TEST(LoadLayer, EachOfSeveralTablesIsDecodedByItsOwnEncoding) {
  const test::TemporaryFolder folder;
  const auto unicode = folder.write("a.csv", "T\u00EAn,v\nK\u1EF3 S\u01A1n,1\n");
  const auto abc = folder.write("b.csv", "T\xAAn,v\nK\xFA Anh,2\nTh\xB9\x63h H\xB5,3\n");
  const LoadedTable table = load_table({.files = {unicode.string(), abc.string()}});
  ASSERT_EQ(table.table.columns.size(), 2U);
  EXPECT_THAT(table.table.columns[0].texts,
              ElementsAre("K\u1EF3 S\u01A1n", "K\u1EF3 Anh", "Th\u1EA1ch H\u00E0"));
  EXPECT_EQ(test::count_rule(table.findings, "table.encodings-differ"), 0U);
}

TEST(LoadLayer, ADeclaredZoneThatIsNotTheProvincesIsSaid) {
  const std::string json = square_in("9211", 530'000, 2'020'000, 10'000);
  const LoadedLayer other = load_declared(json, "Hà Tĩnh");
  ASSERT_EQ(test::count_rule(other.findings, "crs.other-zone"), 1U);
  EXPECT_THAT(other.findings.back().what.en, AllOf(HasSubstr("EPSG:9209"), HasSubstr("off by 53 km")));
  EXPECT_LT(other.crs.confidence, 100);
  EXPECT_EQ(other.crs.epsg, "9211");
  for (const char* right : {"9209", "3405"}) {
    const LoadedLayer fine = load_declared(square_in(right, 530'000, 2'020'000, 10'000), "Hà Tĩnh");
    EXPECT_TRUE(fine.findings.empty()) << right;
    EXPECT_EQ(fine.crs.confidence, 100);
  }
  EXPECT_TRUE(load_declared(json).findings.empty());
  EXPECT_TRUE(load_declared(json, "Hà Tĩnh", "EPSG:9211").findings.empty());
}

TEST(LoadLayer, InvalidPolygonsAreMendedAndNamed) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder,
      test::from_wkt({"POLYGON ((500000 2000000, 500100 2000000, 500100 2000100, 500000 2000100))",
                      "POLYGON ((500200 2000000, 500300 2000100, 500300 2000000, 500200 2000100))"}),
      {{"1", "a"}, {"2", "b"}});
  const LoadedLayer mended = load_layer({.path = shp.string(), .crs = "EPSG:9209"});
  EXPECT_EQ(mended.repairs.invalid, 1U);
  ASSERT_EQ(test::count_rule(mended.findings, "geometry.repaired"), 1U);
  EXPECT_EQ(mended.findings.back().place.en, "feature 2, 2, b");
  EXPECT_THAT(mended.findings.back().what.en, HasSubstr("area changed from 0 to 0.5 ha, 0 m² fell away"));
  const LoadedLayer left = load_layer({.path = shp.string(), .crs = "EPSG:9209", .repair = false});
  EXPECT_EQ(test::count_rule(left.findings, "geometry.repaired"), 0U);
}

TEST(LoadLayer, WhatRepairsChangeIsToldInSquareMetresAlsoForDegrees) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((105.8 18.3, 105.801 18.301, 105.801 18.3, 105.8 18.301))"}),
      {{"1", "a"}});
  const LoadedLayer mended = load_layer({.path = shp.string(), .crs = "EPSG:4326"});
  // Two triangles that together are half of 105.7 m x 110.7 m; as read their areas cancel out.
  EXPECT_THAT(mended.findings.back().what.en, HasSubstr("area changed from 0 to 0.585"));
}

TEST(LoadLayer, AShapeOfWhichNothingIsLeftIsAnError) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder,
      test::from_wkt({"POLYGON ((500000 2000000, 500100 2000000, 500100 2000100, 500000 2000100))",
                      "POLYGON ((500200 2000000, 500250 2000050, 500300 2000100))"}),
      {{"1", "a"}, {"2", "b"}});
  const LoadedLayer mended = load_layer({.path = shp.string(), .crs = "EPSG:9209"});
  ASSERT_EQ(test::count_rule(mended.findings, "geometry.nothing-left"), 1U);
  EXPECT_EQ(mended.findings.back().severity, base::Severity::error);
  EXPECT_EQ(mended.findings.back().place.en, "feature 2, 2, b");
}

TEST(LoadLayer, AUnitWithoutAShapeIsAnErrorThatNamesIt) {
  const test::TemporaryFolder folder;
  const char* const shapes[] = {
      "null", R"({"type":"Polygon","coordinates":[]})",
      R"({"type":"Polygon","coordinates":[[[105.8,18.3],[105.9,18.3],[105.8,18.3]]]})"};
  for (const char* shape : shapes) {
    const auto path = folder.write(
        "xa.geojson",
        std::string(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1",)") +
            R"("name":"Xã Một"},"geometry":{"type":"Polygon","coordinates":[[[105.8,18.3],[105.9,18.3],)" +
            R"([105.9,18.4],[105.8,18.3]]]}},{"type":"Feature","properties":{"code":"2","name":"Xã Hai"},)" +
            R"("geometry":)" + shape + "}]}");
    const LoadedLayer loaded = load_layer({.path = path.string()});
    ASSERT_EQ(test::count_rule(loaded.findings, "geometry.missing"), 1U) << shape;
    EXPECT_EQ(loaded.findings.back().severity, base::Severity::error);
    EXPECT_EQ(loaded.findings.back().place.en, "feature 2, 2, Xã Hai");
  }
}

TEST(LoadLayer, ARefusedShapeIsToldOnceWithItsUnit) {
  const test::TemporaryFolder folder;
  model::PolygonSet polygons =
      test::from_wkt({"POLYGON ((500000 2000000, 500100 2000000, 500100 2000100, 500000 2000000))",
                      "POLYGON ((500200 2000000, 500250 2000050, 500300 2000200, 500200 2000000))"});
  polygons.xy.back() = std::numeric_limits<double>::quiet_NaN();
  const auto shp = test::write_shapefile(folder, polygons, {{"1", "a"}, {"2", "b"}});
  const LoadedLayer loaded = load_layer({.path = shp.string(), .crs = "EPSG:9209"});
  EXPECT_EQ(test::count_rule(loaded.findings, "geometry.missing"), 0U);
  const auto refused = std::find_if(loaded.findings.begin(), loaded.findings.end(),
                                    [](const auto& f) { return f.rule == "geometry.not-finite"; });
  ASSERT_NE(refused, loaded.findings.end());
  EXPECT_EQ(refused->place.en, "feature 2, 2, b");
}

TEST(LoadLayer, AFarVertexOfAFewCornersIsAnErrorToo) {
  const test::TemporaryFolder folder;
  const auto findings = [&](const std::string& last) {
    const auto shp = test::write_shapefile(
        folder,
        test::from_wkt({"POLYGON ((105.5 18.2, 105.6 18.2, 105.6 18.3, 105.5 18.2))",
                        "POLYGON ((105.6 18.2, 105.7 18.2, 105.7 18.3, " + last + " 18.3, 105.6 18.2))"}),
        {{"1", "a"}, {"2", "b"}});
    return load_layer({.path = shp.string(), .crs = "EPSG:4326"}).findings;
  };
  EXPECT_EQ(test::count_rule(findings("109.9"), "geometry.far-vertex"), 1U);
  EXPECT_EQ(test::count_rule(findings("105.6"), "geometry.far-vertex"), 0U);
}

/// Zones of VN-2000 lie tens of kilometres apart, VN-2000 and WGS 84 some 225 m.
TEST(LoadLayer, DegreesWithoutASystemAreOffByMetres) {
  const test::TemporaryFolder folder;
  const auto shp = test::write_shapefile(
      folder, test::from_wkt({"POLYGON ((105.5 18.2, 105.6 18.2, 105.6 18.3, 105.5 18.2))"}), {{"1", "a"}});
  std::filesystem::remove(std::filesystem::path(shp).replace_extension(".prj"));
  const base::Findings findings = load_layer({.path = shp.string()}).findings;
  ASSERT_EQ(test::count_rule(findings, "crs.guessed"), 1U);
  for (const base::Finding& finding : findings) {
    if (finding.rule != "crs.guessed") continue;
    EXPECT_NE(finding.remedy.vi.find("225 m"), std::string::npos) << finding.remedy.vi;
  }
}

TEST(LoadLayer, AVertexFarFromAllOthersIsAnError) {
  const test::TemporaryFolder folder;
  const std::string shape =
      "POLYGON ((500000 2000000, 500100 2000000, 500200 2000050, 500200 2000200, "
      "500100 2000300, 500000 2000250, 499900 2000200, 499900 2000100";
  const auto findings = [&](const std::string& wkt) {
    const auto shp = test::write_shapefile(folder, test::from_wkt({wkt}), {{"1", "a"}});
    return load_layer({.path = shp.string(), .crs = "EPSG:9209"}).findings;
  };
  EXPECT_EQ(test::count_rule(findings(shape + ", 480000 1980000))"), "geometry.far-vertex"), 1U);
  EXPECT_EQ(test::count_rule(findings(shape + ", 0 0))"), "geometry.outside-country"), 1U);
  EXPECT_EQ(test::count_rule(findings(shape + "))"), "geometry.far-vertex"), 0U);
}

TEST(LoadLayer, PointsAreRefusedByName) {
  const test::TemporaryFolder folder;
  const std::string error = load_error(folder.write("xa.geojson", k_points));
  EXPECT_THAT(error, AllOf(HasSubstr("xa.geojson"), HasSubstr("olygon")));
}

TEST(LoadLayer, EmptyLayerIsAnError) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("xa.geojson", R"({"type":"FeatureCollection","features":[]})");
  EXPECT_THAT(load_error(path), AllOf(StartsWith("data"), HasSubstr("xa.geojson")));
}

TEST(LoadLayer, MissingFilesFoldersAndStrangers) {
  const test::TemporaryFolder folder;
  folder.write("communes.shp", "x");
  EXPECT_THAT(load_error(folder / "comunes.shp"),
              AllOf(StartsWith("not_found"), HasSubstr("“communes.shp”")));
  EXPECT_THAT(load_error(folder.path()), HasSubstr("is a folder"));
  EXPECT_THAT(load_error(folder.write("a.docx", "x")), HasSubstr("a.docx"));
  EXPECT_THAT(load_error(folder.write("b.geojson", "{")), HasSubstr("b.geojson"));
}

TEST(LoadLayer, PathsWithSpacesAndMarks) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "Đắk Lắk 2025");
  const auto path = folder.write("Đắk Lắk 2025/xã, phường.geojson", test::four_units_geojson());
  EXPECT_EQ(load_layer({.path = path.string()}).layer.polygons.feature_count(), 4U);
}

TEST(LoadLayer, UnknownEncodingIsAUsageError) {
  const test::SampleProject sample;
  EXPECT_THAT(test::error_of([&] {
                load_layer({.path = (sample.folder / "units.geojson").string(), .encoding = "latin9"});
              }),
              AllOf(StartsWith("usage"), HasSubstr("“latin9”"), HasSubstr("tcvn3")));
}

TEST(LoadTable, Tcvn3IsDecodedAndSaid) {
  const test::TemporaryFolder folder;
  // "Hương Khê", "Cẩm Bình", "Thạch Hà" in TCVN3.
  const auto path = folder.write("b.csv",
                                 "ma,ten\n1,H\xad\xac"
                                 "ng Kh\xaa\n2,C\xc8m B\xd7nh\n3,Th\xb9"
                                 "ch H\xb5\n");
  const LoadedTable loaded = load_table({.files = {path.string()}, .encoding = "tcvn3"});
  EXPECT_THAT(loaded.table.find("ten")->texts, ElementsAre("Hương Khê", "Cẩm Bình", "Thạch Hà"));
}

TEST(LoadTable, FilesAreAppended) {
  const test::TemporaryFolder folder;
  const auto a = folder.write("a.csv", "ma,v\n1,5\n");
  const auto b = folder.write("b.csv", "ma,v\n2,6\n");
  const LoadedTable loaded = load_table({.files = {a.string(), b.string()}});
  EXPECT_EQ(loaded.table.row_count(), 2U);
  EXPECT_EQ(loaded.table.file_of(1), b.string());
}

TEST(LoadTable, ColumnsThatDifferInCaseBlanksAndFormAreOne) {
  const test::TemporaryFolder folder;
  const auto a = folder.write("a.csv", "Mã xã,Tỷ lệ,Hộ nghèo\n1,5,7\n");
  const auto b = folder.write("b.csv", "MÃ  XÃ,Ty\u0309 le\u0323\u0302,Hộ nghèo (%)\n2,6,8\n");
  const auto c = folder.write("c.csv", "ma xa,Tỷ lệ,Hộ nghèo\n3,7,9\n");
  const LoadedTable loaded = load_table({.files = {a.string(), b.string(), c.string()}});
  EXPECT_THAT(loaded.table.find("Mã xã")->texts, ElementsAre("1", "2", "3"));
  EXPECT_THAT(loaded.table.find("Tỷ lệ")->texts, ElementsAre("5", "6", "7"));
  EXPECT_THAT(loaded.table.find("Hộ nghèo")->texts, ElementsAre("7", "", "9")) << "no share for a count";
  ASSERT_EQ(test::count_rule(loaded.findings, "table.columns-alike"), 2U);
  for (const base::Finding& finding : loaded.findings) {
    if (finding.rule != "table.columns-alike") continue;
    const bool marks = finding.file == c.string();
    EXPECT_EQ(finding.severity, marks ? base::Severity::warning : base::Severity::note);
  }
}

TEST(LoadTable, AColumnIsTakenForNoneThatItsFileHasItself) {
  const test::TemporaryFolder folder;
  const auto a = folder.write("a.csv", "ma,v\n1,5\n");
  const auto b = folder.write("b.csv", "ma,v,V\n2,6,60\n");
  const LoadedTable loaded = load_table({.files = {a.string(), b.string()}});
  EXPECT_THAT(loaded.table.find("v")->texts, ElementsAre("5", "6"));
  EXPECT_EQ(test::count_rule(loaded.findings, "table.columns-alike"), 0U);
}

TEST(LoadTable, AttributesOfALayerAreATable) {
  const test::SampleProject sample;
  const LoadedTable loaded = load_table({.files = {(sample.folder / "units.geojson").string()}});
  EXPECT_EQ(loaded.table.row_count(), 4U);
}

TEST(LoadLayer, KnowsVectorFilesByTheirExtension) {
  EXPECT_TRUE(is_vector_file("Đắk Lắk/XA.SHP"));
  EXPECT_TRUE(is_vector_file("xa.gpkg:lop"));
  EXPECT_FALSE(is_vector_file("bang.xlsx:Trang 1"));
  EXPECT_FALSE(is_vector_file("bang"));
}

}  // namespace
}  // namespace ntmap::app
