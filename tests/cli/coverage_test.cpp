#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// One area over the west half of the first unit and a ninth-of-a-degree beyond it.
constexpr const char* k_areas =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"ma":"A","nam":2023},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[105.75,18.3],[105.85,18.3],[105.85,18.4],[105.75,18.4],[105.75,18.3]]]}}]})";

Outcome coverage(const TwoUnits& units, std::vector<std::string> more) {
  units.folder.write("areas.geojson", k_areas);
  std::vector<std::string> arguments{"coverage", "--boundaries", "units.geojson", "--areas", "areas.geojson",
                                     "--code",   "code",         "--name",        "name"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return units.run(arguments);
}

TEST(CoverageCommand, MeasuresBoundariesAndAreasWithoutAProject) {
  const TwoUnits units;
  const Outcome run = coverage(units, {"-o", "phu.csv"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("ha in 2 units are covered: 25.0 %"), HasSubstr("outside every unit")));
  EXPECT_THAT(run.err, HasSubstr("lie outside every unit")) << "it is also a warning with the area's name";
  const std::string csv = read_bytes(units.folder / "phu.csv");
  EXPECT_THAT(csv,
              AllOf(HasSubstr("code,name,unit_ha,covered_ha,covered_pct,areas\r\n"),
                    HasSubstr("\"00097\",Hương Khê,"),
                    AnyOf(HasSubstr(",50,1\r\n"), HasSubstr(",50.0001,1\r\n"), HasSubstr(",49.9999,1\r\n")),
                    HasSubstr(",0,0,0\r\n")));
}

TEST(CoverageCommand, NeverReplacesWhatItReadsNorOneOutputByTheOther) {
  const TwoUnits units;
  EXPECT_EQ(coverage(units, {"-o", "areas.geojson", "--overwrite"}).code, 2);
  EXPECT_EQ(coverage(units, {"-o", "a.gpkg", "--pieces", "a.gpkg"}).code, 2);
}

TEST(CoverageCommand, JsonIsTheSummary) {
  const TwoUnits units;
  const Outcome run = coverage(units, {"--json", "--target", "40", "--year", "nam", "--by", "2023"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out,
              AllOf(StartsWith(R"([{"areas":"areas")"), HasSubstr(R"("date":"2023-12-31")"),
                    HasSubstr(R"("target":{"pct":40,"reaching":1})"), HasSubstr(R"("outside":[{"area":)")));
}

TEST(CoverageCommand, WritesLayersAndPieces) {
  const TwoUnits units;
  const Outcome run = coverage(units, {"-o", "phu.gpkg", "--pieces", "phan.geojson", "--area-code", "ma"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(read_bytes(units.folder / "phan.geojson"),
              AllOf(HasSubstr("\"area\":\"A\""), HasSubstr("\"status\":\"working\"")));
  EXPECT_GT(std::filesystem::file_size(units.folder / "phu.gpkg"), 10'000U);
  EXPECT_EQ(coverage(units, {"-o", "phu.gpkg"}).code, 1) << "not overwritten unasked";
}

TEST(CoverageCommand, ProjectsNameTheirAreas) {
  const TwoUnits units;
  units.folder.write("areas.geojson", k_areas);
  EXPECT_THAT(units.run({"coverage", "du_an.toml"}).err, HasSubstr("has no [[areas]]"));
  units.folder.write("du_an.toml",
                     std::string(k_project) +
                         "[[areas]]\nid = \"nuoc\"\nkind = \"water-supply\"\nfile = \"areas.geojson\"\n");
  const Outcome run = units.run({"coverage", "du_an.toml", "-o", "phu.geojson"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("Centralised water supply"));
  const Outcome wrong = units.run({"coverage", "du_an.toml", "--areas", "nuco"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("nuoc"));
}

/// Areas of these dates, each a box of a tenth of the first unit; an empty text has no date.
std::string dated_areas(const std::vector<std::string>& dates) {
  std::string features;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const double west = 105.8 + 0.01 * static_cast<double>(i);
    const std::string w = std::to_string(west);
    const std::string e = std::to_string(west + 0.01);
    features += std::string(i == 0 ? "" : ",") + R"({"type":"Feature","properties":{"nam":)" +
                (dates[i].empty() ? "null" : dates[i]) +
                R"(},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",18.3],[" + e + ",18.3],[" + e +
                ",18.4],[" + w + ",18.4],[" + w + ",18.3]]]}}";
  }
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

Outcome coverage_of(const TwoUnits& units, const std::string& areas, std::vector<std::string> more) {
  units.folder.write("vung.geojson", areas);
  std::vector<std::string> arguments{"coverage", "--boundaries", "units.geojson", "--code",
                                     "code",     "--areas",      "vung.geojson"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return units.run(arguments);
}

TEST(CoverageCommand, TheDateReachesEveryRowAndColumn) {
  const TwoUnits units;
  const std::string areas = dated_areas({"2021", "2023", "2025", ""});
  const Outcome run =
      coverage_of(units, areas, {"--year", "nam", "--by", "2023", "--by-year", "-o", "phu.csv"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("at work: 2 areas"), HasSubstr("the end of 2021"),
                             HasSubstr("the end of 2023"), HasSubstr("after the end of 2023: 1 area"),
                             HasSubstr("year not known: 1 area"), Not(HasSubstr("2025"))));
  EXPECT_THAT(read_bytes(units.folder / "phu.csv"),
              AllOf(HasSubstr("ha_2021,ha_2023\r\n"), Not(HasSubstr("ha_2025"))));
  const Outcome all = coverage_of(units, areas, {"--year", "nam", "--by-year", "-o", "tat_ca.csv"});
  EXPECT_THAT(all.out, HasSubstr("with those of no known year (1 area)"));
  EXPECT_THAT(read_bytes(units.folder / "tat_ca.csv"), HasSubstr("ha_2021,ha_2023,ha_2025,ha_no_year\r\n"));
}

TEST(CoverageCommand, FailsWhereNoAreaCanBeUsed) {
  const TwoUnits units;
  const std::string swapped =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
      R"({"type":"Polygon","coordinates":[[[18.3,105.8],[18.4,105.8],[18.4,105.9],[18.3,105.9],[18.3,105.8]]]}}]})";
  const Outcome run = coverage_of(units, swapped, {"-o", "phu.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, AllOf(HasSubstr("axes are swapped"), HasSubstr("none of the 1 areas can be used")));
  EXPECT_EQ(run.out, "");
  EXPECT_FALSE(std::filesystem::exists(units.folder / "phu.csv"));
}

TEST(CoverageCommand, WithoutAProjectEveryFindingIsTold) {
  const TwoUnits units;
  const Outcome run = coverage_of(units, dated_areas({"1", "2", "3", "4", "5", "6", "7"}), {"--year", "nam"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("“7” is no year or date"), Not(HasSubstr("ntmap check"))));
}

TEST(CoverageCommand, SaysWhatItTakesTheAreasFor) {
  const TwoUnits units;
  EXPECT_THAT(coverage(units, {}).err, HasSubstr("--kind land-consolidation"));
  const Outcome land = coverage(units, {"--kind", "land-consolidation"});
  EXPECT_THAT(land.err, Not(HasSubstr("--kind")));
  EXPECT_THAT(land.out, StartsWith("Land consolidation"));
}

TEST(CoverageCommand, NumbersInMessagesAreWrittenAsPeopleWriteThem) {
  const TwoUnits units;
  EXPECT_THAT(coverage(units, {"--target", "150"}).err, HasSubstr("it must be 0 to 100"));
}

TEST(CoverageCommand, RefusesWhatMakesNoSense) {
  const TwoUnits units;
  EXPECT_EQ(coverage(units, {"-o", "phu.shp"}).code, 2);
  EXPECT_EQ(coverage(units, {"--by", "mai"}).code, 2);
  EXPECT_EQ(coverage(units, {"--target", "400"}).code, 2);
  EXPECT_EQ(coverage(units, {"--hectares", "flat"}).code, 2);
  EXPECT_THAT(coverage(units, {"--hectares", "crs"}).err, HasSubstr("degrees"))
      << "planar in degrees means nothing";
  EXPECT_EQ(units.run({"coverage", "--boundaries", "units.geojson"}).code, 2);
}

}  // namespace
}  // namespace ntmap::test
