#include "io/percent_cells.hpp"

#include <gtest/gtest.h>

#include "findings.hpp"

namespace ntmap::io {
namespace {

std::size_t told(const std::string& name, const std::vector<bool>& percents) {
  Grid grid;
  grid.sheet = "A";
  std::vector<std::size_t> rows;
  for (const bool percent : percents) {
    rows.push_back(grid.rows.size());
    grid.row_number.push_back(static_cast<std::uint32_t>(grid.rows.size() + 2));
    grid.rows.push_back({{CellKind::number, 12.5, {}, percent}});
  }
  base::Findings findings;
  check_percent_cells(grid, rows, {name}, "a.xlsx", findings);
  return test::count_rule(findings, "number.percent-sign");
}

TEST(PercentCells, AreToldWhereTheyAreFewAmongCounts) {
  EXPECT_EQ(told("Số hộ", {false, true, false, false}), 1U);
  EXPECT_EQ(told("Tỷ lệ hộ nghèo", {false, true, false, false}), 0U);
  EXPECT_EQ(told("Kết quả", {true, true, true, false}), 0U);
  EXPECT_GT(told("Số hộ", {true, true, true}), 0U) << "households are no shares";
  EXPECT_EQ(told("Số hộ", {false, false}), 0U);
}

}  // namespace
}  // namespace ntmap::io
