#include "io/other_sheets.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

std::string text_at(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string sheet_of(const std::string& name, const std::string& figure) {
  return "<sheetData><row r=\"1\">" + text_at("A1", name) + text_at("B1", figure) + "</row><row r=\"2\">" +
         text_at("A2", "Kỳ Anh") + text_at("B2", "5") + "</row><row r=\"3\">" + text_at("A3", "Kỳ Sơn") +
         text_at("B3", "6") + "</row></sheetData>";
}

const base::Finding* told(const TableFile& file) {
  return test::find_rule(file.findings, "table.other-sheets");
}

TEST(OtherSheets, OfTheLikeHeaderAreAWarningWithTheirRows) {
  const std::string year = sheet_of("Xã", "Số hộ");
  const test::TemporaryFolder folder;
  const TableFile like = read_table(
      folder.write("a.xlsx",
                   test::xlsx_bytes({{"2022", year, ""}, {"2024", year, ""}, {"Cũ", year, "hidden"}})),
      {});
  ASSERT_NE(told(like), nullptr);
  EXPECT_EQ(told(like)->severity, base::Severity::warning);
  EXPECT_THAT(told(like)->what.en,
              testing::HasSubstr("1 others with the same header (2 rows) were not: 2024"));

  const TableFile unlike = read_table(
      folder.write("b.xlsx",
                   test::xlsx_bytes({{"2022", year, ""}, {"Chú giải", sheet_of("Từ", "Nghĩa"), ""}})),
      {});
  ASSERT_NE(told(unlike), nullptr);
  EXPECT_EQ(told(unlike)->severity, base::Severity::note);
  EXPECT_EQ(told(read_table(folder.write("c.xlsx", test::xlsx_bytes({{"2022", year, ""}})), {})), nullptr);
}

}  // namespace
}  // namespace ntmap::io
