#include "app/data/implied_districts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "app/data/join_table.hpp"
#include "app/sample_project.hpp"
#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Kỳ Sơn, Tân Lập and Bình Minh lie in two districts each; the district of Kỳ Anh is called like a town.
Units twins() {
  return test::units_of({{"001", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh"},
                         {"002", "Tân Lập", "Xã", "Huyện Kỳ Anh"},
                         {"003", "Bình Minh", "Xã", "Huyện Kỳ Anh"},
                         {"004", "Kỳ Tây", "Xã", "Huyện Kỳ Anh"},
                         {"005", "Kỳ Sơn", "Xã", "Huyện Đức Thọ"},
                         {"006", "Tân Lập", "Xã", "Huyện Đức Thọ"},
                         {"007", "Bình Minh", "Xã", "Huyện Đức Thọ"},
                         {"008", "Bùi La", "Xã", "Huyện Đức Thọ"},
                         {"009", "Hưng Trí", "Phường", "Thị xã Kỳ Anh"},
                         {"010", "Trần Phú", "Phường", "Thành phố Hà Tĩnh"}});
}

constexpr std::uint32_t k_none = k_no_unit;

struct Sheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;  ///< tt, ten, ho
};

model::Table table_of(const std::vector<Sheet>& sheets, const std::string& file = "bang.xlsx") {
  model::Table table;
  table.file = file;
  table.sheet = sheets.front().name;
  for (const char* name : {"TT", "ten", "ho"})
    table.columns.push_back({name, model::ColumnType::text, {}, {}});
  for (const Sheet& sheet : sheets) {
    table.parts.push_back({file, sheet.name, 1, table.source_row.size()});
    std::uint32_t number = 2;
    for (const auto& row : sheet.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) table.columns[i].texts.push_back(row[i]);
      table.source_row.push_back(number++);
    }
  }
  return table;
}

TableJoin join_of(const model::Table& table) {
  return join_table(twins(), table, {.name = "ten"}, {});
}

base::Finding finding_of(const TableJoin& join, const std::string& rule) {
  for (const base::Finding& finding : join.findings) {
    if (finding.rule == rule) return finding;
  }
  return {};
}

TEST(ImpliedDistricts, OneSheetADistrict) {
  const auto table =
      table_of({{"H. Kỳ Anh", {{"1", "Kỳ Sơn", "1"}, {"2", "Tân Lập", "2"}, {"3", "Kỳ Tây", "3"}}},
                {"02 Duc Tho 2024", {{"1", "Kỳ Sơn", "4"}, {"2", "Bùi La", "5"}}}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 3, 4, 7));
  ASSERT_EQ(test::count_rule(join.findings, "join.district-from-sheet"), 2U);
  EXPECT_THAT(finding_of(join, "join.district-from-sheet").what.en, HasSubstr("3 rows"));
  EXPECT_THAT(finding_of(join, "join.district-from-sheet").place.en, HasSubstr("“H. Kỳ Anh”"));
}

TEST(ImpliedDistricts, TheSheetOfAPlaceOfTwoDistrictsMayMeanEither) {
  const auto table = table_of({{"Kỳ Anh", {{"1", "Kỳ Sơn", "1"}, {"2", "Hưng Trí", "2"}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(0, 8));
  const auto town = table_of({{"TX Kỳ Anh", {{"1", "Kỳ Sơn", "1"}, {"2", "Hưng Trí", "2"}}}});
  EXPECT_THAT(join_of(town).unit_of_row, ElementsAre(k_none, 8)) << "Kỳ Sơn lies in no town";
}

TEST(ImpliedDistricts, OneFileADistrict) {
  const auto table =
      table_of({{"", {{"1", "Tan Lap", "1"}, {"2", "Bui La", "2"}}}}, "du_lieu/Huyen Duc Tho.csv");
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(5, 7));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-from-file"), 1U);
  EXPECT_THAT(join_of(table_of({{"Bieu 01", {{"1", "Tân Lập", "1"}}}}, "Bieu_01 Huyen Duc Tho nam 2024.xlsx"))
                  .unit_of_row,
              ElementsAre(5));
}

TEST(ImpliedDistricts, ATitleThatTheRowsContradictIsNotUsed) {
  const auto table = table_of(
      {{"Kỳ Anh",
        {{"1", "Kỳ Sơn", "1"}, {"2", "Bùi La", "2"}, {"3", "Trần Phú", "3"}, {"4", "Kỳ Tây", "3"}}}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_none, 7, 9, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-contradicted"), 1U);
}

/// The first sheet of the table under these rows.
model::Table under(const std::vector<std::string>& titles, model::Table table) {
  table.parts.front().titles = titles;
  return table;
}

TEST(ImpliedDistricts, TheRowsAboveTheHeaderNameTheDistrict) {
  for (const char* title :
       {"Huyện: Đức Thọ", "UBND HUYỆN ĐỨC THỌ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Biểu 2: Hộ nghèo trên địa bàn huyện Đức Thọ năm 2024 (kèm theo Báo cáo)", "BIEU 2 HUYEN DUC THO",
        "(Đơn vị: H. Đức Thọ)", "Huyện Đức Thọ, tỉnh Hà Tĩnh.", "Các xã của huyện Đức Thọ."}) {
    const auto table =
        under({"Biểu 1", title}, table_of({{"Sheet1", {{"1", "Kỳ Sơn", "1"}, {"2", "Bùi La", "2"}}}}));
    const TableJoin join = join_of(table);
    EXPECT_THAT(join.unit_of_row, ElementsAre(4, 7)) << title;
    EXPECT_EQ(test::count_rule(join.findings, "join.district-from-title"), 1U) << title;
  }
  for (const char* title :
       {"Xã Đức Thọ", "Đức Thọ", "Huyện Đức Thọ và huyện Kỳ Anh", "Tỉnh Hà Tĩnh", "Huyện Nam Đàn"}) {
    const auto table = under({title}, table_of({{"Sheet1", {{"1", "Kỳ Sơn", "1"}, {"2", "Bùi La", "2"}}}}));
    EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, 7)) << title;
  }
}

TEST(ImpliedDistricts, ATitleAgainstTheNameOfItsSheetIsAnError) {
  const std::vector<std::vector<std::string>> rows{{"1", "Kỳ Sơn", "1"}, {"2", "Bình Minh", "2"}};
  for (const auto& table : {under({"HUYỆN ĐỨC THỌ"}, table_of({{"Kỳ Anh", rows}})),
                            under({"Huyện: Đức Thọ"}, table_of({{"", rows}}, "Huyện Kỳ Anh.csv"))}) {
    const TableJoin join = join_of(table);
    EXPECT_THAT(join.unit_of_row, ElementsAre(k_none, k_none));
    const base::Finding told = finding_of(join, "join.districts-differ");
    EXPECT_EQ(told.severity, base::Severity::error);
    EXPECT_THAT(told.what.en, HasSubstr("Đức Thọ"));
    EXPECT_THAT(told.what.en, HasSubstr("Kỳ Anh"));
    EXPECT_THAT(told.what.en, HasSubstr("2 rows"));
    EXPECT_FALSE(told.remedy.empty());
  }
  const auto same = under({"UBND HUYỆN KỲ ANH"}, table_of({{"H. Kỳ Anh", rows}}));
  EXPECT_THAT(join_of(same).unit_of_row, ElementsAre(0, 2));
  EXPECT_EQ(test::count_rule(join_of(same).findings, "join.districts-differ"), 0U);
}

TEST(ImpliedDistricts, RowsTellWhichOfTitleAndSheetIsRight) {
  const auto table = under(
      {"Huyện Đức Thọ"},
      table_of(
          {{"H. Kỳ Anh",
            {{"1", "Kỳ Sơn", "1"}, {"2", "Kỳ Tây", "2"}, {"3", "Kỳ Tây", "3"}, {"4", "Tân Lập", "4"}}}}));
  const TableJoin join = join_of(table);
  EXPECT_EQ(join.unit_of_row.front(), 0U);
  EXPECT_EQ(join.unit_of_row.back(), 1U);
  EXPECT_EQ(finding_of(join, "join.districts-differ").severity, base::Severity::warning);
}

TEST(ImpliedDistricts, ATitleThatIsAProvincesIsNoTown) {
  const auto table = table_of({{"", {{"1", "Kỳ Sơn", "1"}, {"2", "Bùi La", "2"}}}}, "Ha Tinh.csv");
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_none, 7));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-contradicted"), 0U) << "nothing is odd about it";
  EXPECT_THAT(join_of(table_of({{"Tỉnh Hà Tĩnh", {{"1", "Kỳ Sơn", "1"}}}})).unit_of_row, ElementsAre(k_none));
}

TEST(ImpliedDistricts, ARowOfAnotherDistrictIsAmbiguousInASheet) {
  const auto table = table_of(
      {{"Kỳ Anh",
        {{"1", "Kỳ Sơn", "1"}, {"2", "Kỳ Tây", "2"}, {"3", "Hưng Trí", "3"}, {"4", "Bùi La", "3"}}}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 3, 8, k_none));
  ASSERT_EQ(join.ambiguous.size(), 1U);
  EXPECT_THAT(join.ambiguous.front().candidates, ElementsAre(7));
}

TEST(ImpliedDistricts, HeadingsAboveTheirCommunes) {
  for (const auto& [first, second] : {std::pair<std::vector<std::string>, std::vector<std::string>>{
                                          {"I", "Huyện Đức Thọ", ""}, {"II", "Huyện Kỳ Anh", ""}},
                                      {{"", "Huyện Đức Thọ", "9"}, {"", "Huyện Kỳ Anh", "7"}},
                                      {{"I. Huyện Đức Thọ", "", ""}, {"II. Huyện Kỳ Anh", "", ""}},
                                      {{"ĐỨC THỌ", "", ""}, {"HUYỆN KỲ ANH (2 xã)", "", ""}},
                                      {{"", "", "Huyện Đức Thọ"}, {"", "", "Huyện Kỳ Anh"}}}) {
    const auto table = table_of({{"Bieu 1",
                                  {first,
                                   {"1", "Kỳ Sơn", "1"},
                                   {"2", "Tân Lập", "2"},
                                   {"3", "Bùi La", "3"},
                                   second,
                                   {"1", "Kỳ Sơn", "4"},
                                   {"2", "Bình Minh", "5"}}}});
    const TableJoin join = join_of(table);
    EXPECT_THAT(join.unit_of_row, ElementsAre(k_none, 4, 5, 7, k_none, 0, 2)) << first[0] << first[1];
    EXPECT_EQ(test::count_rule(join.findings, "join.district-from-heading"), 1U);
    EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
    EXPECT_THAT(join.row_without_unit, IsEmpty());
  }
}

TEST(ImpliedDistricts, SubtotalsBelowTheirCommunes) {
  const auto table = table_of({{"Bieu 1",
                                {{"", "Kỳ Sơn", "1"},
                                 {"", "Tân Lập", "2"},
                                 {"", "Huyện Đức Thọ", "3"},
                                 {"", "Kỳ Sơn", "4"},
                                 {"", "Bình Minh", "5"},
                                 {"", "Huyện Kỳ Anh", "9"}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(4, 5, k_none, 0, 2, k_none));
}

TEST(ImpliedDistricts, WhereHeadingsStandOnBothEndsTheKnownRowsSayWhichIsMeant) {
  const std::vector<std::string> kinds{"Bùi La", "Bình Minh"};
  const auto table = table_of({{"Bieu 1",
                                {{"", "Huyện Đức Thọ", ""},
                                 {"", "Kỳ Sơn", "1"},
                                 {"", kinds[0], "2"},
                                 {"", "Huyện Kỳ Anh", ""},
                                 {"", "Kỳ Sơn", "4"},
                                 {"", "Thành phố Hà Tĩnh", ""}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, 4, 7, k_none, 0, k_none));
  const auto open = table_of({{"Bieu 1",
                               {{"", "Huyện Đức Thọ", ""},
                                {"", "Kỳ Sơn", "1"},
                                {"", kinds[1], "2"},
                                {"", "Huyện Kỳ Anh", ""},
                                {"", "Kỳ Sơn", "4"},
                                {"", "Thành phố Hà Tĩnh", ""}}}});
  EXPECT_EQ(join_of(open).unit_of_row[1], k_none) << "nothing says whether it stands above or below";
}

TEST(ImpliedDistricts, AListOfDistrictsBeforeAllCommunesHeadsNone) {
  const auto table = table_of({{"Bieu 1",
                                {{"", "Huyện Đức Thọ", "9"},
                                 {"", "Thành phố Hà Tĩnh", "8"},
                                 {"", "Huyện Kỳ Anh", "7"},
                                 {"", "Kỳ Sơn", "1"},
                                 {"", "Tân Lập", "2"},
                                 {"", "Kỳ Sơn", "4"}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, k_none, k_none, k_none, k_none, k_none));
}

TEST(ImpliedDistricts, AHeadingAtTheEndWithoutAFigureIsNoSubtotal) {
  const auto table = table_of({{"Bieu 1",
                                {{"", "Kỳ Sơn", "1"},
                                 {"", "Tân Lập", "2"},
                                 {"", "Huyện Đức Thọ", ""},
                                 {"", "Kỳ Sơn", "4"},
                                 {"", "Bình Minh", "5"},
                                 {"", "Huyện Kỳ Anh", ""}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, k_none, k_none, k_none, k_none, k_none));
}

TEST(ImpliedDistricts, AHeadingThatIsNoDistrictEndsTheScope) {
  const auto table = table_of({{"Bieu 1",
                                {{"I", "Huyện Đức Thọ", ""},
                                 {"1", "Kỳ Sơn", "1"},
                                 {"2", "Bùi La", "2"},
                                 {"II", "Vùng bãi ngang", ""},
                                 {"1", "Tân Lập", "3"},
                                 {"2", "Bình Minh", "4"}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, 4, 7, k_none, k_none, k_none));
}

TEST(ImpliedDistricts, WhatMayBeAHeadingEndsTheScope) {
  for (const char* heading :
       {"Huyện Đức Thợ", "H.Đúc Thp", "Đức Thp", "Huyện Đức Thọ - 10 xã", "10 xã huyện Đức Thọ", "Kỳ Anh mới",
        "Các xã huyện Đức Thọ", "Huyện Nam Đàn", "Thành phố Vinh", "TX Cửa Lò", "Miền núi", "Khối đoàn thể",
        "Các xã biên giới", "Xã khu vực III"}) {
    const auto table = table_of({{"Bieu 1",
                                  {{"", "Huyện Kỳ Anh", ""},
                                   {"1", "Kỳ Sơn", "1"},
                                   {"2", "Kỳ Tây", "2"},
                                   {"", heading, ""},
                                   {"3", "Tân Lập", "3"},
                                   {"4", "Bình Minh", "4"}}}});
    EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_none, 0, 3, k_none, k_none, k_none)) << heading;
  }
}

TEST(ImpliedDistricts, ALeftOutRowACountThatBeginsAgainAndARowFromElsewhereEndTheScope) {
  auto left_out = table_of({{"Bieu 1",
                             {{"", "Huyện Kỳ Anh", ""},
                              {"1", "Kỳ Sơn", "1"},
                              {"2", "Kỳ Tây", "2"},
                              {"3", "Tân Lập", "3"},
                              {"4", "Bình Minh", "4"}}}});
  EXPECT_THAT(join_of(left_out).unit_of_row, ElementsAre(k_none, 0, 3, 1, 2));
  left_out.source_row[3] += 1;
  left_out.source_row[4] += 1;
  EXPECT_THAT(join_of(left_out).unit_of_row, ElementsAre(k_none, 0, 3, k_none, k_none));
  const auto counted = table_of({{"Bieu 1",
                                  {{"", "Huyện Kỳ Anh", ""},
                                   {"1", "Kỳ Sơn", "1"},
                                   {"2", "Kỳ Tây", "2"},
                                   {"1", "Tân Lập", "3"},
                                   {"2", "Bình Minh", "4"}}}});
  EXPECT_THAT(join_of(counted).unit_of_row, ElementsAre(k_none, 0, 3, k_none, k_none));
  const auto elsewhere = table_of({{"Bieu 1",
                                    {{"", "Huyện Kỳ Anh", ""},
                                     {"1", "Kỳ Sơn", "1"},
                                     {"2", "Kỳ Tây", "2"},
                                     {"3", "Bùi La", "3"},
                                     {"4", "Bình Minh", "4"}}}});
  EXPECT_THAT(join_of(elsewhere).unit_of_row, ElementsAre(k_none, 0, 3, k_none, k_none));
}

TEST(ImpliedDistricts, AnotherDistrictInASheetEndsWhatItsNameSays) {
  const auto table = table_of(
      {{"H. Kỳ Anh",
        {{"1", "Kỳ Sơn", "1"}, {"2", "Kỳ Tây", "2"}, {"", "Huyện Nam Đàn", ""}, {"3", "Tân Lập", "3"}}}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(0, 3, k_none, k_none));
}

TEST(ImpliedDistricts, AHeadingThatItsRowsContradictIsNotUsed) {
  const auto table = table_of({{"Bieu 1",
                                {{"I", "Huyện Đức Thọ", ""},
                                 {"1", "Kỳ Sơn", "1"},
                                 {"2", "Kỳ Tây", "2"},
                                 {"II", "Huyện Kỳ Anh", ""},
                                 {"1", "Kỳ Sơn", "3"},
                                 {"2", "Bùi La", "4"}}}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_none, k_none, 3, k_none, k_none, 7));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-contradicted"), 2U);
}

TEST(ImpliedDistricts, TheFieldOfDistrictsFilledOnceADistrict) {
  auto table = table_of({{"Bieu 1",
                          {{"1", "Kỳ Sơn", "1"},
                           {"2", "Tân Lập", "2"},
                           {"3", "Bùi La", "3"},
                           {"4", "Kỳ Sơn", "4"},
                           {"5", "Kỳ Tây", "4"},
                           {"6", "Bình Minh", "5"}}}});
  table.columns.push_back(
      {"huyen", model::ColumnType::text, {"Đức Thọ", "", "", "Huyện Kỳ Anh", "", ""}, {}});
  const TableJoin join = join_table(twins(), table, {.name = "ten", .district = "huyen"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(4, 5, 7, 0, 3, 2));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-from-above"), 1U);
  table.columns[3].texts = {"Đức Thọ", "", "Đức Thọ", "Huyện Kỳ Anh", "Huyện Kỳ Anh", ""};
  EXPECT_THAT(join_table(twins(), table, {.name = "ten", .district = "huyen"}, {}).unit_of_row,
              ElementsAre(4, k_none, 7, 0, 3, k_none))
      << "blank here and there: nobody knows";
}

TEST(ImpliedDistricts, TheRowsOwnDistrictWins) {
  auto table = table_of({{"Kỳ Anh", {{"1", "Kỳ Sơn", "1"}, {"2", "Tân Lập", "2"}, {"3", "Kỳ Tây", "3"}}}});
  table.columns.push_back({"huyen", model::ColumnType::text, {"Đức Thọ", "", "Kỳ Anh"}, {}});
  EXPECT_THAT(join_table(twins(), table, {.name = "ten", .district = "huyen"}, {}).unit_of_row,
              ElementsAre(4, 1, 3));
}

TEST(ImpliedDistricts, CodesNeedNoDistrict) {
  auto table = table_of({{"Đức Thọ", {{"1", "Kỳ Sơn", "1"}, {"2", "Tân Lập", "2"}, {"3", "Kỳ Tây", "3"}}}});
  table.columns.push_back({"ma", model::ColumnType::text, {"001", "002", "004"}, {}});
  const TableJoin join = join_table(twins(), table, {.code = "ma", .name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.district-from-sheet"), 0U);
}

TEST(ImpliedDistricts, WithoutDistrictsOfUnitsNothingIsSaid) {
  Units units = twins();
  for (std::string& district : units.districts) district.clear();
  const auto table = table_of({{"Kỳ Anh", {{"1", "Kỳ Sơn", "1"}, {"2", "Kỳ Tây", "2"}}}});
  EXPECT_THAT(join_table(units, table, {.name = "ten"}, {}).unit_of_row, ElementsAre(k_none, 3));
}

TEST(ImpliedDistricts, TheTypeOfARowBreaksTies) {
  const Units units = test::units_of({{"1", "Thạch Hà", "Thị trấn", "Huyện Thạch Hà"},
                                      {"2", "Thạch Hà", "Xã", "Huyện Thạch Hà"},
                                      {"3", "Thạch Lạc", "Xã", "Huyện Thạch Hà"}});
  auto table = table_of({{"", {{"1", "Thạch Hà", "1"}, {"2", "Thạch Hà", "2"}, {"3", "Thạch Lạc", "3"}}}});
  table.columns.push_back({"Loại", model::ColumnType::text, {"Xã", "Thị trấn", "Xã"}, {}});
  const TableJoin join = join_table(units, table, {.name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(1, 0, 2));
  EXPECT_EQ(test::count_rule(join.findings, "join.types-found"), 1U);
}

}  // namespace
}  // namespace ntmap::app
