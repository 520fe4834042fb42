#include "app/data/join_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "app/sample_project.hpp"
#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Units three_units() {
  return test::units_of({{"00097", "Hương Khê", "Xã", "Hương Khê"},
                         {"00098", "Trần Phú", "Phường", "Hà Tĩnh"},
                         {"00099", "Cẩm Bình", "Xã", "Cẩm Xuyên"}});
}

model::Table table_of(std::vector<std::pair<std::string, std::vector<std::string>>> columns) {
  model::Table table;
  table.file = "bang.csv";
  for (auto& [name, texts] : columns) {
    table.columns.push_back({name, model::ColumnType::text, std::move(texts), {}});
  }
  for (std::uint32_t row = 0; row < table.row_count(); ++row) table.source_row.push_back(row + 2);
  return table;
}

TEST(JoinTable, ByCode) {
  const TableJoin join =
      join_table(three_units(), table_of({{"ma", {"00099", "00097", "00098"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(2, 0, 1));
  EXPECT_THAT(join.findings, IsEmpty());
}

TEST(JoinTable, LeadingZerosAreAddedAndSaid) {
  const TableJoin join =
      join_table(three_units(), table_of({{"ma", {"97", "98", "99"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2));
  ASSERT_EQ(test::count_rule(join.findings, "join.code-padded"), 1U);
  EXPECT_EQ(join.findings.front().place.en, "from row 2");
  EXPECT_THAT(join.findings.front().what.en, HasSubstr("3 codes"));
}

Units three_of_a_district() {
  return test::units_of({{"1", "Đức Thọ", "Thị trấn", "Huyện Đức Thọ"},
                         {"2", "Lâm Trung", "Xã", "Huyện Đức Thọ"},
                         {"3", "Bùi La", "Xã", "Huyện Đức Thọ"}});
}

TEST(JoinTable, ADistrictsHeadingIsNoTown) {
  const auto table = table_of(
      {{"TT", {"I", "1", "2"}}, {"ten", {"Đức Thọ", "Lâm Trung", "Bùi La"}}, {"ho", {"90", "40", "30"}}});
  const TableJoin join = join_table(three_of_a_district(), table, {.name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 1, 2));
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
  EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
}

TEST(JoinTable, AHeadingIsKnownByItsSubtotalToo) {
  const auto headed =
      table_of({{"ten", {"Đức Thọ", "Đức Thọ", "Lâm Trung", "Bùi La"}}, {"ho", {"90", "20", "40", "30"}}});
  EXPECT_THAT(join_table(three_of_a_district(), headed, {.name = "ten"}, {}).unit_of_row,
              ElementsAre(k_no_unit, 0, 1, 2));
  const auto summed = table_of({{"ten", {"Đức Thọ", "Lâm Trung", "Bùi La"}}, {"ho", {"70", "40", "30"}}});
  EXPECT_THAT(join_table(three_of_a_district(), summed, {.name = "ten"}, {}).unit_of_row,
              ElementsAre(k_no_unit, 1, 2));
  const auto town = table_of(
      {{"TT", {"1", "2", "3"}}, {"ten", {"Đức Thọ", "Lâm Trung", "Bùi La"}}, {"ho", {"55", "40", "30"}}});
  EXPECT_THAT(join_table(three_of_a_district(), town, {.name = "ten"}, {}).unit_of_row, ElementsAre(0, 1, 2));
  const auto typed = table_of({{"ten", {"TT Đức Thọ", "Lâm Trung", "Bùi La"}}, {"ho", {"70", "40", "30"}}});
  EXPECT_THAT(join_table(three_of_a_district(), typed, {.name = "ten"}, {}).unit_of_row,
              ElementsAre(0, 1, 2));
}

TEST(JoinTable, CommunesThatHeadTheirVillagesStayUnits) {
  const auto table =
      table_of({{"TT", {"I", "1", "2", "II", "1", "2"}},
                {"ten", {"Lâm Trung", "Thôn Một", "Thôn Hai", "Bùi La", "Thôn Ba", "Thôn Bốn"}}});
  const TableJoin join = join_table(three_of_a_district(), table, {.name = "ten"}, {});
  EXPECT_EQ(join.unit_of_row[0], 1U);
  EXPECT_EQ(join.unit_of_row[3], 2U);
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 0U);
}

TEST(JoinTable, RowsWithoutCodeAndNameAreToldByTheirTexts) {
  const TableJoin join = join_table(
      three_units(), table_of({{"ma", {"00097", ""}}, {"ghi", {"", "Huyện A"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.row_without_unit, ElementsAre("Huyện A"));
}

TEST(JoinTable, AFileThatLacksTheKeyIsOneError) {
  auto table = table_of({{"ma", {"00097", "", ""}}, {"ma_xa", {"", "00098", "00099"}}});
  table.parts = {{"a.csv", "", 1, 0}, {"b.csv", "", 1, 1}};
  const TableJoin join = join_table(three_units(), table, {.code = "ma"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, k_no_unit));
  EXPECT_THAT(join.row_without_unit, ElementsAre("00098", "00099"));
  EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
  ASSERT_EQ(test::count_rule(join.findings, "join.part-without-key"), 1U);
  EXPECT_EQ(join.findings.front().severity, base::Severity::error);
  EXPECT_EQ(join.findings.front().file, "b.csv");
  EXPECT_THAT(join.findings.front().what.en, HasSubstr("in all 2 rows"));
}

TEST(JoinTable, CodesThatAreSetAsideAreTold) {
  const auto table =
      table_of({{"ma", {"55555", "66666", "00098"}}, {"ten", {"Hương Khê", "Trần Phú", "Cẩm Bình"}}});
  const TableJoin join = join_table(three_units(), table, {.code = "ma", .name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, k_no_unit)) << "code and name of two units";
  ASSERT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U);
  EXPECT_THAT(join.ambiguous.front().candidates, ElementsAre(2, 1));
  ASSERT_EQ(test::count_rule(join.findings, "join.codes-unused"), 1U);
  EXPECT_THAT(join.findings.at(1).what.en, HasSubstr("1 row has the code of another unit"));
}

TEST(JoinTable, CodesThatWereNumbersOrMarkedTextsAreKnown) {
  const TableJoin join =
      join_table(three_units(), table_of({{"ma", {"97.0", "'00098", "99"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2));
}

TEST(JoinTable, UnknownRowsAndUnitsAreListed) {
  const TableJoin join =
      join_table(three_units(), table_of({{"ma", {"00097", "55555"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit));
  EXPECT_THAT(join.row_without_unit, ElementsAre("55555"));
  EXPECT_THAT(join.unit_without_row, ElementsAre(1, 2));
  ASSERT_EQ(test::count_rule(join.findings, "join.unit-without-row"), 1U);
  EXPECT_THAT(join.findings.back().what.en,
              HasSubstr("2 units on the map have no row: Phường Trần Phú, Xã Cẩm Bình"));
  EXPECT_EQ(join.findings.front().place.en, "row 3");
}

TEST(JoinTable, UnitsWithoutNamesAreListedByTheirCodes) {
  Units units = three_units();
  units.names.assign(units.size(), "");
  units.types.assign(units.size(), "");
  const TableJoin join = join_table(units, table_of({{"ma", {"00097"}}}), {.code = "ma"}, {});
  ASSERT_EQ(test::count_rule(join.findings, "join.unit-without-row"), 1U);
  EXPECT_THAT(join.findings.back().what.en, HasSubstr("have no row: 00098, 00099"));
}

TEST(JoinTable, ByNameInItsDistrict) {
  const model::Table table = table_of(
      {{"xa", {"HƯƠNG KHÊ", "Cam Binh", "Trần Phú"}}, {"huyen", {"Hương Khê", "Cẩm Xuyên", "Hà Tĩnh"}}});
  const TableJoin join = join_table(three_units(), table, {.name = "xa", .district = "huyen"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 2, 1));
}

TEST(JoinTable, DistrictsThatTheUnitsDoNotSayAreToldUnused) {
  Units units = three_units();
  units.districts.assign(units.size(), "");
  const model::Table table = table_of(
      {{"xa", {"Hương Khê", "Trần Phú", "Cẩm Bình"}}, {"huyen", {"Hương Khê", "Hà Tĩnh", "Cẩm Xuyên"}}});
  const TableJoin join = join_table(units, table, {.name = "xa", .district = "huyen"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2));
  ASSERT_EQ(test::count_rule(join.findings, "join.scope-unused"), 1U);
  EXPECT_EQ(join.findings.front().file, "bang.csv");
  EXPECT_THAT(join.findings.front().what.en, HasSubstr("3 rows"));
  EXPECT_EQ(
      test::count_rule(join_table(three_units(), table, {.name = "xa", .district = "huyen"}, {}).findings,
                       "join.scope-unused"),
      0U);
}

TEST(JoinTable, SameNameInTwoDistrictsIsNotGuessed) {
  Units units = three_units();
  units.names[2] = "Hương Khê";
  const TableJoin join = join_table(units, table_of({{"xa", {"Hương Khê"}}}), {.name = "xa"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit));
  EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U);
}

TEST(JoinTable, CodeOfAUnitWithAnotherNameIsNotTaken) {
  const model::Table table = table_of({{"ma", {"00097"}}, {"xa", {"Cẩm Bình"}}});
  const TableJoin join = join_table(three_units(), table, {.code = "ma", .name = "xa"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit));
}

TEST(JoinTable, ConfirmedNamesDecide) {
  const names::AliasBook aliases({{"Xã Cũ", "", "", "00099"}});
  const TableJoin join = join_table(three_units(), table_of({{"xa", {"Xã Cũ"}}}), {.name = "xa"}, aliases);
  EXPECT_THAT(join.unit_of_row, ElementsAre(2));
}

TEST(JoinTable, ManyMissingUnitsAreNamedInPart) {
  Units units;
  for (std::uint32_t unit = 0; unit < 9; ++unit) {
    units.codes.push_back(std::to_string(10000 + unit));
    units.names.push_back("Tên " + std::to_string(unit));
    units.by_code[units.codes.back()] = unit;
  }
  units.types.resize(9);
  units.districts.resize(9);
  const TableJoin join = join_table(units, table_of({{"ma", {"10000"}}}), {.code = "ma"}, {});
  EXPECT_THAT(join.findings.back().what.en, HasSubstr("8 units"));
  EXPECT_THAT(join.findings.back().what.en, HasSubstr("Tên 5, …"));
}

TEST(JoinTable, MissingFieldNamesTheNearest) {
  const std::string error = test::error_of([] {
    join_table(three_units(), table_of({{"ma_xa", {"1"}}}), {.code = "ma_x"}, {});
  });
  EXPECT_THAT(error, HasSubstr("bang.csv: there is no field “ma_x”"));
  EXPECT_THAT(error, HasSubstr("Did you mean “ma_xa”"));
}

TEST(JoinTable, WithoutKeyRowsAreTheUnitsInOrder) {
  const TableJoin join = join_table(three_units(), table_of({{"v", {"1", "2", "3"}}}), {}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2));
  EXPECT_THAT(test::error_of([] {
                join_table(three_units(), table_of({{"v", {"1", "2"}}}), {}, {});
              }),
              HasSubstr("data | bang.csv"));
}

}  // namespace
}  // namespace ntmap::app
