#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "file_bytes.hpp"
#include "support/wkt.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// Every failure leaves the folder as it was, says something on stderr and nothing on stdout.
class BadInput : public ::testing::Test {
 protected:
  std::string fails(int code, const std::vector<std::string>& arguments) {
    const auto before = listing(m_units.folder.path());
    const Outcome run = m_units.run(arguments);
    EXPECT_EQ(run.code, code) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("→")) << "no remedy";
    EXPECT_TRUE(listing(m_units.folder.path()) == before) << "a file was left or changed";
    return run.err;
  }
  std::string fails_on(int code, const std::string& boundaries, const std::string& output = "map.svg") {
    return fails(
        code, {"render", "--boundaries", boundaries, "--code", "code", "--value", "water_pct", "-o", output});
  }
  std::string fails_with(int code, std::vector<std::string> more) {
    std::vector<std::string> arguments{"render", "--boundaries", "units.geojson", "--code", "code"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {"-o", "map.svg"});
    return fails(code, arguments);
  }

  TwoUnits m_units;
};

TEST_F(BadInput, MissingFile) {
  EXPECT_THAT(fails_on(1, "unit.geojson"), AllOf(HasSubstr("unit.geojson"), HasSubstr("“units.geojson”")));
  EXPECT_THAT(fails(1, {"render", "duan.toml", "-o", "map.svg"}), HasSubstr("duan.toml"));
  EXPECT_THAT(fails(1, {"check", "duan.toml"}), HasSubstr("duan.toml"));
  EXPECT_THAT(fails(1, {"info", "no.shp"}), HasSubstr("no.shp"));
}

TEST_F(BadInput, WrongFieldNamesTheNearest) {
  EXPECT_THAT(fails_with(1, {"--value", "water_pc"}),
              AllOf(HasSubstr("units.geojson"), HasSubstr("“water_pct”")));
  EXPECT_THAT(fails_with(1, {"--table", "values.csv", "--key", "cod", "--value", "pct"}),
              AllOf(HasSubstr("values.csv"), HasSubstr("Did you mean “code”")));
  EXPECT_THAT(fails_with(1, {"--name", "nam", "--value", "water_pct"}), HasSubstr("Did you mean “name”"));
}

TEST_F(BadInput, TableWithoutTheKey) {
  m_units.folder.write("values.csv", "xa,pct\nHương Khê,10\n");
  EXPECT_THAT(fails_with(1, {"--table", "values.csv", "--value", "pct"}),
              AllOf(HasSubstr("values.csv"), HasSubstr("“code”")));
  EXPECT_THAT(fails(2, {"render", "--boundaries", "units.geojson", "--table", "values.csv", "--value", "pct",
                        "-o", "a.svg"}),
              HasSubstr("--code"));
}

TEST_F(BadInput, EmptyLayer) {
  m_units.folder.write("e.geojson", R"({"type":"FeatureCollection","features":[]})");
  EXPECT_THAT(fails_on(1, "e.geojson"), AllOf(HasSubstr("e.geojson"), HasSubstr("is empty")));
  write_shapefile(m_units.folder, {}, {});
  EXPECT_THAT(fails(1, {"render", "--boundaries", "communes.shp", "--value", "code", "-o", "map.svg"}),
              HasSubstr("communes.shp"));
  m_units.folder.write("zero.geojson", "");
  EXPECT_THAT(fails_on(1, "zero.geojson"), HasSubstr("zero.geojson"));
}

TEST_F(BadInput, PointsInsteadOfPolygons) {
  m_units.folder.write(
      "p.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},)"
                   R"("geometry":{"type":"Point","coordinates":[105.8,18.3]}}]})");
  EXPECT_THAT(fails_on(1, "p.geojson"), AllOf(HasSubstr("p.geojson"), HasSubstr("olygon")));
}

TEST_F(BadInput, NoCoordinateSystem) {
  write_shapefile(m_units.folder, from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4))"}), {{"1", "a"}});
  EXPECT_THAT(fails(1, {"render", "--boundaries", "communes.shp", "--value", "code", "-o", "map.svg"}),
              AllOf(HasSubstr("communes.shp"), HasSubstr("--crs EPSG:")));
}

TEST_F(BadInput, ADirectory) {
  std::filesystem::create_directory(m_units.folder / "thư mục");
  EXPECT_THAT(fails_on(2, "thư mục"), AllOf(HasSubstr("thư mục"), HasSubstr("folder")));
  EXPECT_THAT(fails(2, {"check", "thư mục"}), HasSubstr("thư mục"));
  std::filesystem::create_directory(m_units.folder / "out.svg");
  EXPECT_THAT(fails_on(2, "units.geojson", "out.svg"), HasSubstr("out.svg"));
}

TEST_F(BadInput, UnwritableOutput) {
  EXPECT_THAT(fails_on(1, "units.geojson", "no/such/map.svg"), HasSubstr("no/such"));
  EXPECT_THAT(fails_on(1, "units.geojson", "values.csv/map.svg"), HasSubstr("values.csv"));
  EXPECT_THAT(fails_on(1, "units.geojson", "/proc/map.svg"), HasSubstr("/proc"));
  EXPECT_THAT(fails(1, {"export", "du_an.toml", "-o", "/proc/map.geojson"}), HasSubstr("/proc"));
  EXPECT_THAT(fails(1, {"join", "--units", "units.geojson", "--unit-fields", "code=code,name=name", "--table",
                        "values.csv", "--fields", "code=code", "--report", "no/report.csv"}),
              HasSubstr("no"));
}

TEST_F(BadInput, ExistingFilesAreKeptWithoutOverwrite) {
  m_units.folder.write("map.svg", "mine");
  m_units.folder.write("map.geojson", "mine");
  m_units.folder.write("report.csv", "mine");
  EXPECT_THAT(fails_on(1, "units.geojson"), AllOf(HasSubstr("map.svg"), HasSubstr("--overwrite")));
  EXPECT_THAT(fails(1, {"export", "du_an.toml", "-o", "map.geojson"}), HasSubstr("--overwrite"));
  EXPECT_THAT(fails(1, {"join", "--units", "units.geojson", "--unit-fields", "code=code,name=name", "--table",
                        "values.csv", "--fields", "code=code", "--report", "report.csv"}),
              HasSubstr("--overwrite"));
}

TEST_F(BadInput, AFailedOverwriteKeepsTheOldFile) {
  m_units.folder.write("map.svg", "mine");
  m_units.folder.write("values.csv", "xa,pct\n1,2\n");
  fails(1, {"render", "du_an.toml", "-o", "map.svg", "--overwrite"});
}

TEST_F(BadInput, SizesThatMakeNoSense) {
  for (const std::string size : {"0x0", "100000x100000", "-5x20", "big", "640"}) {
    EXPECT_THAT(fails(2, {"render", "du_an.toml", "--size=" + size, "-o", "map.svg"}), HasSubstr(size));
    EXPECT_THAT(fails(2, {"render", "du_an.toml", "--plain", "--size=" + size, "-o", "map.png"}),
                HasSubstr(size));
    EXPECT_THAT(fails(2, {"export", "du_an.toml", "--size=" + size, "-o", "map.tif"}), HasSubstr("→"));
  }
}

TEST_F(BadInput, UnknownKindsOfOutput) {
  EXPECT_THAT(fails_on(2, "units.geojson", "map.bmp"), AllOf(HasSubstr(".bmp"), HasSubstr(".png")));
  EXPECT_THAT(fails_on(2, "units.geojson", "map"), HasSubstr(".png"));
  EXPECT_THAT(fails(2, {"export", "du_an.toml", "-o", "map.docx"}), HasSubstr(".docx"));
}

TEST_F(BadInput, OptionsThatContradict) {
  EXPECT_THAT(fails(2, {"render", "du_an.toml", "--boundaries", "units.geojson", "-o", "map.svg"}),
              HasSubstr("Choose one"));
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--method", "manual"}), HasSubstr("--breaks"));
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--method", "jenk"}), HasSubstr("Did you mean “jenks”"));
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--plain"}), HasSubstr("--plain"));
  EXPECT_THAT(fails(2, {"render", "du_an.toml", "--plain", "--video", "-o", "map.png"}),
              HasSubstr("--video"));
  EXPECT_THAT(fails(2, {"export", "du_an.toml", "--to-crs", "EPSG:9209", "-o", "a.geojson"}),
              HasSubstr("--to-crs"));
  EXPECT_THAT(fails(2, {"render", "-o", "map.svg"}), HasSubstr("--boundaries"));
}

TEST_F(BadInput, UnknownNamesNameTheNearest) {
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--palette", "Blue"}), HasSubstr("Blues"));
  EXPECT_THAT(fails(2, {"render", "du_an.toml", "--theme", "nuoc_sach", "-o", "map.svg"}),
              HasSubstr("“nuoc-sach”"));
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--encoding", "utf9"}), HasSubstr("utf-8"));
}

/// One rule for all commands: what is chosen by name from the project or the program and is not there is
/// wrong usage (2); what a file lacks is a failure (1).
TEST_F(BadInput, NamesThatAreNotThereAreWrongUsageInEveryCommand) {
  for (const char* command : {"render", "export"}) {
    const std::string output = std::string(command) == "render" ? "a.svg" : "a.geojson";
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--theme", "khong"}, {"--period", "2099"}}) {
      fails(2, {command, "du_an.toml", wrong[0], wrong[1], "-o", output});
    }
    fails(2, {command, "--boundaries", "units.geojson", "--code", "code", "--value", "water_pct", "--palette",
              "Bleus", "-o", output});
    fails(1, {command, "--boundaries", "units.geojson", "--code", "code", "--value", "khong", "-o", output});
    fails(1, {command, "khong.toml", "-o", output});
  }
  fails(2, {"render", "du_an.toml", "--areas", "khong", "-o", "a.svg"});
  fails(2, {"render", "du_an.toml", "--scene", "khong", "-o", "a.svg"});
  fails(2, {"crosswalk", "du_an.toml", "--from", "khong", "--to", "a"});
  const std::string sample = checkout("gis_data/hatinh.toml").string();
  fails(2, {"coverage", sample, "--areas", "khong"});
  fails(2, {"coverage", sample, "--period", "2099"});
  fails(2, {"evaluate", sample, "--period", "2099"});
  fails(2, {"evaluate", sample, "--what-if", "KHONG:3.1=85"});
}

TEST_F(BadInput, WhatIsNamedBesideAProjectIsNotPassedOver) {
  for (const char* option : {"--value", "--palette", "--method", "--table", "--crs"}) {
    EXPECT_THAT(fails(2, {"render", "du_an.toml", option, "x", "-o", "map.svg"}),
                AllOf(HasSubstr(option), HasSubstr("--theme")));
  }
  EXPECT_THAT(fails(2, {"export", "du_an.toml", "--reverse", "-o", "map.csv"}), HasSubstr("--reverse"));
}

TEST_F(BadInput, NothingToDrawIsSaidByWhatIsMissing) {
  EXPECT_THAT(fails_with(2, {}), HasSubstr("Add --value FIELD."));
  EXPECT_THAT(fails_with(2, {"--value", ""}), HasSubstr("--value"));
  m_units.folder.write("du_an.toml",
                       std::string(k_project).substr(0, std::string(k_project).find("[[themes]]")));
  EXPECT_THAT(fails(2, {"render", "du_an.toml", "-o", "map.svg"}), HasSubstr("Add [[themes]] to du_an.toml"));
}

TEST_F(BadInput, AColumnOfWordsIsNotDrawnAsFigures) {
  for (const char* command : {"render", "export"}) {
    const std::string output = std::string(command) == "render" ? "a.svg" : "a.geojson";
    EXPECT_THAT(fails(1, {command, "--boundaries", "units.geojson", "--code", "code", "--value", "name", "-o",
                          output}),
                AllOf(HasSubstr("no cell is a number"), HasSubstr("Hương Khê"), HasSubstr("ntmap info")));
  }
}

TEST(OutOfRange, IsSaidWithTheRangeOfTheFigures) {
  const TwoUnits units;
  const Outcome run = units.run({"export", "--boundaries", "units.geojson", "--code", "code", "--value",
                                 "water_pct", "--breaks", "0,10,30", "-o", "a.geojson"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("1 of 2 units with a figure lie outside all classes"),
                             HasSubstr("from 20 to 80"), HasSubstr("--breaks")));
}

TEST_F(BadInput, BrokenProjectsNameTheLine) {
  m_units.folder.write("du_an.toml", std::string(k_project) + "palete = \"Blues\"\n");
  EXPECT_THAT(fails(1, {"render", "du_an.toml", "-o", "map.svg"}),
              AllOf(HasSubstr("line 22"), HasSubstr("“palette”")));
}

TEST_F(BadInput, SourcesAreNotReplaced) {
  EXPECT_THAT(fails(2, {"export", "--boundaries", "units.geojson", "--code", "code", "--value", "water_pct",
                        "-o", "units.geojson", "--overwrite"}),
              HasSubstr("units.geojson is a source"));
}

TEST_F(BadInput, BoundariesWhereAProjectIsDue) {
  EXPECT_THAT(fails(2, {"render", "units.geojson", "-o", "a.svg"}),
              AllOf(HasSubstr("no project file"), HasSubstr("--boundaries units.geojson")));
}

TEST_F(BadInput, PartOfAThemesNameIsUnderstood) {
  EXPECT_THAT(fails(2, {"render", "du_an.toml", "--theme", "nuoc", "-o", "a.svg"}), HasSubstr("“nuoc-sach”"));
}

TEST_F(BadInput, ParsersSentencesAreInTheUsersLanguage) {
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--classes", "99", "--lang", "vi"}),
              AllOf(HasSubstr("phải từ 1 đến 20"), testing::Not(HasSubstr("not in range"))));
  EXPECT_THAT(fails_with(2, {"--value", "water_pct", "--method", "jenks", "--breaks", "0,50,100"}),
              HasSubstr("--method manual"));
}

TEST(ManyFindings, OfOneKindAreCounted) {
  const TwoUnits units;
  std::string rows = "code,pct,note\n00097,10,\n00098,90,\n";
  for (int row = 0; row < 40; ++row) rows += "1234" + std::to_string(10 + row) + ",5,\"x\"y\n";
  units.folder.write("values.csv", rows);
  const Outcome run = units.run({"render", "du_an.toml", "--plain", "-o", "a.png"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("values.csv: 35 more of this kind"));
  EXPECT_LT(std::count(run.err.begin(), run.err.end(), '\n'), 20);
}

TEST(ManyFindings, OfThoseThatAreCountedOnlyNoneIsForgotten) {
  const TwoUnits units;
  std::string rows = "code,pct,note\n00097,10,\n00098,90,\n";
  for (int row = 0; row < 40; ++row)
    rows += "1234" + std::to_string(10 + row) + (row < 30 ? ",5,\"x\"y\n" : ",5,\n");
  units.folder.write("values.csv", rows);
  const Outcome run = units.run({"render", "du_an.toml", "--plain", "-o", "a.png"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("values.csv: 25 more of this kind")) << "stray quotes";
  EXPECT_THAT(run.err, HasSubstr("40 rows (of 42) have codes that no unit has")) << "told together";
}

}  // namespace
}  // namespace ntmap::test
