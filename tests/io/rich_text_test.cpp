#include "io/rich_text.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using test::count_rule;
using test::find_rule;

std::string inline_cell(const std::string& at, const std::string& xml) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is>" + xml + "</is></c>";
}

std::string run_of(const std::string& look, const std::string& text) {
  return "<r><rPr>" + look + "</rPr><t>" + text + "</t></r>";
}

constexpr const char* k_raised = "<vertAlign val=\"superscript\"/>";

TableFile read_book(const std::string& second_row, std::string_view shared = {},
                    const std::string& head = {}) {
  const test::TemporaryFolder folder;
  return read_table(
      folder.write("a.xlsx",
                   test::xlsx_bytes({{"Xã",
                                      head + "<sheetData><row r=\"1\">" + inline_cell("A1", "<t>ten</t>") +
                                          inline_cell("B1", "<t>v</t>") + inline_cell("C1", "<t>w</t>") +
                                          "</row>" + second_row + "</sheetData>",
                                      ""}},
                                    shared)),
      {});
}

TEST(RichText, FootnotesAreLeftOutOfFiguresAndNames) {
  const TableFile file =
      read_book("<row r=\"2\">" + inline_cell("A2", "<r><t>Trần Phú</t></r>" + run_of(k_raised, "(1)")) +
                    inline_cell("B2", "<r><t>2207</t></r>" + run_of(k_raised, "1")) +
                    "<c r=\"C2\" t=\"s\"><v>0</v></c></row>",
                "<si><r><t>315</t></r>" + run_of(k_raised, "2") + "</si>");
  EXPECT_EQ(file.table.find("ten")->text(0), "Trần Phú");
  EXPECT_EQ(file.table.find("v")->text(0), "2207");
  EXPECT_EQ(file.table.find("w")->text(0), "315");
  EXPECT_EQ(count_rule(file.findings, "table.footnote-marks"), 3U);
  EXPECT_EQ(find_rule(file.findings, "table.footnote-marks")->place.en, "Xã!A2");
}

TEST(RichText, StruckOutTextIsNotRead) {
  const TableFile file =
      read_book("<row r=\"2\">" + inline_cell("A2", "<t>Kỳ Anh</t>") +
                inline_cell("B2", run_of("<strike/>", "999") + "<r><t> 2129</t></r>") +
                inline_cell("C2", run_of("<strike val=\"0\"/>", "7") + "<r><t>5</t></r>") + "</row>");
  EXPECT_EQ(file.table.find("v")->text(0), "2129");
  EXPECT_EQ(file.table.find("w")->text(0), "75");
  ASSERT_EQ(count_rule(file.findings, "table.struck-text"), 1U);
  EXPECT_EQ(find_rule(file.findings, "table.struck-text")->severity, base::Severity::warning);
}

TEST(RichText, ExponentsOfMetresAndLoneRunsStay) {
  RichText area;
  area.add("Diện tích (km");
  area.begin_run();
  area.raise();
  area.add("2");
  area.begin_run();
  area.add(")");
  EXPECT_EQ(area.text(), "Diện tích (km2)");
  RichText name;
  name.add("Nam");
  name.begin_run();
  name.raise();
  name.add("2");
  EXPECT_EQ(name.text(), "Nam");
  RichText alone;
  alone.begin_run();
  alone.strike();
  alone.add("Kỳ Anh");
  EXPECT_EQ(alone.text(), "Kỳ Anh");
  EXPECT_EQ(alone.struck_left_out(), "");
}

TEST(RichText, EscapesAndPhoneticTextOfExcel) {
  EXPECT_EQ(without_escapes("Tân Giang_x000D_\n"), "Tân Giang\n");
  EXPECT_EQ(without_escapes("a_x005F_x000D_"), "a_x000D_");
  EXPECT_EQ(without_escapes("ma_xa_x00"), "ma_xa_x00");
  const TableFile file =
      read_book("<row r=\"2\">" + inline_cell("A2", "<t>Nguyễn Du</t><rPh sb=\"0\" eb=\"1\"><t>X</t></rPh>") +
                inline_cell("B2", "<t>Phường_x000A_Đại Nài</t>") + inline_cell("C2", "<t>1</t>") + "</row>");
  EXPECT_EQ(file.table.find("ten")->text(0), "Nguyễn Du");
  EXPECT_EQ(file.table.find("v")->text(0), "Phường\nĐại Nài");
}

TEST(RichText, SpansOfAnOds) {
  const std::string text = "<table:table-cell office:value-type=\"string\"><text:p>";
  const std::string end = "</text:p></table:table-cell>";
  const std::string style = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties ";
  const test::TemporaryFolder folder;
  const TableFile file = read_table(
      folder.write(
          "a.ods",
          test::ods_bytes(style +
                          "style:text-position=\"super 58%\"/></style:style>"
                          "<style:style style:name=\"T2\"><style:text-properties "
                          "style:text-line-through-style=\"solid\"/></style:style>"
                          "<table:table table:name=\"A\"><table:table-row>" +
                          text + "ten" + end + text + "v" + end + "</table:table-row><table:table-row>" +
                          text + "Trần Phú<text:span text:style-name=\"T1\">1</text:span>" + end + text +
                          "<text:span text:style-name=\"T2\">99</text:span>2207"
                          "<text:span text:style-name=\"T1\">1</text:span>" +
                          end + "</table:table-row></table:table>")),
      {});
  EXPECT_EQ(file.table.find("ten")->text(0), "Trần Phú");
  EXPECT_EQ(file.table.find("v")->text(0), "2207");
  EXPECT_EQ(count_rule(file.findings, "table.footnote-marks"), 2U);
  EXPECT_EQ(count_rule(file.findings, "table.struck-text"), 1U);
}

TEST(RichText, HiddenColumnsGiveWayToVisibleOnes) {
  const test::TemporaryFolder folder;
  const TableFile file = read_table(
      folder.write("a.xlsx", test::xlsx_bytes(
                                 {{"Xã",
                                   "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row "
                                   "r=\"1\">" +
                                       inline_cell("A1", "<t>ten</t>") + inline_cell("B1", "<t>v</t>") +
                                       inline_cell("C1", "<t>v</t>") + "</row><row r=\"2\">" +
                                       inline_cell("A2", "<t>Kỳ Anh</t>") +
                                       "<c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row></sheetData>",
                                   ""}})),
      {});
  EXPECT_EQ(file.table.find("v")->text(0), "2");
  EXPECT_EQ(file.table.find("v (2)")->text(0), "1");
  ASSERT_NE(find_rule(file.findings, "table.hidden-columns"), nullptr);
  EXPECT_NE(find_rule(file.findings, "table.column-repeated"), nullptr);
}

}  // namespace
}  // namespace ntmap::io
