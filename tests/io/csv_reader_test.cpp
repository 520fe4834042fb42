#include "io/csv_reader.hpp"

#include <gtest/gtest.h>

#include "findings.hpp"

namespace ntmap::io {
namespace {

using test::find_rule;

std::vector<std::string> row(const CsvFile& file, std::size_t i) {
  std::vector<std::string> out;
  for (const Cell& cell : file.grid.rows.at(i)) out.push_back(cell.text);
  return out;
}

using Row = std::vector<std::string>;

std::string utf16(std::u16string_view text, bool big, bool mark) {
  std::string out = mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8U);
    const char low = static_cast<char>(c & 0xFFU);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

TEST(Csv, QuotesSeparatorsAndLineEnds) {
  const CsvFile file = parse_csv("a,b\r\n\"x, \"\"y\"\"\nz\", 2 \r1,\"\"\n", "t");
  ASSERT_EQ(file.grid.rows.size(), 3U);
  EXPECT_EQ(row(file, 1), (Row{"x, \"y\"\nz", "2"}));
  EXPECT_EQ(row(file, 2), (Row{"1", ""}));
  EXPECT_EQ(file.grid.row_number, (std::vector<std::uint32_t>{1, 2, 4}));
  EXPECT_TRUE(file.findings.empty());
  EXPECT_FALSE(file.encoding.raw);
}

TEST(Csv, SeparatorIsFound) {
  EXPECT_EQ(parse_csv("a;b\n1;98,5\n2;97,25\n", "t").separator, ';');
  EXPECT_EQ(parse_csv("a\tb\n1\tx, y\n", "t").separator, '\t');
  EXPECT_EQ(parse_csv("a|b\n1|98,5\n2|97,25\n", "t").separator, '|');
  EXPECT_EQ(parse_csv("a,b\n1,\"x; y; z\"\n", "t").separator, ',');
  EXPECT_EQ(parse_csv("Báo cáo; năm 2025\na,b\n1,2\n3,4\n", "t").separator, ',');
  EXPECT_EQ(parse_csv("ten\nHòa Bình |\nKỳ Anh\nĐức Thọ\n", "t").separator, ',') << "a scanned 1";
  const CsvFile told = parse_csv("sep=|\na|b\n", "t");
  EXPECT_EQ(told.separator, '|');
  EXPECT_EQ(row(told, 0), (Row{"a", "b"}));
  EXPECT_EQ(told.grid.row_number[0], 2U);
}

TEST(Csv, MarksAndUtf16) {
  EXPECT_EQ(row(parse_csv("\xEF\xBB\xBFmã,b\n", "t"), 0), (Row{"mã", "b"}));
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true}) {
      const CsvFile file = parse_csv(utf16(u"code;name\n00097;Đắk Lắk, Ea H'leo\n", big, mark), "t");
      EXPECT_EQ(row(file, 1), (Row{"00097", "Đắk Lắk, Ea H'leo"})) << big << mark;
      EXPECT_FALSE(file.encoding.raw);
      const base::Finding* said = find_rule(file.findings, "csv.utf16");
      ASSERT_NE(said, nullptr);
      EXPECT_EQ(said->severity, base::Severity::note);
      EXPECT_NE(said->what.en.find(big ? "UTF-16 BE" : "UTF-16 LE"), std::string::npos);
    }
  }
  const CsvFile damaged = parse_csv(std::string("\xFF\xFE\x61\x00\x00\xD8", 6), "t");
  ASSERT_NE(find_rule(damaged.findings, "csv.utf16"), nullptr);
  EXPECT_EQ(find_rule(damaged.findings, "csv.utf16")->severity, base::Severity::error);
}

TEST(Csv, OtherBytesStayRaw) {
  const CsvFile file = parse_csv("ten\nTh\xB9\x63h H\xB5\n", "t");
  EXPECT_TRUE(file.encoding.raw);
  EXPECT_EQ(row(file, 1), (Row{"Th\xB9\x63h H\xB5"}));
}

TEST(Csv, AnUnclosedQuoteSwallowsNothing) {
  const CsvFile file = parse_csv("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n", "t");
  ASSERT_EQ(file.grid.rows.size(), 5U);
  EXPECT_EQ(row(file, 1), (Row{"1", "\"x"}));
  EXPECT_EQ(row(file, 3), (Row{"3", "z"}));
  ASSERT_NE(find_rule(file.findings, "csv.unclosed-quote"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "csv.unclosed-quote")->place.en, "row 2");
  EXPECT_EQ(find_rule(file.findings, "csv.unclosed-quote")->severity, base::Severity::error);
}

TEST(Csv, UnclosedAtTheEndOfALongFile) {
  std::string bytes = "a,b\n1,\"x\n";
  for (int i = 0; i < 200; ++i) bytes += "2,y\n";
  const CsvFile file = parse_csv(bytes, "t");
  EXPECT_EQ(file.grid.rows.size(), 202U);
  EXPECT_EQ(test::count_rule(file.findings, "csv.unclosed-quote"), 1U);
}

TEST(Csv, AQuoteInsideACellIsOrdinary) {
  EXPECT_EQ(row(parse_csv("a,b\nkhu 5\" cũ,2\n", "t"), 1), (Row{"khu 5\" cũ", "2"}));
}

TEST(Csv, ManyStrayQuotesAreCountedNotListed) {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 50; ++i) bytes += "\"x\"y,2\n";
  const CsvFile file = parse_csv(bytes, "t");
  EXPECT_EQ(test::count_rule(file.findings, "csv.unclosed-quote"), 21U);
  EXPECT_EQ(file.findings.back().what.en, "and 30 more like these");
  EXPECT_EQ(file.findings.back().count, 30U);
  EXPECT_EQ(file.findings.front().count, 1U);
}

TEST(Csv, BinaryFilesAreRefused) {
  EXPECT_EQ(test::error_of([] { parse_csv(std::string("a\0\0\0b\0,,\1\2\3", 12), "t"); }).kind(),
            base::ErrorKind::data);
}

/// The blank between CR and LF is no line without the separator.
TEST(Csv, PipesBesideDecimalCommas) {
  for (const std::string& end : {std::string("\n"), std::string("\r\n")}) {
    std::string bytes = "code|ten|v" + end;
    for (const char* line : {"18313|Vũ Quang|10,5", "18316|Ân Phú|11,5", "18319|Đức Giang|12,5"})
      bytes += line + end;
    const CsvFile file = parse_csv(bytes, "a.csv");
    ASSERT_EQ(file.grid.rows.size(), 4U);
    EXPECT_EQ(file.grid.rows[1].size(), 3U);
    EXPECT_EQ(file.grid.rows[1][2].text, "10,5");
  }
}

/// Programs write codes so that Excel keeps their zeros.
TEST(Csv, CodesWrittenAsFormulasAreRead) {
  const CsvFile file = parse_csv("code,ten\n=\"00097\",a\n\"=\"\"00098\"\"\",b\n", "a.csv");
  ASSERT_EQ(file.grid.rows.size(), 3U);
  EXPECT_EQ(file.grid.rows[1][0].text, "00097");
  EXPECT_EQ(file.grid.rows[2][0].text, "00098");
}

}  // namespace
}  // namespace ntmap::io
