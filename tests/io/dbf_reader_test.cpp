#include "io/dbf_reader.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"

namespace ntmap::io {
namespace {

using test::dbf_bytes;
using test::error_of;
using test::find_rule;

const std::vector<test::DbfField> k_fields = {{"CODE", 'C', 6}, {"TYLE", 'N', 8, 2}, {"NGAY", 'D', 8}};

DbfFile read(std::string_view bytes, const std::vector<std::string>& fields = {}) {
  const test::TemporaryFolder folder;
  return read_dbf(folder.write("t.dbf", bytes), fields, "t.dbf");
}

TEST(Dbf, TypesAndRawBytes) {
  const DbfFile file = read(dbf_bytes(k_fields, {{"00097", "98.50", "20251231"}, {"T\xD2nh", "", ""}}, 0x57));
  EXPECT_EQ(file.language_id, 0x57);
  EXPECT_EQ(file.row_count, 2U);
  ASSERT_EQ(file.columns.size(), 3U);
  EXPECT_EQ(file.columns[0].texts, (std::vector<std::string>{"00097", "T\xD2nh"}));
  EXPECT_EQ(file.columns[1].type, model::ColumnType::number);
  EXPECT_DOUBLE_EQ(file.columns[1].numbers[0], 98.5);
  EXPECT_TRUE(file.columns[1].is_missing(1));
  EXPECT_EQ(file.columns[2].texts[0], "2025-12-31");
  EXPECT_TRUE(file.findings.empty());
}

TEST(Dbf, OnlyTheFieldsAskedFor) {
  const DbfFile file = read(dbf_bytes(k_fields, {{"1", "2", ""}}), {"TYLE"});
  ASSERT_EQ(file.columns.size(), 1U);
  EXPECT_EQ(file.columns[0].name, "TYLE");
  EXPECT_EQ(file.field_names.size(), 3U);
}

TEST(Dbf, DecimalCommaIsKeptAsTextNotCut) {
  const DbfFile file = read(dbf_bytes(k_fields, {{"1", "1.5", ""}, {"2", "1,5", ""}}));
  ASSERT_EQ(file.columns[1].type, model::ColumnType::mixed);
  EXPECT_DOUBLE_EQ(file.columns[1].numbers[0], 1.5);
  EXPECT_EQ(file.columns[1].text(1), "1,5");
  ASSERT_NE(find_rule(file.findings, "dbf.not-a-number"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "dbf.not-a-number")->place.en, "row 2, field TYLE");
  EXPECT_EQ(find_rule(file.findings, "dbf.not-a-number")->severity, base::Severity::error);
}

TEST(Dbf, StarsAreHowGdalWritesNoValue) {
  const DbfFile file =
      read(dbf_bytes(k_fields, {{"1", "********", "00000000"}, {"2", "5", ""}, {"3", "********", ""}}));
  EXPECT_EQ(file.columns[1].type, model::ColumnType::number);
  EXPECT_TRUE(file.columns[1].is_missing(0));
  EXPECT_TRUE(file.columns[2].is_missing(0));
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_EQ(file.findings.front().rule, "dbf.no-value");
  EXPECT_EQ(file.findings.front().severity, base::Severity::note);
  EXPECT_EQ(file.findings.front().place.en, "row 1, 3, field TYLE");
}

TEST(Dbf, AStarAmongBlanksIsDamage) {
  const DbfFile file = read(dbf_bytes(k_fields, {{"1", "*", ""}}));
  EXPECT_NE(find_rule(file.findings, "dbf.not-a-number"), nullptr);
}

TEST(Dbf, CutToThreeOfFiveRows) {
  const std::string whole =
      dbf_bytes(k_fields, {{"1", "", ""}, {"2", "", ""}, {"3", "", ""}, {"4", "", ""}, {"5", "", ""}});
  const std::size_t record = 1 + 6 + 8 + 8;
  const DbfFile file = read(std::string_view(whole).substr(0, whole.size() - 1 - 2 * record));
  EXPECT_EQ(file.row_count, 3U);
  ASSERT_NE(find_rule(file.findings, "dbf.truncated"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "dbf.truncated")->severity, base::Severity::error);
}

TEST(Dbf, MoreRowsThanTheHeaderCounts) {
  std::string bytes = dbf_bytes(k_fields, {{"1", "", ""}, {"2", "", ""}});
  bytes[4] = 1;
  const DbfFile file = read(bytes);
  EXPECT_EQ(file.row_count, 1U);
  EXPECT_NE(find_rule(file.findings, "dbf.longer-than-header"), nullptr);
}

TEST(Dbf, ControlCharactersAndRowMarksShowDamage) {
  std::string bytes = dbf_bytes(k_fields, {{"1", "", ""}, {"2", "", ""}});
  const std::size_t first = 32 + 3 * 32 + 1;
  bytes[first + 2] = '\x01';
  bytes[first + 23] = 'X';
  const DbfFile file = read(bytes);
  EXPECT_NE(find_rule(file.findings, "dbf.control-character"), nullptr);
  ASSERT_NE(find_rule(file.findings, "dbf.row-mark"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "dbf.row-mark")->place.en, "row 2");
}

TEST(Dbf, BrokenHeadersAreRefused) {
  EXPECT_EQ(error_of([] { read("short"); }).kind(), base::ErrorKind::data);
  std::string widths = dbf_bytes(k_fields, {{"1", "", ""}});
  widths[10] = 99;  // the record is wider than its fields
  EXPECT_EQ(error_of([&] { read(widths); }).kind(), base::ErrorKind::data);
  std::string rows = dbf_bytes(k_fields, {{"1", "", ""}});
  rows.replace(4, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(error_of([&] { read(rows); }).kind(), base::ErrorKind::data);
}

}  // namespace
}  // namespace ntmap::io
