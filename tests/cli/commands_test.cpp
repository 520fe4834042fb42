#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/image_difference.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::vector<std::string> k_join{
    "join",    "--units",  "units.geojson", "--unit-fields", "code=code,name=name", "--table",
    "ten.csv", "--fields", "name=xa",       "--report",      "bao cao.csv"};

TEST(Info, SaysWhatAFileHolds) {
  const TwoUnits units;
  const Outcome run = units.run({"info", "units.geojson", "values.csv"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("Features: 2"), HasSubstr("WGS 84"), HasSubstr("water_pct")));
  EXPECT_THAT(run.out, AllOf(HasSubstr("Hương Khê | Cẩm Bình"), HasSubstr("values.csv")));
}

TEST(Info, JsonIsOneObjectAFile) {
  const TwoUnits units;
  const Outcome run = units.run({"--json", "info", "units.geojson"});
  EXPECT_THAT(run.out, StartsWith(R"({"path":"units.geojson","driver":"GeoJSON")"));
  EXPECT_THAT(run.out, HasSubstr(R"("fields":["code","name","water_pct"])"));
}

TEST(Info, SaysWhatARasterIsAndWhatItIsFor) {
  const std::string raster = checkout("gis_data/hatinh/areas/households.tif").string();
  const Outcome run = ntmap({"info", raster});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("GeoTIFF, a raster"), HasSubstr("bands: 1 (UInt16)"),
                             HasSubstr("EPSG:9209"), HasSubstr("500 x 500 m"), HasSubstr("[[weights]]")));
  const Outcome json = ntmap({"--json", "info", raster});
  EXPECT_THAT(json.out, AllOf(HasSubstr(R"("raster":{"width":)"), HasSubstr(R"("epsg":"9209")")));
}

TEST(Check, SoundProjectsEndWithZero) {
  const TwoUnits units;
  const Outcome run = units.run({"check", "du_an.toml"});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_THAT(run.out, HasSubstr("0 errors"));
}

TEST(Check, ErrorsEndWithOneAndAreTheResult) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n00098,190\n");
  const Outcome run = units.run({"check", "du_an.toml"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("values.csv"), HasSubstr("row 3"), HasSubstr("190"), HasSubstr("1 error, ")));
  EXPECT_THAT(run.out, Not(HasSubstr("values.csv, values.csv")));
  const Outcome json = units.run({"check", "du_an.toml", "--json"});
  EXPECT_EQ(json.code, 1);
  EXPECT_THAT(json.out, AllOf(StartsWith("["), HasSubstr(R"("rule":"figures.out-of-range")")));
}

TEST(Join, WritesAReportOfEveryRow) {
  const TwoUnits units;
  units.folder.write("ten.csv", "xa\nHUONG KHE\nKhông Đâu\n");
  const Outcome run = units.run(k_join);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("2 rows: 1 matched"));
  EXPECT_THAT(run.out, HasSubstr("bao cao.csv"));
  const std::string report = read_bytes(units.folder / "bao cao.csv");
  EXPECT_THAT(report, AllOf(HasSubstr("1,matched,unmarked,00097,Hương Khê"), HasSubstr("2,unmatched")));
}

TEST(Join, RolesThatMakeNoSenseAreUsageErrors) {
  const TwoUnits units;
  std::vector<std::string> arguments = k_join;
  arguments[4] = "code";
  const Outcome run = units.run(arguments);
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("role=field"));
}

TEST(Render, PrintsThePathAndNothingElse) {
  const TwoUnits units;
  const Outcome run = units.on_units("render", {"-o", "map.svg"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out, "map.svg\n");
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(listing(units.folder.path()).size(), 4U) << "three inputs and the map";
}

TEST(Render, ProjectsAndTablesAsWell) {
  const TwoUnits units;
  EXPECT_EQ(units.run({"render", "du_an.toml", "-o", "a.pdf"}).code, 0);
  const Outcome run =
      units.run({"render", "--boundaries", "units.geojson", "--code",   "code",     "--table", "values.csv",
                 "--key",  "code",         "--value",       "pct",      "--method", "jenks",   "--classes",
                 "2",      "--palette",    "Blues",         "--labels", "off",      "-o",      "b.svg"});
  EXPECT_EQ(run.code, 0) << run.err;
}

TEST(Render, OverwriteReplaces) {
  const TwoUnits units;
  units.folder.write("map.svg", "old");
  EXPECT_EQ(units.on_units("render", {"-o", "map.svg", "--overwrite"}).code, 0);
  EXPECT_THAT(read_bytes(units.folder / "map.svg"), HasSubstr("<svg"));
}

TEST(Render, PathsWithSpacesAndMarks) {
  const TwoUnits units;
  const auto folder = units.folder / "Đắk Lắk 2025";
  std::filesystem::create_directory(folder);
  std::filesystem::copy(units.folder / "units.geojson", folder / "xã mới.geojson");
  const Outcome run = units.run({"render", "--boundaries", "Đắk Lắk 2025/xã mới.geojson", "--code", "code",
                                 "--value", "water_pct", "-o", "Đắk Lắk 2025/bản đồ.svg"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(std::filesystem::exists(folder / "bản đồ.svg"));
}

TEST(Render, WarningsGoToStderr) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n55555,90\n");
  const Outcome run = units.run({"render", "du_an.toml", "-o", "map.svg"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "map.svg\n");
  EXPECT_THAT(run.err, AllOf(HasSubstr("WARNING"), HasSubstr("values.csv, row 3"), HasSubstr("55555")));
}

TEST(Render, LanguageOfMessagesAndMap) {
  const TwoUnits units;
  EXPECT_EQ(units.on_units("render", {"-o", "vi.svg", "--lang", "vi"}).code, 0);
  EXPECT_EQ(units.on_units("render", {"-o", "en.svg", "--lang", "en"}).code, 0);
  EXPECT_NE(read_bytes(units.folder / "vi.svg"), read_bytes(units.folder / "en.svg"));
  EXPECT_THAT(units.run({"--lang", "vi", "info", "no.shp"}).err,
              StartsWith("Lỗi: Không tìm thấy tệp no.shp"));
}

TEST(Render, JsonIsOneObjectWithPathAndFindings) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n55555,90\n");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"render", "du_an.toml", "-o", "bản đồ.svg", "--json"},
        {"render", "du_an.toml", "-o", "bản đồ.svg", "--legend", "--json", "--overwrite"},
        {"--json", "export", "du_an.toml", "-o", "bản đồ.csv"}}) {
    const Outcome run = units.run(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, StartsWith(R"({"file":"bản đồ.)"));
    EXPECT_THAT(run.out, HasSubstr(R"("severity":"warning","rule":"join.unmatched","file":"values.csv")"));
    EXPECT_THAT(run.out, testing::EndsWith("}]}\n"));
    EXPECT_EQ(run.err, "") << "findings are told once";
  }
}

TEST(Render, PicturesOfPapersAreForPrint) {
  const TwoUnits units;
  const auto size = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"-o", "a.PNG", "--overwrite"});
    const Outcome run = units.on_units("render", more);
    EXPECT_EQ(run.code, 0) << run.err;
    const Image picture = read_png(units.folder / "a.PNG");
    return std::pair(picture.width, picture.height);
  };
  EXPECT_EQ(size({"--size", "A4", "--dpi", "100"}), std::pair(1169, 827));
  EXPECT_EQ(size({"--size", "16:9"}), std::pair(1920, 1080));
  EXPECT_EQ(size({"--size", "A4-portrait", "--legend"}).first, 856);
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"-o", "b.pdf", "--dpi", "300"},
                                                {"-o", "b.png", "--dpi", "300"},
                                                {"-o", "b.png", "--size", "A4", "--dpi", "5000"}}) {
    const Outcome run = units.on_units("render", wrong);
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("--dpi"));
  }
}

TEST(Export, SameRunSameBytes) {
  const TwoUnits units;
  for (const std::string file : {"a.geojson", "b.geojson", "a.tif", "b.tif"}) {
    const Outcome run = units.on_units("export", {"-o", file});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, file + "\n");
  }
  EXPECT_EQ(read_bytes(units.folder / "a.geojson"), read_bytes(units.folder / "b.geojson"));
  EXPECT_EQ(read_bytes(units.folder / "a.tif"), read_bytes(units.folder / "b.tif"));
  EXPECT_THAT(read_bytes(units.folder / "a.geojson"), Not(HasSubstr("NaN")));
}

}  // namespace
}  // namespace ntmap::test
