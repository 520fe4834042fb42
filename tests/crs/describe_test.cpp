#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "crs/projection.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

using ::testing::HasSubstr;

std::string esri_tm(const std::string& geogcs, double meridian, const std::string& scale) {
  return "PROJCS[\"VN2000_HaTinh\"," + geogcs +
         ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
         "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\"," +
         std::to_string(meridian) + "],PARAMETER[\"Scale_Factor\"," + scale +
         "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
}
const char* const k_esri_wgs84 =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
const char* const k_esri_vn2000 =
    "GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

TEST(Describe, ZoneOfHaTinh) {
  const Description at = describe("EPSG:9209");
  EXPECT_EQ(at.definition, "EPSG:9209");
  EXPECT_EQ(at.epsg, "9209");
  EXPECT_EQ(at.confidence, 100);
  EXPECT_EQ(at.name.vi, "VN-2000, kinh tuyến trục 105°30', múi chiếu 3°");
  EXPECT_EQ(at.name.en, "VN-2000, central meridian 105°30', 3° zone");
  EXPECT_FALSE(at.geographic);
  EXPECT_EQ(at.metres_per_unit, 1);
}

TEST(Describe, SpellingsOfACode) {
  for (const char* const text : {"epsg:9209", " EPSG:9209 ", "Epsg:9209"})
    EXPECT_EQ(describe(text).epsg, "9209");
}

TEST(Describe, DegreesAndUtm) {
  EXPECT_TRUE(describe("EPSG:4326").geographic);
  EXPECT_EQ(describe("EPSG:4756").name.vi, "VN-2000, kinh độ và vĩ độ");
  EXPECT_EQ(describe("EPSG:3405").name.vi, "VN-2000, UTM múi 48N (kinh tuyến trục 105°00', múi chiếu 6°)");
  EXPECT_EQ(describe("EPSG:32649").name.en, "WGS 84, UTM zone 49N (central meridian 111°00', 6° zone)");
}

// What this table says of a system is what PROJ's own database says.
TEST(Describe, TableAgreesWithTheDatabase) {
  for (const System& system : known_systems()) {
    const auto facts = read_facts("EPSG:" + std::string(system.epsg));
    ASSERT_TRUE(facts) << system.epsg;
    EXPECT_EQ(facts->geographic, system.geographic) << system.epsg;
    EXPECT_EQ(facts->datum.find("Vietnam 2000") != std::string::npos, system.datum == Datum::vn2000);
    EXPECT_EQ(facts->semi_major, 6378137);
    EXPECT_NEAR(facts->inverse_flattening, 298.257223563, 1e-9);
    if (system.geographic) continue;
    EXPECT_TRUE(facts->transverse_mercator);
    EXPECT_NEAR(facts->central_meridian, system.central_meridian, 1e-9) << system.epsg;
    EXPECT_DOUBLE_EQ(facts->scale, system.scale);
    EXPECT_EQ(facts->false_easting, 500000);
    EXPECT_EQ(facts->false_northing, 0);
  }
}

TEST(Describe, OtherCodesComeFromTheDatabase) {
  const Description at = describe("EPSG:3857");
  EXPECT_EQ(at.epsg, "3857");
  EXPECT_EQ(at.confidence, 100);
  EXPECT_THAT(at.name.en, HasSubstr("Pseudo-Mercator"));
}

TEST(Describe, EsriTextWithTheRightDatumIsSure) {
  const Description at = describe(esri_tm(k_esri_vn2000, 105.5, "0.9999"));
  EXPECT_EQ(at.definition, "EPSG:9209");
  EXPECT_EQ(at.confidence, 100);
  EXPECT_EQ(describe(k_esri_wgs84).definition, "EPSG:4326");
  EXPECT_EQ(describe(k_esri_vn2000).definition, "EPSG:4756");
}

// The hand-made .prj of many offices: a VN-2000 zone on WGS 84, some 224 m off.
TEST(Describe, HandMadeZoneOnWgs84IsOnlyAGuess) {
  const Description at = describe(esri_tm(k_esri_wgs84, 105.5, "0.9999"));
  EXPECT_EQ(at.epsg, "9209");
  EXPECT_LT(at.confidence, 100);
  EXPECT_THAT(at.name.vi, HasSubstr("224 m"));
  EXPECT_THAT(at.name.vi, HasSubstr("105°30'"));
  EXPECT_THAT(at.definition, HasSubstr("PROJCRS["));
}

TEST(Describe, ProjTextWithTheSevenParametersIsVn2000) {
  const std::string tm = "+proj=tmerc +lat_0=0 +lon_0=106 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 ";
  const Description sure = describe(
      tm +
      "+towgs84=-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278 "
      "+units=m +no_defs +type=crs");
  EXPECT_EQ(sure.definition, "EPSG:9211");
  const Description bare = describe(tm + "+units=m +no_defs +type=crs");
  EXPECT_EQ(bare.epsg, "9211");
  EXPECT_LT(bare.confidence, 100);
}

TEST(Describe, UtmOnWgs84IsItself) {
  const Description at = describe(esri_tm(k_esri_wgs84, 105.0, "0.9996"));
  EXPECT_EQ(at.definition, "EPSG:32648");
  EXPECT_EQ(at.confidence, 100);
}

TEST(Describe, AMeridianOfNoProvinceIsNoZone) {
  EXPECT_NE(describe(esri_tm(k_esri_wgs84, 105.1, "0.9999")).confidence, 100);
  EXPECT_EQ(describe(esri_tm(k_esri_wgs84, 105.1, "0.9999")).epsg.find("92"), std::string::npos);
}

TEST(Describe, RefusesWhatIsNoSystem) {
  for (const char* const text : {"", "EPSG:", "EPSG:1", "EPSG:99999999999999999999", "xin chào",
                                 "PROJCS[\"half", "+proj=nothing", "EPSG:6960", "GEOGCS[]"}) {
    try {
      describe(text);
      ADD_FAILURE() << text;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::ErrorKind::data);
      EXPECT_THAT(error.remedy().vi, HasSubstr("--crs"));
    }
  }
  EXPECT_THROW(describe(std::string(100'000, '[')), base::Error);
}

TEST(Systems, ProvincesByName) {
  EXPECT_EQ(zone_of_province("Hà Tĩnh")->epsg, "9209");
  EXPECT_EQ(zone_of_province("ha tinh")->epsg, "9209");
  EXPECT_EQ(zone_of_province("Tuyên Quang")->central_meridian, 106);
  EXPECT_EQ(zone_of_province("Đắk Lắk")->epsg, "9218");
  EXPECT_EQ(zone_of_province("Atlantis"), nullptr);
  EXPECT_EQ(zone_of_province(""), nullptr);
}

TEST(Systems, DegreesAsText) {
  EXPECT_EQ(degrees_text(105.5), "105°30'");
  EXPECT_EQ(degrees_text(107.75), "107°45'");
  EXPECT_EQ(degrees_text(104.99999999), "105°00'");
}

}  // namespace
}  // namespace ntmap::crs
