#include "app/data/heading_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "app/data/join_table.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Line {
  std::string number;
  std::string name;
  std::string value;
};

/// Three districts, two of them with a town of the same name.
const Units& three_districts() {
  static const Units k_units = [] {
    Units units;
    const auto add = [&](const char* type, const char* name, const char* district) {
      units.codes.push_back(std::to_string(100 + units.codes.size()));
      units.names.emplace_back(name);
      units.types.emplace_back(type);
      units.districts.emplace_back(district);
      units.by_code[units.codes.back()] = static_cast<std::uint32_t>(units.codes.size() - 1);
    };
    add("Thị trấn", "Đức Thọ", "Huyện Đức Thọ");
    for (const char* name : {"Lâm Trung", "Bùi La", "Yên Hồ"}) add("Xã", name, "Huyện Đức Thọ");
    add("Thị trấn", "Vũ Quang", "Huyện Vũ Quang");
    for (const char* name : {"Đức Bồng", "Đức Lĩnh", "Quang Thọ"}) add("Xã", name, "Huyện Vũ Quang");
    add("Thị trấn", "Nghèn", "Huyện Can Lộc");
    for (const char* name : {"Thiên Lộc", "Vượng Lộc", "Kim Song"}) add("Xã", name, "Huyện Can Lộc");
    return units;
  }();
  return k_units;
}

model::Table table_of(const std::vector<Line>& lines) {
  model::Table table;
  table.file = "bang.csv";
  for (const char* name : {"TT", "ten", "ho"})
    table.columns.push_back({name, model::ColumnType::text, {}, {}});
  for (const Line& line : lines) {
    table.columns[0].texts.push_back(line.number);
    table.columns[1].texts.push_back(line.name);
    table.columns[2].texts.push_back(line.value);
    table.source_row.push_back(static_cast<std::uint32_t>(table.source_row.size() + 2));
  }
  return table;
}

/// What the row of that name was joined to, by name; "" for none. The first such row.
std::string joined(const TableJoin& join, const model::Table& table, const std::string& name) {
  const auto& names = table.columns[1].texts;
  const auto row = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  const std::uint32_t unit = join.unit_of_row.at(row);
  return unit == k_no_unit ? "" : three_districts().names[unit];
}

TableJoin join_of(const model::Table& table) {
  return join_table(three_districts(), table, {.name = "ten"}, {});
}

TEST(HeadingRows, SubtotalsBelowTheirCommunes) {
  const auto table = table_of({{"", "Lâm Trung", "40"},
                               {"", "Bùi La", "30"},
                               {"", "Đức Thọ", "70"},
                               {"", "Đức Bồng", "10"},
                               {"", "Đức Lĩnh", "20"},
                               {"", "Vũ Quang", "30"}});
  const TableJoin join = join_of(table);
  EXPECT_EQ(joined(join, table, "Đức Thọ"), "");
  EXPECT_EQ(joined(join, table, "Vũ Quang"), "");
  EXPECT_EQ(joined(join, table, "Bùi La"), "Bùi La");
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
}

TEST(HeadingRows, MeansAboveEveryDistrict) {
  const auto table = table_of({{"", "Đức Thọ", "35,2"},
                               {"", "Lâm Trung", "40"},
                               {"", "Bùi La", "30"},
                               {"", "Can Lộc", "12,5"},
                               {"", "Thiên Lộc", "10"},
                               {"", "Kim Song", "20"},
                               {"", "Vũ Quang", "15,1"},
                               {"", "Đức Bồng", "10"},
                               {"", "Đức Lĩnh", "20"}});
  const TableJoin join = join_of(table);
  for (const char* name : {"Đức Thọ", "Can Lộc", "Vũ Quang"})
    EXPECT_EQ(joined(join, table, name), "") << name;
  EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
  ASSERT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
  EXPECT_THAT(join.findings.front().what.en, HasSubstr("3 headings"));
}

TEST(HeadingRows, MarksTellACommuneFromADistrict) {
  Units units = three_districts();
  units.names[9] = "Đức Thổ";  // a commune of Can Lộc
  const auto table = table_of({{"", "Can Lộc", "12,5"},
                               {"", "Đức Thổ", "10"},
                               {"", "Kim Song", "20"},
                               {"", "Đức Thọ", "35,2"},
                               {"", "Lâm Trung", "40"},
                               {"", "Bùi La", "30"}});
  const TableJoin join = join_table(units, table, {.name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 9, 11, k_no_unit, 1, 2));
  EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 0U);
}

TEST(HeadingRows, OfHeadingAndTownTheTownIsKept) {
  const auto table = table_of({{"", "Đức Thọ", "35,2"},
                               {"", "TT Đức Thọ", "50"},
                               {"", "Bùi La", "30"},
                               {"", "Can Lộc", "12,5"},
                               {"", "Thiên Lộc", "10"},
                               {"", "Kim Song", "20"},
                               {"", "Vũ Quang", "15,1"},
                               {"", "Vũ Quang", "55"},
                               {"", "Đức Lĩnh", "20"}});
  const TableJoin join = join_of(table);
  EXPECT_EQ(join.unit_of_row[0], k_no_unit);
  EXPECT_EQ(join.unit_of_row[1], 0U);
  EXPECT_EQ(join.unit_of_row[6], k_no_unit);
  EXPECT_EQ(join.unit_of_row[7], 4U);
}

TEST(HeadingRows, TheRowThatIsNotCounted) {
  const auto table = table_of({{"", "Đức Thọ", "77"},
                               {"1", "Lâm Trung", "40"},
                               {"2", "Bùi La", "30"},
                               {"3", "Yên Hồ", "1"},
                               {"", "Vũ Quang", "30"},
                               {"1", "Đức Bồng", "10"},
                               {"2", "Đức Lĩnh", "25"},
                               {"3", "Quang Thọ", "25"}});
  const TableJoin join = join_of(table);
  EXPECT_EQ(joined(join, table, "Đức Thọ"), "");
  EXPECT_EQ(joined(join, table, "Vũ Quang"), "");
  EXPECT_EQ(joined(join, table, "Đức Bồng"), "Đức Bồng");
}

TEST(HeadingRows, NumbersWithADot) {
  const auto table = table_of({{"1", "Đức Thọ", "77"},
                               {"1.1", "Lâm Trung", "40"},
                               {"1.2", "Bùi La", "30"},
                               {"2", "Vũ Quang", "30"},
                               {"2.1", "Vũ Quang", "30"},
                               {"2.2", "Đức Lĩnh", "25"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 2, k_no_unit, 4, 6));
}

TEST(HeadingRows, EitherWayIsAmbiguous) {
  // Yên Hồ is missing: not all units of the district are there, so that the town may be missing as well.
  const auto table = table_of({{"", "Đức Thọ", "30"}, {"", "Lâm Trung", "40"}, {"", "Bùi La", "20"}});
  const TableJoin join = join_of(table);
  EXPECT_EQ(joined(join, table, "Đức Thọ"), "");
  ASSERT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U);
  EXPECT_EQ(join.findings.front().place.en, "row 2");
  EXPECT_THAT(join.findings.front().what.vi,
              HasSubstr("thị trấn Đức Thọ (100), cũng có thể là dòng tổng của Huyện Đức Thọ"));
  ASSERT_EQ(join.ambiguous.size(), 1U);
  EXPECT_THAT(join.ambiguous.front().candidates, ElementsAre(0));
}

TEST(HeadingRows, AConfirmedTownIsTheTown) {
  const auto table = table_of({{"", "Đức Thọ", "30"}, {"", "Lâm Trung", "40"}, {"", "Bùi La", "20"}});
  const names::AliasBook confirmed({{"Đức Thọ", "", "", "100"}});
  EXPECT_THAT(join_table(three_districts(), table, {.name = "ten"}, confirmed).unit_of_row,
              ElementsAre(0, 1, 2));
}

TEST(HeadingRows, AConfirmedTownIsNoneWhereEveryDistrictIsHeaded) {
  const auto table = table_of({{"", "Đức Thọ", "35,2"},
                               {"", "Lâm Trung", "40"},
                               {"", "Bùi La", "30"},
                               {"", "Can Lộc", "12,5"},
                               {"", "Thiên Lộc", "10"},
                               {"", "Kim Song", "20"}});
  const names::AliasBook confirmed({{"Đức Thọ", "", "", "100"}});
  EXPECT_THAT(join_table(three_districts(), table, {.name = "ten"}, confirmed).unit_of_row,
              ElementsAre(k_no_unit, 1, 2, k_no_unit, 9, 11));
}

TEST(HeadingRows, FiguresLikeASubtotalAreDoubted) {
  const auto wrong_sum =
      table_of({{"", "Đức Thọ", "87"}, {"", "Lâm Trung", "40"}, {"", "Bùi La", "30"}, {"", "Yên Hồ", "20"}});
  EXPECT_EQ(joined(join_of(wrong_sum), wrong_sum, "Đức Thọ"), "");
  const auto mean =
      table_of({{"", "Đức Thọ", "30"}, {"", "Lâm Trung", "40"}, {"", "Bùi La", "30"}, {"", "Yên Hồ", "20"}});
  EXPECT_EQ(joined(join_of(mean), mean, "Đức Thọ"), "");
}

TEST(HeadingRows, TheOnlyTownOfAFullDistrictMayBeItsWeightedMean) {
  const auto table =
      table_of({{"", "Đức Thọ", "35"}, {"", "Lâm Trung", "40"}, {"", "Bùi La", "30"}, {"", "Yên Hồ", "20"}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 1, 2, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U);
}

TEST(HeadingRows, ACountedNameWithoutFiguresMayBeAHeading) {
  const auto table = table_of(
      {{"1", "Đức Thọ", ""}, {"2", "Lâm Trung", "40"}, {"3", "Bùi La", "30"}, {"4", "Yên Hồ", "20"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 2, 3));
}

TEST(HeadingRows, OfTwoRowsForOneTownNeitherIsTaken) {
  const auto table = table_of({{"", "Đức Thọ", "77,53"},
                               {"", "Đức Thọ", "91,9"},
                               {"", "Lâm Trung", "75,5"},
                               {"", "Bùi La", "65,9"},
                               {"", "Yên Hồ", "71,2"},
                               {"", "Thiên Lộc", "70"},
                               {"", "Kim Song", "60"}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, k_no_unit, 1, 2, 3, 9, 11));
  EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 2U);
}

TEST(HeadingRows, ATownOfSeveralYearsIsTheTown) {
  std::vector<Line> lines;
  for (const int year : {0, 1}) {
    for (std::size_t unit = 0; unit < three_districts().size(); ++unit)
      lines.push_back({"", three_districts().names[unit], std::to_string(1000 + 3 * unit + year)});
  }
  EXPECT_EQ(test::count_rule(join_of(table_of(lines)).findings, "join.ambiguous"), 0U);
}

TEST(HeadingRows, ARoundedMeanIsDoubtedWhateverItsDecimals) {
  for (const char* mean : {"81", "81.0", "80.6"}) {  // 80.57
    const auto table = table_of({{"1", "Đức Thọ", mean},
                                 {"2", "Lâm Trung", "72.4"},
                                 {"3", "Bùi La", "93.7"},
                                 {"4", "Yên Hồ", "75.6"},
                                 {"5", "Thiên Lộc", "50.1"},
                                 {"6", "Kim Song", "51.2"}});
    EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 2, 3, 9, 11)) << mean;
  }
}

TEST(HeadingRows, OneAmongOthersThatAreDoubtedIsDoubted) {
  const auto table = table_of({{"1", "Đức Thọ", "80.6"},
                               {"2", "Lâm Trung", "72.4"},
                               {"3", "Bùi La", "93.7"},
                               {"4", "Yên Hồ", "75.6"},
                               {"5", "Vũ Quang", "64.4"},
                               {"6", "Đức Bồng", "50.1"},
                               {"7", "Đức Lĩnh", "51.2"},
                               {"8", "Quang Thọ", "70.3"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 2, 3, k_no_unit, 5, 6, 7));
}

TEST(HeadingRows, TheOnlyTownOfAFullDistrictThatIsCounted) {
  const std::vector<Line> lines{
      {"1", "Đức Thọ", "35"}, {"2", "Lâm Trung", "40"}, {"3", "Bùi La", "30"}, {"4", "Yên Hồ", "20"}};
  const TableJoin join = join_of(table_of(lines));
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.town-or-heading"), 0U);
}

TEST(HeadingRows, ACountedRowInATableOfCommunesMayBeAWeightedMean) {
  const auto with = [](const char* figure, std::vector<Line> others) {
    std::vector<Line> lines{{"1", "Thiên Lộc", "50,1"}, {"2", "Kim Song", "51,2"}, {"3", "Đức Bồng", "60,4"},
                            {"4", "Đức Lĩnh", "58"},    {"5", "Đức Thọ", figure},  {"6", "Lâm Trung", "72,4"},
                            {"7", "Bùi La", "53,7"},    {"8", "Yên Hồ", "75,6"}};
    for (Line& line : others) lines.push_back(std::move(line));
    return table_of(lines);
  };
  // Neither Nghèn nor Vũ Quang has a row: the town of Đức Thọ is hardly meant either.
  EXPECT_THAT(join_of(with("62,4", {})).unit_of_row, ElementsAre(9, 11, 5, 6, k_no_unit, 1, 2, 3));
  EXPECT_THAT(join_of(with("91,7", {})).unit_of_row, ElementsAre(9, 11, 5, 6, 0, 1, 2, 3)) << "no mean";
  EXPECT_THAT(join_of(with("62,4", {{"9", "Nghèn", "80"}})).unit_of_row,
              ElementsAre(9, 11, 5, 6, 0, 1, 2, 3, 8));
}

TEST(HeadingRows, ListsOfAllUnitsAreSimplyJoined) {
  std::vector<Line> lines;
  for (std::size_t unit = 0; unit < three_districts().size(); ++unit)
    lines.push_back({"", three_districts().names[unit], std::to_string(1000 + 3 * unit)});
  const auto told = [](const TableJoin& join) {
    return test::count_rule(join.findings, "join.town-or-heading") +
           test::count_rule(join.findings, "join.ambiguous") +
           test::count_rule(join.findings, "table.heading-rows");
  };
  const TableJoin grouped = join_of(table_of(lines));
  EXPECT_EQ(told(grouped), 0U);
  EXPECT_THAT(grouped.unit_without_row, IsEmpty());
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.name < b.name; });
  const TableJoin sorted = join_of(table_of(lines));
  EXPECT_EQ(told(sorted), 0U);
  EXPECT_THAT(sorted.unit_without_row, IsEmpty());
}

/// The same with a second town in Đức Thọ.
Units with_second_town() {
  Units units = three_districts();
  units.names[2] = "Xuân An";
  units.types[2] = "Thị trấn";
  return units;
}

TEST(HeadingRows, ASubtotalAboveAnotherTownIsNotTheTown) {
  for (const char* figure : {"11623", "480,7"}) {  // far beyond all, and the mean
    const auto table = table_of(
        {{"", "Đức Thọ", figure}, {"", "Lâm Trung", "480"}, {"", "Xuân An", "481"}, {"", "Yên Hồ", "481"}});
    const TableJoin join = join_table(with_second_town(), table, {.name = "ten"}, {});
    EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 1, 2, 3)) << figure;
    EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U) << figure;
  }
}

TEST(HeadingRows, ATownAboveAnotherTownIsTold) {
  for (const char* figure : {"", "500"}) {
    const auto table = table_of(
        {{"", "Đức Thọ", figure}, {"", "Lâm Trung", "480"}, {"", "Xuân An", "481"}, {"", "Yên Hồ", "482"}});
    const TableJoin join = join_table(with_second_town(), table, {.name = "ten"}, {});
    EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3)) << figure;
    EXPECT_EQ(test::count_rule(join.findings, "join.town-or-heading"), 1U) << figure;
  }
  const auto counted = table_of(
      {{"1", "Đức Thọ", "500"}, {"2", "Lâm Trung", "480"}, {"3", "Xuân An", "481"}, {"4", "Yên Hồ", "482"}});
  const TableJoin join = join_table(with_second_town(), counted, {.name = "ten"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.town-or-heading"), 0U);
}

TEST(HeadingRows, ASubtotalWhereOtherDistrictsHaveNoneIsDoubted) {
  const auto table = table_of({{"", "Đức Thọ", "11623"},
                               {"", "Lâm Trung", "480"},
                               {"", "Bùi La", "481"},
                               {"", "Yên Hồ", "482"},
                               {"", "Thiên Lộc", "490"},
                               {"", "Kim Song", "491"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 2, 3, 9, 11));
}

TEST(HeadingRows, AMeanAboveItsTownAndCommunesIsAHeading) {
  const auto table = table_of({{"", "Đức Thọ", "35,5"},
                               {"", "Đức Thọ", "52"},
                               {"", "Lâm Trung", "40"},
                               {"", "Bùi La", "30"},
                               {"", "Yên Hồ", "20"}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 0, 1, 2, 3));
  EXPECT_EQ(test::count_rule(join.findings, "join.town-or-heading"), 0U);
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
}

TEST(HeadingRows, ABareNameBesideItsTownIsAHeading) {
  const auto table = table_of(
      {{"", "Đức Thọ", "33"}, {"", "Lâm Trung", "40"}, {"", "Thị trấn Đức Thọ", "50"}, {"", "Yên Hồ", "20"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(k_no_unit, 1, 0, 3));
}

TEST(HeadingRows, AmongItsCommunesItIsTheTown) {
  const auto table = table_of({{"", "Bùi La", "40"}, {"", "Đức Thọ", "70"}, {"", "Lâm Trung", "30"}});
  EXPECT_THAT(join_of(table).unit_of_row, ElementsAre(2, 0, 1));
}

TEST(HeadingRows, ATableOfDistrictsIsNoneOfTowns) {
  const auto table = table_of({{"", "Đức Thọ", "40"}, {"", "Vũ Quang", "70"}, {"", "Can Lộc", "30"}});
  const TableJoin join = join_of(table);
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, k_no_unit, k_no_unit));
  EXPECT_EQ(test::count_rule(join.findings, "join.ambiguous"), 2U);
}

TEST(HeadingRows, EachFileIsLookedAtByItself) {
  auto table = table_of({{"", "Đức Thọ", "70"},
                         {"", "Lâm Trung", "40"},
                         {"", "Bùi La", "30"},
                         {"", "Đức Bồng", "10"},
                         {"", "Đức Lĩnh", "20"},
                         {"", "Quang Thọ", "20"},
                         {"", "Vũ Quang", "31"}});
  table.parts = {{"a.xlsx", "", 1, 0}, {"b.xlsx", "", 1, 3}};
  const TableJoin join = join_of(table);
  EXPECT_EQ(joined(join, table, "Đức Thọ"), "");
  EXPECT_EQ(joined(join, table, "Vũ Quang"), "");  // more than half of what the rows add up to
  ASSERT_EQ(test::count_rule(join.findings, "join.ambiguous"), 1U);
  EXPECT_EQ(join.findings.front().file, "b.xlsx");
}

}  // namespace
}  // namespace ntmap::app
