#include "app/data/join_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

JoinRequest request(const test::SampleProject& sample, const std::string& rows) {
  JoinRequest request;
  request.units = (sample.folder / "units.geojson").string();
  request.unit_fields = {{"code", "code"}, {"name", "name"}, {"district", "district"}};
  request.table = sample.folder.write("bang.csv", rows).string();
  request.table_fields = {{"name", "xa"}, {"district", "huyen"}};
  return request;
}

TEST(JoinFiles, EveryRowHasALine) {
  const test::SampleProject sample;
  const JoinResult result = join_files(
      request(sample, "xa,huyen,v\nXã Hương Khê,Hương Khê,1\nTran Phu,Hà Tĩnh,2\nKhông Đâu,Hà Tĩnh,3\n"));
  EXPECT_EQ(result.report.matched, 2U);
  EXPECT_EQ(result.report.matched + result.report.ambiguous + result.report.unmatched, 3U);
  EXPECT_THAT(
      result.csv,
      StartsWith(
          "\xEF\xBB\xBFrow,status,method,code,name,score,candidates,file_row,district_from\r\n1,matched,"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n2,matched,unmarked,00098,Trần Phú,"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n3,unmatched,"));
}

TEST(JoinFiles, SaysWhereADistrictCameFrom) {
  const test::SampleProject sample;
  JoinRequest wanted = request(sample, "xa,v\nTrần Phú,1\n");
  wanted.table = sample.folder.write("TP Ha Tinh 2024.csv", "xa,v\nTrần Phú,1\n").string();
  wanted.table_fields = {{"name", "xa"}};
  const JoinResult result = join_files(wanted);
  EXPECT_THAT(result.csv, HasSubstr("1,matched,exact,00098,Trần Phú,1,,2,file\r\n"));
  EXPECT_EQ(test::count_rule(result.findings, "join.district-from-file"), 1U);
}

TEST(JoinFiles, CodesThatNoUnitHasAreToldTogether) {
  const test::SampleProject sample;
  JoinRequest asked = request(sample, "ma,v\n00097,1\n1001,2\n1002,3\n");
  asked.table_fields = {{"code", "ma"}};
  const JoinResult result = join_files(asked);
  EXPECT_EQ(result.report.unmatched, 2U);
  ASSERT_EQ(test::count_rule(result.findings, "join.unmatched"), 1U);
  const auto told = std::find_if(result.findings.begin(), result.findings.end(),
                                 [](const base::Finding& one) { return one.rule == "join.unmatched"; });
  EXPECT_EQ(told->place.en, "row 3, row 4");
  EXPECT_EQ(told->what.en, "2 rows (of 3) have codes that no unit has: 1001, 1002");
  EXPECT_THAT(told->remedy.en, HasSubstr("date of the boundaries"));
}

TEST(JoinFiles, NamesBesideCodesAreComparedUnasked) {
  const test::SampleProject sample;
  JoinRequest asked =
      request(sample, "ma,xa\n00097,Xã Hương Khê\n00099,Phường Trần Phú\n00098,Xã Cẩm Bình\n");
  asked.table_fields = {{"code", "ma"}};
  const JoinResult result = join_files(asked);
  EXPECT_EQ(result.report.matched, 1U);
  EXPECT_EQ(result.report.ambiguous, 2U);
  EXPECT_EQ(test::count_rule(result.findings, "names.differ"), 1U);
  EXPECT_THAT(result.csv, HasSubstr("\r\n2,ambiguous,code,"));
}

TEST(JoinFiles, UnitsWithoutACodeOfTheirOwnAreErrors) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"00098\"", "\"00097\"");
  sample.replace_in("units.geojson", "\"00099\"", "\"\"");
  const JoinResult result = join_files(request(sample, "xa,huyen,v\nXã Hương Khê,Hương Khê,1\n"));
  EXPECT_EQ(test::count_rule(result.findings, "units.code-twice"), 1U);
  EXPECT_EQ(test::count_rule(result.findings, "units.code-missing"), 1U);
  EXPECT_FALSE(result.unit_codes_sound);
}

TEST(JoinFiles, NoRowIsMatchedToACodeThatIsNoneOrNotTheUnitsOwn) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"00098\"", "\"00097\"");
  sample.replace_in("units.geojson", "\"00099\"", "\"\"");
  const JoinResult result = join_files(
      request(sample, "xa,huyen,v\nXã Hương Khê,Hương Khê,1\nCẩm Bình,Cẩm Xuyên,2\nThạch Lạc,,3\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,ambiguous,"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n2,ambiguous,"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n3,matched,"));
  EXPECT_EQ(result.report.matched, 1U);
  EXPECT_EQ(result.report.ambiguous, 2U);
}

TEST(JoinFiles, ADistrictsHeadingThatMayBeItsTownIsAmbiguousAndTold) {
  const test::SampleProject sample;
  JoinRequest asked = request(sample, "xa,v\nĐức Thọ,30\nLâm Trung,40\nBùi La,20\n");
  asked.table_fields = {{"name", "xa"}};
  asked.units =
      sample.folder
          .write("dv.csv",
                 "ma,ten,loai,huyen\n1,Đức Thọ,Thị trấn,Huyện Đức Thọ\n2,Lâm Trung,Xã,Huyện Đức Thọ\n"
                 "3,Bùi La,Xã,Huyện Đức Thọ\n4,Yên Hồ,Xã,Huyện Đức Thọ\n")
          .string();
  asked.unit_fields = {{"code", "ma"}, {"name", "ten"}, {"district", "huyen"}};
  const JoinResult result = join_files(asked);
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,ambiguous,exact,,,1,1 Đức Thọ,2"));
  EXPECT_EQ(result.report.ambiguous, 1U);
  EXPECT_EQ(test::count_rule(result.findings, "join.town-or-heading"), 1U);
}

TEST(JoinFiles, TheEncodingIsTheTablesNotTheUnits) {
  const test::SampleProject sample;
  JoinRequest asked = request(sample, "xa,v\nTr\xC7n Ph\xF3,1\nC\xC8m B\xD7nh,2\n");  // TCVN3
  asked.table_fields = {{"name", "xa"}};
  asked.encoding = "tcvn3";
  const JoinResult result = join_files(asked);
  EXPECT_THAT(result.csv, HasSubstr(",Trần Phú,"));
  EXPECT_EQ(result.report.matched, 2U);
  EXPECT_EQ(test::count_rule(result.findings, "encoding.chosen-wrong"), 0U);
}

TEST(JoinFiles, HeadingsOfDistrictsAreLeftOut) {
  const test::SampleProject sample;
  const JoinResult result = join_files(
      request(sample, "tt,xa,huyen,v\nI,Hương Khê,,90\n1,Trần Phú,,40\n2,Cẩm Bình,,30\n3,Thạch Lạc,,20\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,unmatched,"));
  EXPECT_EQ(test::count_rule(result.findings, "table.heading-rows"), 1U);
}

TEST(JoinFiles, TwoRowsForOneUnitAreBothAmbiguous) {
  const test::SampleProject sample;
  const JoinResult twice =
      join_files(request(sample, "xa,huyen,v\nCẩm Bình,,1\nXã Cẩm Bình,,2\nTrần Phú,,3\n"));
  EXPECT_EQ(twice.report.ambiguous, 2U);
  EXPECT_EQ(twice.report.matched, 1U);
  EXPECT_THAT(twice.csv, HasSubstr("\r\n1,ambiguous,exact,,,1,00099 Cẩm Bình,2,\r\n"));
  const JoinResult town =
      join_files(request(sample, "xa,huyen,v\nHương Khê,,1\nXã Hương Khê,,2\nTrần Phú,,3\n"));
  EXPECT_THAT(town.csv, HasSubstr("\r\n1,ambiguous,")) << "its type says which is the unit";
  EXPECT_THAT(town.csv, HasSubstr("\r\n2,matched,"));
  const JoinResult years =
      join_files(request(sample, "xa,huyen,nam,v\nCẩm Bình,,2023,1\nCẩm Bình,,2024,2\nTrần Phú,,2024,3\n"));
  EXPECT_EQ(years.report.matched, 3U);
}

TEST(JoinFiles, RowNumbersOfTheTableItself) {
  const test::SampleProject sample;
  const JoinResult result = join_files(request(sample, "row,xa,huyen\n17,Hương Khê,Hương Khê\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n17,matched,"));
}

TEST(JoinFiles, MessagesNameTheRowsOfTheFile) {
  const test::SampleProject sample;
  const JoinResult result = join_files(
      request(sample,
              "BÁO CÁO\n\nxa,huyen,v\nHương Khê,,1\nCẩm Bình,,3\nCộng huyện A,,4\nXã Hương Khê,,2\n"
              "Tổng cộng,,7\n"));
  EXPECT_EQ(result.report.rows.size(), 3U);
  EXPECT_EQ(result.left_out.en, "2 total rows: row 6, row 8");
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,ambiguous,exact,,,1,00097 Hương Khê,4,\r\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n3,matched,exact,00097,Hương Khê,1,,7,\r\n"));
  for (const base::Finding& finding : result.findings) {
    if (finding.rule != "join.unit-claimed-twice") continue;
    EXPECT_THAT(finding.what.en, HasSubstr("4, 7"));
  }
  EXPECT_EQ(test::count_rule(result.findings, "join.unit-claimed-twice"), 1U);
}

TEST(JoinFiles, CellsWithCommasAreQuoted) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Trần Phú\"", R"("Trần \"Phú\", mới")");
  JoinRequest wanted = request(sample, "ma,xa,huyen\n00098,,\n");
  wanted.table_fields = {{"code", "ma"}};
  EXPECT_THAT(join_files(wanted).csv, HasSubstr(R"(00098,"Trần ""Phú"", mới",)"));
}

TEST(JoinFiles, ConfirmedNamesAreRead) {
  const test::SampleProject sample;
  JoinRequest wanted = request(sample, "xa,huyen\nXã Cũ,\n");
  EXPECT_EQ(join_files(wanted).report.matched, 0U);
  wanted.aliases = sample.folder.write("ten.csv", "name,district,province,code\nXã Cũ,,,00099\n").string();
  EXPECT_THAT(join_files(wanted).csv, HasSubstr("1,matched,alias,00099,"));
}

TEST(JoinFiles, ConfirmedNamesThatDoNotApplyAreTold) {
  const test::SampleProject sample;
  JoinRequest wanted = request(sample, "xa,huyen\nTrần Phú,Hương Khê\n");
  wanted.aliases = sample.folder.write("ten.csv", "name,code\nTrần Phú,00098\nXã Khác,12345\n").string();
  const JoinResult result = join_files(wanted);
  EXPECT_EQ(result.report.matched, 0U);
  ASSERT_EQ(test::count_rule(result.findings, "join.alias-refused"), 1U);
  ASSERT_EQ(test::count_rule(result.findings, "join.alias-unknown-code"), 1U);
  for (const base::Finding& finding : result.findings) {
    if (finding.rule == "join.alias-refused") {
      EXPECT_EQ(finding.file, wanted.table);
      EXPECT_EQ(finding.place.en, "row 2");
    } else if (finding.rule == "join.alias-unknown-code") {
      EXPECT_EQ(finding.file, wanted.aliases);
      EXPECT_EQ(finding.place.en, "row 3");
    }
  }
}

TEST(JoinFiles, TheFieldOfTypesIsFoundAndBreaksTies) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Trần Phú\",\"type\":\"Phường\"",
                    "\"Thạch Lạc\",\"type\":\"Thị trấn\"");
  const JoinResult result = join_files(
      request(sample, "xa,huyen,loai\nTT Thạch Lạc,Hà Tĩnh,\nThạch Lạc,Hà Tĩnh,Xã\nThạch Lạc,Hà Tĩnh,\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,matched,exact,00098,"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n3,ambiguous,"));
  EXPECT_EQ(test::count_rule(result.findings, "join.types-found"), 1U)
      << "a field that is mostly empty is none";
}

TEST(JoinFiles, AFieldOfTypesCanBeSwitchedOff) {
  const test::SampleProject sample;
  JoinRequest asked = request(sample, "xa,huyen,loai\nThạch Lạc,Hà Tĩnh,Phường\nTrần Phú,Hà Tĩnh,Xã\n");
  const JoinResult found = join_files(asked);
  EXPECT_EQ(found.report.matched, 0U);
  bool warned = false;
  for (const base::Finding& finding : found.findings) {
    if (finding.rule != "join.types-found" || finding.severity != base::Severity::warning) continue;
    warned = true;
    EXPECT_THAT(finding.place.vi, HasSubstr("loai"));
    EXPECT_THAT(finding.remedy.vi, HasSubstr("type=-"));
  }
  EXPECT_TRUE(warned);
  asked.table_fields["type"] = "-";
  EXPECT_EQ(join_files(asked).report.matched, 2U);
}

TEST(JoinFiles, TicksAndInitialsAreNotTypes) {
  const test::SampleProject sample;
  const auto found = [&](const char* table) {
    return test::count_rule(join_files(request(sample, table)).findings, "join.types-found");
  };
  const std::size_t units = found("xa,huyen\nThạch Lạc,Hà Tĩnh\nTrần Phú,Hà Tĩnh\n");
  EXPECT_EQ(found("xa,huyen,dat\nThạch Lạc,Hà Tĩnh,x\nTrần Phú,Hà Tĩnh,x\n"), units);
  EXPECT_EQ(found("xa,huyen,dat\nThạch Lạc,Hà Tĩnh,x\nTrần Phú,Hà Tĩnh,\nA,,X\n"), units);
  EXPECT_EQ(found("xa,huyen,phu_trach\nThạch Lạc,Hà Tĩnh,P\nTrần Phú,Hà Tĩnh,P\n"), units);
  EXPECT_EQ(found("xa,huyen,co_mat\nThạch Lạc,Hà Tĩnh,x\nTrần Phú,Hà Tĩnh,p\n"), units) << "excused";
  EXPECT_EQ(found("xa,huyen,Loại ĐVHC\nThạch Lạc,Hà Tĩnh,X\nTrần Phú,Hà Tĩnh,P\n"), units + 1);
  EXPECT_EQ(found("xa,huyen,Xếp loại\nThạch Lạc,Hà Tĩnh,X\nTrần Phú,Hà Tĩnh,TT\n"), units) << "a grade";
  EXPECT_EQ(found("xa,huyen,Ghi chú\nThạch Lạc,Hà Tĩnh,TT\nTrần Phú,Hà Tĩnh,TT\n"), units);
  EXPECT_EQ(found("xa,huyen,Loại\nThạch Lạc,Hà Tĩnh,X\nTrần Phú,Hà Tĩnh,TT\n"), units + 1);
  EXPECT_EQ(found("xa,huyen,loai\nThạch Lạc,Hà Tĩnh,Xã\nTrần Phú,Hà Tĩnh,Phường\n"), units + 1);
  EXPECT_EQ(found("xa,huyen,c\nThạch Lạc,Hà Tĩnh,Xã\nTrần Phú,Hà Tĩnh,Xã\n"), units + 1);
}

TEST(JoinFiles, EveryFindingNamesItsFile) {
  const test::SampleProject sample;
  const JoinResult result = join_files(request(sample, "xa,huyen\nHương Khê,\nXã Hương Khê,\n"));
  ASSERT_EQ(test::count_rule(result.findings, "join.unit-claimed-twice"), 1U);
  for (const base::Finding& finding : result.findings) EXPECT_FALSE(finding.file.empty()) << finding.rule;
}

TEST(JoinFiles, AFieldOfDistrictTypesIsNotTakenForTheUnits) {
  const test::SampleProject sample;
  const JoinResult result = join_files(request(sample, "xa,huyen,loai_huyen\nHương Khê,Hương Khê,Huyện\n"));
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,matched,"));
}

TEST(JoinFiles, WrongRolesAndFieldsAreNamed) {
  const test::SampleProject sample;
  const JoinRequest good = request(sample, "xa,huyen\nHương Khê,Hương Khê\n");
  const auto error_with = [&](auto change) {
    JoinRequest wanted = good;
    change(wanted);
    return test::error_of([&] { join_files(wanted); });
  };
  EXPECT_THAT(error_with([](JoinRequest& r) { r.unit_fields["nam"] = "x"; }),
              AllOf(StartsWith("usage | --unit-fields"), HasSubstr("“nam”")));
  EXPECT_THAT(error_with([](JoinRequest& r) { r.unit_fields.erase("code"); }), StartsWith("usage"));
  EXPECT_THAT(error_with([](JoinRequest& r) {
                r.table_fields = {{"district", "huyen"}};
              }),
              StartsWith("usage"));
  EXPECT_THAT(error_with([](JoinRequest& r) { r.table_fields["name"] = "xaa"; }),
              AllOf(StartsWith("not_found"), HasSubstr("bang.csv"), HasSubstr("Did you mean “xa”")));
  EXPECT_THAT(error_with([](JoinRequest& r) { r.aliases = "none.csv"; }), HasSubstr("none.csv"));
  EXPECT_THAT(error_with([](JoinRequest& r) { r.table = "none.csv"; }), HasSubstr("none.csv"));
}

}  // namespace
}  // namespace ntmap::app
