#include "model/table.hpp"

#include <gtest/gtest.h>

namespace ntmap::model {
namespace {

TEST(Column, MixedCellsAreNumberTextOrMissing) {
  const Column column{"nuoc_sach", ColumnType::mixed, {"", "98,5", ""}, {0.985, k_no_data, k_no_data}};
  EXPECT_TRUE(column.has_number(0));
  EXPECT_TRUE(column.has_text(1));
  EXPECT_TRUE(column.is_missing(2));
  EXPECT_EQ(column.text(0), "0.985");
  EXPECT_EQ(column.text(1), "98,5");
  EXPECT_EQ(column.text(2), "");
}

TEST(Table, FindsColumnsByExactName) {
  Table table;
  EXPECT_EQ(table.row_count(), 0U);
  table.columns.push_back({"code", ColumnType::text, {"00097"}, {}});
  EXPECT_EQ(table.row_count(), 1U);
  ASSERT_NE(table.find("code"), nullptr);
  EXPECT_EQ(table.find("code")->text(0), "00097");
  EXPECT_EQ(table.find("Code"), nullptr);
}

TEST(Table, RowsKnowTheirFileAndSheet) {
  Table table;
  table.file = "one.csv";
  EXPECT_EQ(table.file_of(3), "one.csv");
  table.parts = {{"a.xlsx", "Can Lộc", 1, 0}, {"b.xlsx", "Kỳ Anh", 2, 5}};
  EXPECT_EQ(table.file_of(0), "a.xlsx");
  EXPECT_EQ(table.sheet_of(4), "Can Lộc");
  EXPECT_EQ(table.file_of(5), "b.xlsx");
  EXPECT_EQ(table.sheet_of(99), "Kỳ Anh");
}

}  // namespace
}  // namespace ntmap::model
