#include "app/data/names_beside_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "app/data/name_columns.hpp"
#include "app/sample_project.hpp"
#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Columns = std::vector<std::pair<std::string, std::vector<std::string>>>;

Units six_units() {
  return test::units_of({{"101", "Hương Khê", "Thị trấn", "Huyện Hương Khê"},
                         {"102", "Phúc Đồng", "Xã", "Huyện Hương Khê"},
                         {"103", "Hà Linh", "Xã", "Huyện Hương Khê"},
                         {"104", "Sơn Lộc", "Xã", "Huyện Can Lộc"},
                         {"105", "Thượng Lộc", "Xã", "Huyện Can Lộc"},
                         {"106", "Can Lộc", "Xã", "Huyện Can Lộc"}});
}

model::Table table_of(Columns columns) {
  model::Table table;
  table.file = "bang.csv";
  for (auto& [name, texts] : columns)
    table.columns.push_back({name, model::ColumnType::text, std::move(texts), {}});
  for (std::uint32_t row = 0; row < table.row_count(); ++row) table.source_row.push_back(row + 2);
  return table;
}

const std::vector<std::string> k_codes{"101", "102", "103", "104", "105", "106"};
const std::vector<std::string> k_names{"TT Hương Khê", "Xã Phúc Đồng",  "X. Hà Linh",
                                       "Sơn Lộc",      "Xã Thượng Lộc", "Can Lộc"};

/// Joins by the code "ma" and settles the names.
TableJoin joined(const Columns& columns, const std::vector<names::Alias>& aliases = {},
                 const Units& units = six_units()) {
  const model::Table table = table_of(columns);
  const names::AliasBook book(aliases);
  TableJoin join = join_table(units, table, {.code = "ma"}, book);
  settle_names(units, table, {.name = {}, .district = {}, .other_fields = {"ma"}}, book, join);
  return join;
}

std::vector<std::string> swapped(std::vector<std::string> texts, std::size_t a, std::size_t b) {
  std::swap(texts[a], texts[b]);
  return texts;
}

TEST(NamesBesideCodes, NamesThatAgreeAreNothingToTell) {
  const TableJoin join = joined({{"ma", k_codes}, {"cot b", k_names}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_THAT(join.findings, IsEmpty());
}

TEST(NamesBesideCodes, SwappedCodesAreAnErrorWhateverTheHeading) {
  for (const char* heading : {"Tên xã", "xa", "Đơn vị", "name", "Cột 2"}) {
    const TableJoin join = joined({{"ma", swapped(k_codes, 1, 4)}, {heading, k_names}});
    EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, 2, 3, k_no_unit, 5)) << heading;
    ASSERT_EQ(test::count_rule(join.findings, "names.differ"), 1U) << heading;
    EXPECT_EQ(join.findings.front().severity, base::Severity::error);
    EXPECT_EQ(join.findings.front().place.en, "row 3, row 6");
    EXPECT_THAT(join.findings.front().what.en,
                AllOf(HasSubstr("2 rows"), HasSubstr("105 is Xã Thượng Lộc"), HasSubstr("“Xã Phúc Đồng”")));
    ASSERT_THAT(join.ambiguous, SizeIs(2));
    EXPECT_THAT(join.ambiguous.front().candidates, ElementsAre(4, 1));
  }
}

TEST(NamesBesideCodes, AHeadingOfVillagesOrRemarksHidesNoNames) {
  const std::vector<std::string> full{"Thị trấn Hương Khê", "Xã Phúc Đồng",  "Xã Hà Linh",
                                      "Xã Sơn Lộc",         "Xã Thượng Lộc", "Xã Can Lộc"};
  for (const char* heading :
       {"Địa bàn", "Địa bàn cấp xã", "Đơn vị trực thuộc huyện", "Khối xã", "Thôn, xã", "Ghi chú", "Họ tên"}) {
    const TableJoin join = joined({{"ma", swapped(k_codes, 1, 4)}, {heading, full}});
    EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, 2, 3, k_no_unit, 5)) << heading;
    EXPECT_THAT(joined({{"ma", k_codes}, {heading, full}}).findings, IsEmpty()) << heading;
  }
}

TEST(NamesBesideCodes, ColumnsOfOtherUnitsRefuteNothing) {
  std::vector<std::string> others = k_names;
  std::rotate(others.begin(), others.begin() + 1, others.end());
  for (const char* heading : {"Xã đỡ đầu", "Đơn vị kết nghĩa", "Đơn vị giúp đỡ", "Xã lân cận", "Nhập vào xã",
                              "Đối tác", "Xã phụ trách", "Đơn vị phối hợp", "Xã giáp", "Đơn vị khác"}) {
    EXPECT_THAT(joined({{"ma", k_codes}, {heading, others}}).findings, IsEmpty()) << heading;
  }
  for (const char* heading : {"Tên xã cũ", "Tên trước đây"}) {
    const TableJoin join = joined({{"ma", k_codes}, {heading, others}});
    EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5)) << heading;
    EXPECT_EQ(test::count_rule(join.findings, "names.unknown"), 1U) << heading;
  }
}

TEST(NamesBesideCodes, AColumnThatAgreesNowhereIsStillTheNames) {
  const std::vector<std::string> shifted{"102", "103", "104", "105", "106", "101"};
  const TableJoin join = joined({{"ma", shifted}, {"Tên xã", k_names}});
  EXPECT_THAT(join.unit_of_row, Each(k_no_unit));
  ASSERT_EQ(test::count_rule(join.findings, "names.differ"), 1U);
  EXPECT_THAT(join.findings.front().what.en, AllOf(HasSubstr("6 rows"), HasSubstr("…")));
}

TEST(NamesBesideCodes, ANameOfNoUnitIsAWarning) {
  const TableJoin join = joined(
      {{"ma", k_codes},
       {"Tên xã", {"TT Hương Khê", "Xã Phúc Đồng", "Xã Phú Gia", "Sơn Lộc", "Thượng Lộc", "Can Lộc"}}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  ASSERT_EQ(test::count_rule(join.findings, "names.unknown"), 1U);
  EXPECT_EQ(join.findings.front().severity, base::Severity::warning);
}

TEST(NamesBesideCodes, ManyNamesOfNoUnitAreThoseOfAnotherDate) {
  const TableJoin join = joined(
      {{"ma", k_codes},
       {"Tên xã", {"TT Hương Khê", "Xã Phú Gia", "Xã Lộc Yên", "Xã Phú Phong", "Thượng Lộc", "Can Lộc"}}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, k_no_unit, k_no_unit, 4, 5));
  ASSERT_EQ(test::count_rule(join.findings, "names.differ"), 1U);
  EXPECT_EQ(join.findings.front().severity, base::Severity::error);
}

TEST(NamesBesideCodes, NamesThatAgreeNowhereAndAreNoUnitsStayAWarning) {
  const TableJoin join =
      joined({{"ma", k_codes}, {"Tên xã", {"Xã A", "Xã Bê", "Xã Xê", "Xã Dê", "Xã Giê", "Xã Hát"}}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_EQ(test::count_rule(join.findings, "names.unknown"), 1U);
}

TEST(NamesBesideCodes, OneWrongLetterIsNoContradiction) {
  std::vector<std::string> names = k_names;
  names[2] = "Xã Hà Linb";
  const TableJoin join = joined({{"ma", k_codes}, {"Tên xã", names}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_EQ(test::count_rule(join.findings, "names.differ"), 0U);
}

TEST(NamesBesideCodes, DistrictsVillagesAndPersonsAreNoNamesOfUnits) {
  const std::vector<std::string> districts{"Hương Khê", "Hương Khê", "Hương Khê",
                                           "Can Lộc",   "Can Lộc",   "Can Lộc"};
  const std::vector<std::string> villages{"Sơn Lộc", "Hà Linh", "Tân Tiến", "Phúc Đồng", "Đông Hà", "Tân Xã"};
  const std::vector<std::string> persons{"Lê Hà Linh", "Hà Linh", "Trần A", "Vũ B", "Hồ C", "Lý D"};
  for (const auto& [heading, cells] : Columns{{"Huyện", districts},
                                              {"Vùng", districts},
                                              {"Thôn", villages},
                                              {"Thôn, xóm", k_names},
                                              {"Cột 3", persons},
                                              {"Chủ tịch UBND xã", persons}}) {
    EXPECT_THAT(joined({{"ma", k_codes}, {heading, cells}}).findings, IsEmpty()) << heading;
  }
}

TEST(NamesBesideCodes, ARowThatOneOfTwoColumnsBearsOutIsRight) {
  const std::vector<std::string> before{"Xã Hà Linh",   "Xã Phúc Đồng", "Xã Hương Thủy",
                                        "Xã Trung Lộc", "Xã Mỹ Lộc",    "Xã Sơn Lộc"};
  const TableJoin join = joined({{"ma", k_codes}, {"Tên xã cũ", before}, {"Tên xã mới", k_names}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_THAT(join.findings, IsEmpty());
}

TEST(NamesBesideCodes, TwoColumnsThatMeanDifferentUnitsAreTold) {
  // Looked up by the code, one column agrees with it everywhere: it says nothing.
  const TableJoin join =
      joined({{"ma", swapped(k_codes, 1, 4)}, {"Tên xã", k_names}, {"name", swapped(k_names, 1, 4)}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, 2, 3, k_no_unit, 5));
  const std::vector<std::string> shifted{"Xã Phúc Đồng", "Xã Hà Linh", "Sơn Lộc",
                                         "Thượng Lộc",   "Can Lộc",    "TT Hương Khê"};
  const TableJoin neighbours = joined({{"ma", k_codes}, {"Tên xã", k_names}, {"Xã bên", shifted}});
  EXPECT_THAT(neighbours.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  ASSERT_EQ(test::count_rule(neighbours.findings, "names.columns-differ"), 1U);
}

TEST(NamesBesideCodes, AColumnLookedUpByTheCodeHidesNothing) {
  const std::vector<std::string> shifted{"102", "103", "104", "105", "106", "101"};
  std::vector<std::string> looked_up = k_names;
  std::rotate(looked_up.begin(), looked_up.begin() + 1, looked_up.end());
  const TableJoin join = joined({{"ma", shifted}, {"Tên xã", k_names}, {"TEN_TRA", looked_up}});
  EXPECT_THAT(join.unit_of_row, Each(k_no_unit));
}

TEST(NamesBesideCodes, CellsThatNameSeveralUnitsAreNoNames) {
  const std::vector<std::string> made_of{"Xã Phúc Đồng, xã Hà Linh",  "Xã Hà Linh, thị trấn Hương Khê",
                                         "Xã Sơn Lộc; xã Hà Linh",    "Xã Can Lộc, xã Sơn Lộc",
                                         "Xã Can Lộc, xã Thượng Lộc", "Xã Sơn Lộc, xã Can Lộc, xã Hà Linh"};
  for (const char* heading : {"Hình thành từ", "Các xã", "b"})
    EXPECT_THAT(joined({{"ma", k_codes}, {heading, made_of}}).findings, IsEmpty()) << heading;
}

TEST(NamesBesideCodes, TwoRowsAreEnoughWithAHeadingOrTypes) {
  EXPECT_EQ(test::count_rule(joined({{"ma", {"103", "102"}}, {"Tên", {"Phúc Đồng", "Hà Linh"}}}).findings,
                             "names.differ"),
            1U);
  EXPECT_EQ(test::count_rule(joined({{"ma", {"103", "102"}}, {"b", {"Xã Phúc Đồng", "Xã Hà Linh"}}}).findings,
                             "names.differ"),
            1U);
  EXPECT_THAT(joined({{"ma", {"103", "102"}}, {"b", {"Phúc Đồng", "Hà Linh"}}}).findings,
              Each(testing::Field(&base::Finding::rule, k_unit_without_row)));
}

TEST(NamesBesideCodes, TheDistrictTellsUnitsOfOneNameApart) {
  const Units twins = test::units_of({{"1", "Sơn Lộc", "Xã", "Huyện Can Lộc"},
                                      {"2", "Sơn Lộc", "Xã", "Huyện Hương Sơn"},
                                      {"3", "Hà Linh", "Xã", "Huyện Hương Sơn"}});
  const Columns swapped_twins{{"ma", {"2", "1", "3"}},
                              {"Tên xã", {"Sơn Lộc", "Sơn Lộc", "Hà Linh"}},
                              {"Nơi", {"Can Lộc", "Hương Sơn", "Hương Sơn"}}};
  EXPECT_THAT(joined(swapped_twins, {}, twins).unit_of_row, ElementsAre(k_no_unit, k_no_unit, 2));
}

TEST(NamesBesideCodes, ThePlaceMayStandBehindTheName) {
  const std::vector<std::string> cells{"TT Hương Khê, H. Hương Khê",   "Xã Phúc Đồng (huyện Hương Khê)",
                                       "Xã Hà Linh - huyện Hương Khê", "Xã Sơn Lộc, huyện Can Lộc",
                                       "Xã Thượng Lộc, Can Lộc",       "Xã Can Lộc, huyện Can Lộc"};
  EXPECT_THAT(joined({{"ma", k_codes}, {"Đơn vị", cells}}).findings, IsEmpty());
  const TableJoin join = joined({{"ma", swapped(k_codes, 1, 4)}, {"Đơn vị", cells}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, 2, 3, k_no_unit, 5));
}

TEST(NamesBesideCodes, AConfirmedNameDecides) {
  std::vector<std::string> names = k_names;
  names[1] = "Xã Hà Linh";
  const Columns columns{{"ma", k_codes}, {"Tên xã", names}};
  EXPECT_THAT(joined(columns).unit_of_row, ElementsAre(0, k_no_unit, 2, 3, 4, 5));
  EXPECT_THAT(joined(columns, {{"Xã Hà Linh", {}, {}, "102"}}).unit_of_row[1], 1U);
}

TEST(NamesBesideCodes, UnitsWithoutAFieldOfNamesAreCalledByTheOneHeadedSo) {
  Units units = six_units();
  units.layer.attributes = table_of({{"code", units.codes}, {"TEN_XA", units.names}});
  std::fill(units.names.begin(), units.names.end(), std::string());
  EXPECT_EQ(units_to_match(units)[1].name, "Phúc Đồng");
  const TableJoin join = joined({{"ma", swapped(k_codes, 1, 4)}, {"Tên xã", k_names}}, {}, units);
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, k_no_unit, 2, 3, k_no_unit, 5));
}

TEST(NamesBesideCodes, ATypeThatChangedIsANote) {
  std::vector<std::string> names = k_names;
  names[0] = "Xã Hương Khê";
  const TableJoin join = joined({{"ma", k_codes}, {"Tên xã", names}});
  EXPECT_THAT(join.unit_of_row, ElementsAre(0, 1, 2, 3, 4, 5));
  ASSERT_EQ(test::count_rule(join.findings, "names.other-type"), 1U);
}

}  // namespace
}  // namespace ntmap::app
