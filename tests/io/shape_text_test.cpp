#include "io/shape_text.hpp"

#include <gtest/gtest.h>

namespace ntmap::io {
namespace {

std::string collection(const std::string& coordinates, const std::string& before = {}) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"coordinates":[[1]]}},)"
         "\n"
         R"({"type":"Feature",)" +
         before + R"("geometry":{"type":"Polygon","coordinates":)" + coordinates + "}}]}";
}

TEST(ScanGeoJson, CountsThePositionsOfEachFeature) {
  const ShapeTexts texts = scan_geojson(collection("[[[1,2],[3,4,5],[ -1.5e3 , 2 ],[1,2]],[[1,1],[2,2]]]"));
  ASSERT_EQ(texts.features.size(), 2U);
  EXPECT_EQ(texts.features[0].positions, 0U);  // what stands in properties is no shape
  EXPECT_EQ(texts.features[1].positions, 6U);
  EXPECT_EQ(texts.features[1].damaged, 0U);
  EXPECT_TRUE(texts.in_order);
  EXPECT_TRUE(texts.crs.empty());
}

TEST(ScanGeoJson, NamesTheFirstPositionThatIsNoTwoNumbers) {
  for (const std::string bad : {"[null,18.3]", "[106]", "[106,\"18\"]", "[106,NaN]", "[true,false]"}) {
    const ShapeTexts texts = scan_geojson(collection("[[[1,2]," + bad + ",[3,4],[null]]]"));
    ASSERT_EQ(texts.features.size(), 2U);
    EXPECT_EQ(texts.features[1].positions, 4U) << bad;
    EXPECT_EQ(texts.features[1].damaged, 2U) << bad;
    EXPECT_EQ(texts.features[1].first_damaged, bad);
    EXPECT_EQ(texts.features[1].line, 2U);
  }
}

TEST(ScanGeoJson, NumbersOfTheFeaturesOwnMayReorderThem) {
  const auto in_order = [](const std::string& first, const std::string& second) {
    return scan_geojson(R"({"features":[{"id":)" + first + R"(,"geometry":null},{"id":)" + second + "}]}")
        .in_order;
  };
  EXPECT_TRUE(in_order("3", "7"));
  EXPECT_TRUE(in_order("\"b\"", "\"a\""));
  EXPECT_FALSE(in_order("7", "3"));
  EXPECT_FALSE(in_order("\"b\"", "0"));
}

TEST(ScanGeoJson, CollectionsSingleShapesAndTheSystem) {
  const ShapeTexts texts = scan_geojson(
      "\xEF\xBB\xBF"
      R"({"type":"Feature","crs":{"properties":{"name":"foo"}},"geometry":{"geometries":[)"
      R"({"coordinates":[[[1,2],[3,4]]]},{"coordinates":[5,6]}]}})");
  ASSERT_EQ(texts.features.size(), 1U);
  EXPECT_EQ(texts.features[0].positions, 3U);
  EXPECT_EQ(texts.crs, R"({"properties":{"name":"foo"}})");
  EXPECT_TRUE(scan_geojson(R"({"crs":null,"features":[]})").crs.empty());
  EXPECT_EQ(scan_geojson(R"({"type":"Polygon","coordinates":[[[1,2]]]})").features.size(), 1U);
}

TEST(ScanGeoJson, CutAndStrangeTexts) {
  for (const char* text :
       {"", "{", "]", "[[[[", "{\"features\":[{\"geometry\":{\"coordinates\":[[[1,2", "\"a\\"}) {
    EXPECT_LE(scan_geojson(text).features.size(), 1U) << text;
  }
}

std::string placemark(const std::string& coordinates) {
  return "<kml><Document>\n<Placemark><name>a</name></Placemark><!-- <Placemark> -->\n<kml:Placemark "
         "id=\"b\">"
         "<Polygon><coordinates>" +
         coordinates + "</coordinates></Polygon></kml:Placemark></Document></kml>";
}

TEST(ScanKml, PositionsWithHeightsAndBlanks) {
  const ShapeTexts texts = scan_kml(placemark("1,2 3.5,4,0\n  5 , 6\t-7,+8,"));
  ASSERT_EQ(texts.features.size(), 2U);
  EXPECT_EQ(texts.features[1].positions, 4U);
  EXPECT_EQ(texts.features[1].damaged, 0U) << texts.features[1].first_damaged;
}

TEST(ScanKml, DamagedPositionsAndEmptyRings) {
  for (const std::string bad : {"106", "106.1,abc", "106.1,18\x01", "10x6,18"}) {
    const ShapeTexts texts = scan_kml(placemark("1,2 " + bad + " 3,4"));
    ASSERT_EQ(texts.features.size(), 2U);
    EXPECT_EQ(texts.features[1].damaged, 1U) << bad;
    EXPECT_EQ(texts.features[1].line, 3U);
  }
  EXPECT_EQ(scan_kml(placemark(" \n")).features[1].damaged, 1U);
  EXPECT_EQ(scan_kml("<Placemark><coordinates/></Placemark>").features[0].damaged, 1U);
}

TEST(ScanMif, NumbersThatAreCutShort) {
  const std::string head =
      "Version 300\nColumns 1\n  1 Char(5)\nData\n\nNone\nREGION 1\n  4\n106.1 18.2\n106.2 ";
  const std::string tail = "\n106.2 18.3\n106.1 18.2\n    Pen (1,2,0)\n    Center 106.1 18.2\n";
  const ShapeTexts sound = scan_mif(head + "18.2" + tail);
  ASSERT_EQ(sound.features.size(), 2U);
  EXPECT_EQ(sound.features[1].damaged, 0U);
  EXPECT_EQ(sound.features[1].positions, 4U);
  for (const std::string bad : {"18.2\x17"
                                "6179",
                                "18.2.5", "18,2 5", "1O8"}) {
    const ShapeTexts texts = scan_mif(head + bad + tail);
    ASSERT_EQ(texts.features.size(), 2U);
    EXPECT_EQ(texts.features[1].damaged, 1U) << bad;
    EXPECT_EQ(texts.features[1].line, 10U);
  }
}

}  // namespace
}  // namespace ntmap::io
