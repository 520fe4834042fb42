// info, check, join and crosswalk on hand-made files, as an office sends them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "file_bytes.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::size_t width = 0;
    for (const char c : line) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    widest = std::max(widest, width);
  }
  return widest;
}

TEST(InfoEncoding, ATcvn3ColumnIsShownInEachEncoding) {
  const TemporaryFolder folder;
  // "Kỳ Anh", "Thạch Hà", "Đức Thọ" in TCVN3; the second column is UTF-8.
  folder.write("xa.dbf", dbf_bytes({{"TEN", 'C', 20}, {"HUYEN", 'C', 20}}, {{"K\xFA Anh", "Kỳ Anh"},
                                                                            {"Th\xB9"
                                                                             "ch H\xB5",
                                                                             "Thạch Hà"},
                                                                            {"\xA7\xF8"
                                                                             "c Th\xE4",
                                                                             "Đức Thọ"}}));
  const Outcome run = ntmap({"info", "xa.dbf"}, folder.path());
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("TCVN3 (ABC), detected from the texts (TEN)"),
                             HasSubstr("UTF-8, detected from the texts (HUYEN)"),
                             HasSubstr("TEN in each encoding:"), HasSubstr("Kỳ Anh | Thạch Hà | Đức Thọ")));
  const Outcome json = ntmap({"info", "xa.dbf", "--json"}, folder.path());
  EXPECT_THAT(json.out,
              HasSubstr(R"j({"field":"TEN","encoding":"TCVN3 (ABC)","by":"detected from the texts")j"));
  const Outcome overruled = ntmap({"info", "xa.dbf", "--encoding", "vni"}, folder.path());
  EXPECT_THAT(overruled.out, HasSubstr("VNI, chosen by the user"));
}

TEST(InfoTables, SheetsAndFlawsAreOnThePage) {
  const TemporaryFolder folder;
  folder.write("a.csv", "Báo cáo;;\nMã;Tên;Tỷ lệ\n97;Kỳ Anh;98,5\n98;Thạch Hà;#DIV/0!\nTổng;;98\n");
  const Outcome run = ntmap({"info", "a.csv"}, folder.path());
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("Rows: 2"), HasSubstr("row 4, column “Tỷ lệ”: the cell holds the error"),
                    HasSubstr("a total row was left out: Tổng | 98")));
  EXPECT_EQ(run.err, "");
}

TEST(CheckPage, IsATableThatFitsThePage) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n00098,190\n55555,1\n");
  const Outcome run = units.run({"check", "du_an.toml"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, AllOf(HasSubstr("Severity"), HasSubstr("What to do"), HasSubstr("Error"),
                             HasSubstr("values.csv"), HasSubstr("row 3"), HasSubstr("row 4")));
  EXPECT_LE(widest_line(run.out), 120U);
  EXPECT_LT(run.out.find("Error"), run.out.find("Warning"));
}

TEST(CheckPage, GoesIntoAWorkbookForThoseWhoMustAct) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n00098,190\n");
  EXPECT_EQ(units.run({"check", "du_an.toml", "-o", "loi.csv"}).code, 1);
  const std::string list = read_bytes(units.folder / "loi.csv");
  EXPECT_THAT(list, AllOf(HasSubstr("Severity,File"), HasSubstr("Error,values.csv"),
                          HasSubstr("figures.out-of-range")));
  EXPECT_THAT(units.run({"check", "du_an.toml", "-o", "loi.csv"}).err, HasSubstr("loi.csv"));  // it is there
  EXPECT_EQ(units.run({"check", "du_an.toml", "-o", "loi.xlsx"}).code, 1);
  EXPECT_EQ(units.run({"check", "du_an.toml", "-o", "loi.doc"}).code, 2);
}

TEST(CheckSeal, ChangesAfterSealingAreNamed) {
  const TwoUnits units;
  const Outcome sealed = units.run({"check", "du_an.toml", "--seal"});
  EXPECT_EQ(sealed.code, 0) << sealed.out;
  EXPECT_THAT(read_bytes(units.folder / "du_an.sha256"), HasSubstr("  values.csv"));
  EXPECT_THAT(units.run({"check", "du_an.toml"}).out, Not(HasSubstr("sealed")));
  units.folder.write("values.csv", "code,pct\n00097,11\n00098,90\n");
  EXPECT_THAT(units.run({"check", "du_an.toml"}).out, AllOf(HasSubstr("values.csv"), HasSubstr("sealed")));
}

TEST(CheckSeal, DataWithErrorsAreNotSealed) {
  const TwoUnits units;
  units.folder.write("values.csv", "code,pct\n00097,10\n00098,190\n");
  const Outcome run = units.run({"check", "du_an.toml", "--seal"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("Not sealed"));
  EXPECT_FALSE(std::filesystem::exists(units.folder / "du_an.sha256"));
}

TEST(Join, TheReportNeverReplacesWhatIsMatched) {
  const TemporaryFolder folder;
  folder.write("u.csv", "ma,ten\n00001,Kỳ Sơn\n");
  folder.write("b.csv", "xa\nKỳ Sơn\n");
  for (const std::string input : {"u.csv", "b.csv"}) {
    const std::string before = read_bytes(folder / input);
    const Outcome run = ntmap({"join", "--units", "u.csv", "--unit-fields", "code=ma,name=ten", "--table",
                               "b.csv", "--fields", "name=xa", "--report", input, "--overwrite"},
                              folder.path());
    EXPECT_EQ(run.code, 2) << run.err;
    EXPECT_EQ(read_bytes(folder / input), before);
  }
}

TEST(Join, UnitsThatShareACodeFailItThoughTheReportIsWhole) {
  const TemporaryFolder folder;
  folder.write("u.csv", "ma,ten\n00001,Kỳ Sơn\n00001,Kỳ Tây\n00003,Kỳ Lạc\n");
  folder.write("b.csv", "xa\nKỳ Sơn\nKỳ Lạc\n");
  const Outcome run = ntmap({"join", "--units", "u.csv", "--unit-fields", "code=ma,name=ten", "--table",
                             "b.csv", "--fields", "name=xa", "--report", "r.csv"},
                            folder.path());
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("00001"));
  EXPECT_THAT(read_bytes(folder / "r.csv"),
              AllOf(HasSubstr("1,ambiguous,exact,,,1,00001 Kỳ Sơn; 00001 Kỳ Tây,2"),
                    HasSubstr("2,matched,exact,00003,Kỳ Lạc")));
}

TEST(JoinConfirm, AChoiceIsSavedAndUsedAgain) {
  const TemporaryFolder folder;
  folder.write("u.csv", "ma,ten,huyen\n00001,Kỳ Sơn,Kỳ Anh\n00002,Kỳ Sơn,Hương Khê\n");
  folder.write("b.csv", "xa\nKỳ Sơn\n");
  const auto join = [&](std::vector<std::string> more) {
    std::vector<std::string> all{
        "join",    "--units",    "u.csv",    "--unit-fields", "code=ma,name=ten,district=huyen",
        "--table", "b.csv",      "--fields", "name=xa",       "--report",
        "r.csv",   "--overwrite"};
    all.insert(all.end(), more.begin(), more.end());
    return ntmap(all, folder.path());
  };
  EXPECT_THAT(join({}).out, HasSubstr("0 matched, 1 ambiguous"));
  EXPECT_THAT(join({"--aliases", "ten.csv", "--confirm", "1=00002"}).out, HasSubstr("1 matched"));
  EXPECT_THAT(join({"--aliases", "ten.csv"}).out, HasSubstr("1 matched"));
  EXPECT_THAT(read_bytes(folder / "r.csv"), HasSubstr("1,matched,alias,00002,Kỳ Sơn"));
  EXPECT_EQ(join({"--confirm", "1=00002"}).code, 2) << "there is nowhere to save it";
  EXPECT_EQ(join({"--aliases", "ten.csv", "--confirm", "1:2"}).code, 2);
  EXPECT_EQ(join({"--aliases", "khong.csv"}).code, 1);
}

TEST(Crosswalk, CarriesTheSampleToTheUnitsOfJuly2025) {
  const TemporaryFolder folder;
  const std::string project = checkout("gis_data/hatinh.toml").string();
  const Outcome run =
      ntmap({"crosswalk", project, "--from", "2025-01", "--to", "2025-07", "-o", "moi.csv"}, folder.path());
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("2025-01 → 2025-07: 209 units become 69"),
                             HasSubstr("Consolidated land"), HasSubstr("sum"), HasSubstr("moi.csv")));
  EXPECT_LE(widest_line(run.out), 120U);
  const std::string table = read_bytes(folder / "moi.csv");
  EXPECT_THAT(table, AllOf(HasSubstr("code,name,type,district,"), HasSubstr("ruong_dat"),
                           HasSubstr("% by area"), HasSubstr("estimated by area: ")));
  const Outcome json =
      ntmap({"crosswalk", project, "--from", "2020", "--to", "2025-07", "--json"}, folder.path());
  EXPECT_THAT(json.out, AllOf(HasSubstr(R"("from":"2020","to":"2025-07")"), HasSubstr(R"("by_area":true)")));
}

TEST(Crosswalk, ErrorsInItsFiguresLeaveNoFile) {
  const TemporaryFolder folder;
  folder.write("units.geojson", k_two_units);
  folder.write("values.csv", "code,pct\n00097,10\n00098,90\n");
  folder.write("chuyen.csv", "old_code,new_code,share\n00097,00097,1\n00098,00098,1\n");
  folder.write("du_an.toml", R"([project]
title = "Thử"
[[boundaries]]
id = "cu"
file = "units.geojson"
code = "code"
name = "name"
valid_to = 2024-12-31
[[boundaries]]
id = "moi"
file = "units.geojson"
code = "code"
name = "name"
valid_from = 2025-01-01
[[periods]]
id = "2024"
date = 2024-12-31
[[tables]]
id = "t"
file = "values.csv"
key = "code"
period = "2024"
[[crosswalks]]
file = "chuyen.csv"
from = "cu"
to = "moi"
[[indicators]]
id = "v"
table = "t"
field = "pct"
percent = true
carry = "min"
)");
  const auto carried = [&] {
    return ntmap({"crosswalk", "du_an.toml", "--from", "cu", "--to", "moi", "-o", "moi.csv", "--overwrite"},
                 folder.path());
  };
  const Outcome sound = carried();
  EXPECT_EQ(sound.code, 0) << sound.err;
  folder.write("values.csv", "code,pct\n00097,10\n00098,190\n");
  const Outcome wrong = carried();
  EXPECT_EQ(wrong.code, 1);
  EXPECT_THAT(wrong.err, HasSubstr("190"));
  EXPECT_THAT(wrong.err, HasSubstr("moi.csv is not written"));
  EXPECT_THAT(wrong.out, Not(HasSubstr("moi.csv")));
  EXPECT_THAT(read_bytes(folder / "moi.csv"), HasSubstr("\"00098\",Cẩm Bình,,,90,")) << "that of before";
}

TEST(CheckJson, BytesThatAreNoUtf8AreReplaced) {
  const TwoUnits units;
  units.folder.write("values.csv", "B\xF5o cáo,,\ncode,pct,ghi chú\n00097,10,\n00098,90,\n");
  const Outcome run = units.run({"check", "du_an.toml", "--json"});
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("table.title-rows"), HasSubstr("B\uFFFDo cáo"), Not(HasSubstr("\xF5"))));
}

TEST(Crosswalk, WrongUsageIsNamed) {
  const std::string project = checkout("gis_data/hatinh.toml").string();
  EXPECT_EQ(ntmap({"crosswalk", project, "--from", "2020"}).code, 2);
  const Outcome back = ntmap({"crosswalk", project, "--from", "2025-07", "--to", "2020"});
  EXPECT_EQ(back.code, 1);
  EXPECT_THAT(back.err, HasSubstr("swap --from and --to"));
  const Outcome unknown = ntmap({"crosswalk", project, "--from", "2025-1", "--to", "2025-07"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("“2025-01”"));
  EXPECT_EQ(ntmap({"crosswalk", project, "--from", "2020", "--to", "2025-07", "-o", "a.pdf"}).code, 2);
}

}  // namespace
}  // namespace ntmap::test
