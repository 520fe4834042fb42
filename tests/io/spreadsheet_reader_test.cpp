#include "io/spreadsheet_reader.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using model::ColumnType;
using test::error_of;
using test::find_rule;

constexpr std::string_view k_texts =
    "<si><t>code</t></si><si><t>tỷ lệ</t></si><si><r><t>Thạch</t></r><r><t xml:space=\"preserve\"> Hà</t></r>"
    "<rPh><t>phonetic</t></rPh></si><si><t>A &amp; B &#7841;</t></si>";

std::string cell(std::string_view at, std::string_view text) {
  return "<c r=\"" + std::string(at) + "\" t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}

std::string number(std::string_view at, std::string_view value, int style = 0) {
  return "<c r=\"" + std::string(at) + "\" s=\"" + std::to_string(style) + "\"><v>" + std::string(value) +
         "</v></c>";
}

std::string row(int n, std::string_view cells) {
  return "<row r=\"" + std::to_string(n) + "\">" + std::string(cells) + "</row>";
}

TableFile read_sheets(const std::vector<test::XlsxSheet>& sheets, const std::string& sheet = {}) {
  const test::TemporaryFolder folder;
  return read_table(folder.write("Đắk Lắk {1}.xlsx", test::xlsx_bytes(sheets, k_texts)), {sheet, 0});
}

TableFile read_rows(std::string_view rows, std::string_view after = {}) {
  return read_sheets({{"Xã", "<sheetData>" + std::string(rows) + "</sheetData>" + std::string(after), ""}});
}

TEST(Xlsx, SharedTextsFormatsAndAddresses) {
  const TableFile file = read_rows(
      row(2, "<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>" + cell("D2", "ngày")) +
      row(5, "<c r=\"B5\" t=\"s\"><v>2</v></c>" + number("C5", "0.56999999999999995", 1) +
                 number("D5", "45992", 2)) +
      row(6, "<c r=\"B6\" t=\"s\"><v>3</v></c>" + cell("C6", "98,5") + number("D6", "7")));
  EXPECT_EQ(file.table.header_row, 2U);
  EXPECT_EQ(file.table.sheet, "Xã");
  EXPECT_EQ(file.table.find("code")->texts, (std::vector<std::string>{"Thạch Hà", "A & B ạ"}));
  const model::Column& rate = *file.table.find("tỷ lệ");
  EXPECT_EQ(rate.type, ColumnType::mixed);
  EXPECT_EQ(rate.numbers[0], 57);
  EXPECT_EQ(rate.text(1), "98,5");
  EXPECT_EQ(file.table.find("ngày")->text(0), "2025-12-01");
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{5, 6}));
}

TEST(Xlsx, WhatPadsANumberIsNoDate) {
  const TableFile file = read_rows(row(1, cell("A1", "ten") + cell("B1", "GT")) +
                                   row(2, cell("A2", "Kỳ Anh") + number("B2", "45992", 3)));
  EXPECT_EQ(file.table.find("GT")->text(0), "45992");
}

TEST(Xlsx, ErrorsAndFormulasWithoutValueAreNamedWithTheirCell) {
  const TableFile file = read_rows(row(1, cell("A1", "code") + cell("B1", "x")) +
                                   row(2, cell("A2", "1") + "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>") +
                                   row(3, cell("A3", "2") + "<c r=\"B3\"><f>B2*2</f></c>"));
  ASSERT_NE(find_rule(file.findings, "table.cell-error"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "table.cell-error")->place.en, "Xã!B2");
  ASSERT_NE(find_rule(file.findings, "xlsx.formula-without-value"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "xlsx.formula-without-value")->place.en, "Xã!B3");
  EXPECT_EQ(file.table.row_count(), 2U);
}

TEST(Xlsx, HiddenAndEmptySheetsAreSkippedAndNamed) {
  const std::string rows = "<sheetData>" + row(1, cell("A1", "code") + cell("B1", "v")) +
                           row(2, cell("A2", "1") + number("B2", "5")) + "</sheetData>";
  const std::vector<test::XlsxSheet> sheets = {
      {"Nháp", rows, "hidden"}, {"Trống", "<sheetData/>", ""}, {"Can Lộc", rows, ""}, {"Kỳ Anh", rows, ""}};
  const TableFile file = read_sheets(sheets);
  EXPECT_EQ(file.table.sheet, "Can Lộc");
  EXPECT_EQ(file.other_sheets.size(), 3U);
  ASSERT_NE(find_rule(file.findings, "table.hidden-sheets"), nullptr);
  EXPECT_THAT(find_rule(file.findings, "table.hidden-sheets")->what.vi, testing::HasSubstr("Nháp"));
  ASSERT_NE(find_rule(file.findings, "table.other-sheets"), nullptr);
  EXPECT_THAT(find_rule(file.findings, "table.other-sheets")->what.en,
              testing::AllOf(testing::HasSubstr("“Can Lộc”"), testing::HasSubstr(": Kỳ Anh")));
  EXPECT_THAT(find_rule(file.findings, "table.other-sheets")->remedy.en,
              testing::HasSubstr("Đắk Lắk {1}.xlsx:*"));
  const TableFile named = read_sheets(sheets, "Kỳ Anh");
  EXPECT_EQ(named.table.sheet, "Kỳ Anh");
  EXPECT_EQ(find_rule(named.findings, "table.other-sheets"), nullptr);
  EXPECT_THAT(error_of([&] { read_sheets(sheets, "Ky Anh"); }).remedy().vi, testing::HasSubstr("“Kỳ Anh”"));

  const test::TemporaryFolder folder;
  const auto path = folder.write("a.xlsx", test::xlsx_bytes(sheets));
  EXPECT_EQ(visible_sheets(path), (std::vector<std::string>{"Trống", "Can Lộc", "Kỳ Anh"}));
  const TableFile all = read_tables({{path, "*"}}, {});
  EXPECT_EQ(all.table.row_count(), 2U);
  EXPECT_EQ(all.table.sheet_of(0), "Can Lộc");
  EXPECT_EQ(all.table.sheet_of(1), "Kỳ Anh");
}

TEST(Xlsx, ASheetOfRemarksIsNoPartOfATable) {
  const std::string rows = "<sheetData>" + row(1, cell("A1", "Tên xã") + cell("B1", "Số hộ")) +
                           row(2, cell("A2", "Kỳ Sơn") + number("B2", "5")) + "</sheetData>";
  const std::string remarks = "<sheetData>" + row(1, cell("A1", "Lưu ý: số liệu chưa chốt")) +
                              row(2, cell("A2", "Xem công văn")) + "</sheetData>";
  const test::TemporaryFolder folder;
  const auto path = folder.write(
      "a.xlsx", test::xlsx_bytes({{"Bìa", remarks, ""}, {"Kỳ Anh", rows, ""}, {"Ghi chú", remarks, ""}}));
  const TableFile all = read_tables({{path, "*"}}, {});
  EXPECT_EQ(all.table.row_count(), 1U);
  EXPECT_EQ(all.table.columns.size(), 2U);
  EXPECT_EQ(all.table.sheet_of(0), "Kỳ Anh");
  EXPECT_NE(find_rule(all.findings, "table.sheet-left-out"), nullptr);
  EXPECT_EQ(find_rule(all.findings, "table.columns-missing"), nullptr);
}

TEST(Xlsx, MergedHeaderAndMergedDistrict) {
  const TableFile file = read_rows(
      row(1, cell("A1", "Huyện") + cell("B1", "Xã") + cell("C1", "Nước sạch")) +
          row(2, cell("C2", "Số hộ") + cell("D2", "Tỷ lệ")) +
          row(3, cell("A3", "Can Lộc") + cell("B3", "Vượng Lộc") + number("C3", "10") + number("D3", "50")) +
          row(4, cell("B4", "Thiên Lộc") + number("C4", "20") + number("D4", "60")),
      "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/>"
      "<mergeCell ref=\"A3:A4\"/></mergeCells>");
  ASSERT_EQ(file.table.columns.size(), 4U);
  EXPECT_EQ(file.table.columns[0].name, "Huyện");
  EXPECT_EQ(file.table.columns[2].name, "Nước sạch – Số hộ");
  EXPECT_EQ(file.table.columns[3].name, "Nước sạch – Tỷ lệ");
  EXPECT_EQ(file.table.columns[0].texts, (std::vector<std::string>{"Can Lộc", "Can Lộc"}));
  EXPECT_EQ(file.table.row_count(), 2U);
}

TEST(Xlsx, HeadersOfThreeLevelsKeepTheYear) {
  std::string years =
      cell("A2", "TT") + cell("B2", "Tên xã") + cell("C2", "Năm 2023") + cell("G2", "Năm 2024");
  std::string kinds =
      cell("C3", "Hộ nghèo") + cell("E3", "Cận nghèo") + cell("G3", "Hộ nghèo") + cell("I3", "Cận nghèo");
  std::string measures;
  for (const char column : {'C', 'E', 'G', 'I'}) {
    measures += cell(std::string(1, column) + "4", "Số hộ") +
                cell(std::string(1, static_cast<char>(column + 1)) + "4", "%");
  }
  const auto data = [&](const std::string& n, const std::string& name) {
    std::string cells = number("A" + n, "1") + cell("B" + n, name);
    for (char column = 'C'; column <= 'J'; ++column) cells += number(std::string(1, column) + n, "7");
    return cells;
  };
  const TableFile file =
      read_rows(row(1, cell("A1", "BIỂU 1")) + row(2, years) + row(3, kinds) + row(4, measures) +
                    row(5, data("5", "Kỳ Sơn")) + row(6, data("6", "Kỳ Tân")),
                "<mergeCells><mergeCell ref=\"A1:J1\"/><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B4\"/>"
                "<mergeCell ref=\"C2:F2\"/><mergeCell ref=\"G2:J2\"/><mergeCell ref=\"C3:D3\"/><mergeCell "
                "ref=\"E3:F3\"/>"
                "<mergeCell ref=\"G3:H3\"/><mergeCell ref=\"I3:J3\"/></mergeCells>");
  ASSERT_EQ(file.table.columns.size(), 10U);
  EXPECT_EQ(file.table.columns[1].name, "Tên xã");
  EXPECT_EQ(file.table.columns[2].name, "Năm 2023 – Hộ nghèo – Số hộ");
  EXPECT_EQ(file.table.columns[9].name, "Năm 2024 – Cận nghèo – %");
  EXPECT_EQ(file.table.row_count(), 2U);
  EXPECT_EQ(find_rule(file.findings, "table.column-repeated"), nullptr);
  ASSERT_NE(find_rule(file.findings, "table.title-rows"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "table.title-rows")->what.vi.find("Năm"), std::string::npos);
}

TEST(Xlsx, TitlesAboveTheHeaderAreNoLevelOfIt) {
  const TableFile file =
      read_rows(row(1, cell("A1", "UBND TỈNH") + cell("C1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
                    row(2, cell("A2", "TT") + cell("B2", "Xã") + cell("C2", "Hộ") + cell("D2", "Ghi chú")) +
                    row(3, number("A3", "1") + cell("B3", "Kỳ Sơn") + number("C3", "10") + cell("D3", "x")) +
                    row(4, number("A4", "2") + cell("B4", "Kỳ Tân") + number("C4", "20") + cell("D4", "y")),
                "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/></mergeCells>");
  EXPECT_EQ(file.table.columns[0].name, "TT");
  EXPECT_EQ(file.table.columns[2].name, "Hộ");
}

TEST(Xlsx, YearsUnderAMergedNameAreNames) {
  const TableFile file =
      read_rows(row(1, cell("A1", "Xã") + cell("B1", "Hộ nghèo")) +
                    row(2, number("B2", "2023") + number("C2", "2024")) +
                    row(3, cell("A3", "Kỳ Sơn") + number("B3", "10") + number("C3", "9")) +
                    row(4, cell("A4", "Kỳ Tân") + number("B4", "20") + number("C4", "19")),
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>");
  EXPECT_EQ(file.table.columns[2].name, "Hộ nghèo – 2024");
  EXPECT_EQ(file.table.row_count(), 2U);
}

TEST(Xlsx, OneFigureMergedOverTwoCommunesIsTold) {
  for (const std::string& figure : {number("B2", "10"), cell("B2", "94,3")}) {
    const TableFile file =
        read_rows(row(1, cell("A1", "Xã") + cell("B1", "Hộ")) + row(2, cell("A2", "Kỳ Sơn") + figure) +
                      row(3, cell("A3", "Kỳ Tân")) + row(4, cell("A4", "Kỳ Hoa") + number("B4", "5")),
                  "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>");
    const base::Finding* told = find_rule(file.findings, "table.merged-figure");
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->severity, base::Severity::warning);
    EXPECT_THAT(told->place.en, testing::HasSubstr("rows 2–3, column “Hộ”"));
    EXPECT_FALSE(told->remedy.empty());
    EXPECT_TRUE(file.table.find("Hộ")->is_missing(1));
  }
}

TEST(Xlsx, HiddenRowsAreReadWithANote) {
  const TableFile file = read_rows(row(1, cell("A1", "a") + cell("B1", "b")) + "<row r=\"2\" hidden=\"1\">" +
                                   cell("A2", "1") + number("B2", "2") + "</row>");
  EXPECT_EQ(file.table.row_count(), 1U);
  EXPECT_NE(find_rule(file.findings, "xlsx.hidden-rows"), nullptr);
}

TEST(Xlsx, DamageIsRefused) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(error_of([&] { read_xlsx(folder.write("a.xlsx", "no zip at all"), ""); }).kind(),
            base::ErrorKind::data);
  const std::string whole =
      test::xlsx_bytes({{"A", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row>", ""}});
  EXPECT_EQ(error_of([&] { read_xlsx(folder.write("b.xlsx", whole), ""); }).kind(), base::ErrorKind::data);
  EXPECT_EQ(
      error_of([&] { read_xlsx(folder.write("c.xlsx", whole.substr(0, whole.size() / 2)), ""); }).kind(),
      base::ErrorKind::data);
}

TEST(Ods, TypesRepeatsMergesAndHiddenSheets) {
  const test::TemporaryFolder folder;
  const std::string text = "<table:table-cell office:value-type=\"string\"><text:p>";
  const std::string end = "</text:p></table:table-cell>";
  const auto path = folder.write(
      "a.ods",
      test::ods_bytes(
          "<table:table table:name=\"Ẩn\" table:style-name=\"ta2\"><table:table-row>" + text + "x" + end +
          "</table:table-row></table:table><table:table table:name=\"Xã\">"
          "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
          "<table:table-row>" +
          text + "code" + end + text + "tỷ<text:s/>lệ" + end + text + "ngày" + end +
          "</table:table-row><table:table-row>"
          "<table:table-cell office:value-type=\"string\" "
          "table:number-rows-spanned=\"2\"><text:p>00097</text:p>"
          "<office:annotation><text:p>ghi chú</text:p></office:annotation></table:table-cell>"
          "<table:table-cell office:value-type=\"percentage\" "
          "office:value=\"0.985\"><text:p>98,5%</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"date\" "
          "office:date-value=\"2025-12-31T00:00:00\"/></table:table-row>"
          "<table:table-row><table:covered-table-cell/>"
          "<table:table-cell office:value-type=\"float\" office:value=\"7\" "
          "table:number-columns-repeated=\"2\"/>"
          "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\">"
          "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"));
  const TableFile file = read_table(path, {});
  EXPECT_EQ(file.table.sheet, "Xã");
  EXPECT_EQ(file.table.header_row, 3U);
  EXPECT_EQ(file.table.find("code")->texts, (std::vector<std::string>{"00097", "00097"}));
  ASSERT_NE(file.table.find("tỷ lệ"), nullptr);
  EXPECT_EQ(file.table.find("tỷ lệ")->numbers, (std::vector<double>{98.5, 7}));
  EXPECT_EQ(file.table.find("ngày")->text(0), "2025-12-31");
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{4, 5}));
  EXPECT_NE(find_rule(file.findings, "table.hidden-sheets"), nullptr);
  EXPECT_EQ(error_of([&] { read_ods(folder.write("b.ods", "no zip"), ""); }).kind(), base::ErrorKind::data);
}

TEST(Ods, RowsHiddenByAFilterAreReadWithANote) {
  const test::TemporaryFolder folder;
  const auto ods_row = [](const std::string& attribute, const std::string& a, const std::string& b) {
    const auto text = [](const std::string& words) {
      return "<table:table-cell office:value-type=\"string\"><text:p>" + words +
             "</text:p></table:table-cell>";
    };
    return "<table:table-row" + attribute + ">" + text(a) + text(b) + "</table:table-row>";
  };
  const auto path =
      folder.write("a.ods", test::ods_bytes("<table:table table:name=\"A\">" + ods_row("", "code", "ten") +
                                            ods_row(" table:visibility=\"filter\"", "1", "a") +
                                            ods_row(" table:visibility=\"collapse\"", "2", "b") +
                                            ods_row("", "3", "c") + "</table:table>"));
  const TableFile file = read_table(path, {});
  EXPECT_EQ(file.table.row_count(), 3U);
  ASSERT_NE(find_rule(file.findings, "ods.hidden-rows"), nullptr);
  EXPECT_THAT(find_rule(file.findings, "ods.hidden-rows")->what.en, testing::HasSubstr("2 hidden rows"));
}

TEST(PercentShown, MovesTheDigits) {
  EXPECT_EQ(percent_shown(0.57), 57);
  EXPECT_EQ(percent_shown(0.985), 98.5);
  EXPECT_EQ(percent_shown(0), 0);
  EXPECT_EQ(percent_shown(-0.0007), -0.07);
  EXPECT_EQ(percent_shown(1e-7), 1e-5);
  EXPECT_EQ(percent_shown(12), 1200);
}

}  // namespace
}  // namespace ntmap::io
