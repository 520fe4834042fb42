#include "app/data/bare_headings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/join_table.hpp"
#include "app/sample_project.hpp"
#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

Units coded_units() {
  return test::units_of({{"18229", "Đức Thọ", "Thị trấn", "Huyện Đức Thọ"},
                         {"18232", "Lâm Trung", "Xã", "Huyện Đức Thọ"},
                         {"18406", "Nghèn", "Thị trấn", "Huyện Can Lộc"}});
}

model::Table coded_table(const std::vector<std::string>& numbers, const std::vector<std::string>& codes,
                         const std::vector<std::string>& names) {
  model::Table table;
  table.file = "bang.csv";
  table.columns = {{"TT", model::ColumnType::text, numbers, {}},
                   {"Mã", model::ColumnType::text, codes, {}},
                   {"Tên", model::ColumnType::text, names, {}},
                   {"Hộ", model::ColumnType::text, std::vector<std::string>(names.size(), "10"), {}}};
  for (std::uint32_t row = 0; row < names.size(); ++row) table.source_row.push_back(row + 2);
  return table;
}

TEST(BareHeadings, ADistrictsCodeAndNameIsNoUnit) {
  const auto table = coded_table({"I", "1", "2", "II", "1"}, {"440", "18229", "18232", "443", "18406"},
                                 {"Huyện Đức Thọ", "Thị trấn Đức Thọ", "Xã Lâm Trung", "Can Lộc", "Nghèn"});
  const TableJoin join = join_table(coded_units(), table, {.code = "Mã"}, {});
  EXPECT_THAT(join.unit_of_row, ElementsAre(k_no_unit, 0, 1, k_no_unit, 2));
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
  EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
}

TEST(BareHeadings, TheNameOfADistrictAloneInARow) {
  auto table = coded_table({"Huyện Đức Thọ", "1", "2"}, {"", "18229", "18232"}, {"", "Đức Thọ", "Lâm Trung"});
  table.columns[3].texts[0] = "";
  for (const JoinFields& fields : {JoinFields{.code = "Mã"}, JoinFields{.code = "Mã", .name = "Tên"}}) {
    const TableJoin join = join_table(coded_units(), table, fields, {});
    EXPECT_EQ(join.unit_of_row[0], k_no_unit);
    EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 1U);
    EXPECT_EQ(test::count_rule(join.findings, "join.unmatched"), 0U);
  }
}

TEST(BareHeadings, AWrongCodeOfACommuneIsTold) {
  const auto table =
      coded_table({"1", "2", "3"}, {"18999", "18232", "1840"}, {"Huyện Can Lộc", "Lâm Trung", "Nghèn"});
  const TableJoin join = join_table(coded_units(), table, {.code = "Mã"}, {});
  EXPECT_EQ(test::count_rule(join.findings, "table.heading-rows"), 0U);
  EXPECT_EQ(join.unit_of_row[0], k_no_unit);
  EXPECT_EQ(join.row_without_unit.size(), 2U);
}

}  // namespace
}  // namespace ntmap::app
