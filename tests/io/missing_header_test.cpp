#include "io/missing_header.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using test::find_rule;
using List = std::vector<std::string>;

TableFile read_rows(std::string_view bytes, int header_row = 0) {
  const test::TemporaryFolder folder;
  return read_table(folder.write("bảng.csv", bytes), {.header_row = header_row});
}

List names_of(const TableFile& file) {
  List out;
  for (const model::Column& column : file.table.columns) out.push_back(column.name);
  return out;
}

TEST(MissingHeader, TheFirstRowOfATableOfWordsIsData) {
  for (const char* rows :
       {"18070;Kỳ Xuân;Đạt\n18073;Kỳ Bắc;Chưa đạt\n18076;Kỳ Phú;Có\n",
        "HT-01;Kỳ Xuân\nHT-02;Kỳ Bắc\nHT-03;Kỳ Phú\n",
        "Kỳ Xuân;Kỳ Anh;a\nKỳ Bắc;Kỳ Anh;b\nBùi La;Đức Thọ;c\n",
        "Xã Kỳ Xuân;tốt\nXã Kỳ Bắc;khá\nThị trấn Nghèn;kém\n",
        "X\xB7 K\xFA Xu\xA9n;a\nX\xB7 K\xFA B\xBE\x63;b\nX\xB7 K\xFA Ph\xF3;c\n",
        "1;Kỳ Xuân;tốt\n2;Kỳ Bắc;khá\n3;Kỳ Phú;kém\n", "XÃ KỲ XUÂN;98,5\nXÃ KỲ BẮC;9\nXÃ KỲ PHÚ;7\n",
        "Kỳ Xuân;Đạt;\nKỳ Bắc;Đạt;x\nKỳ Phú;Chưa đạt;x\n"}) {
    const TableFile file = read_rows(rows);
    EXPECT_EQ(file.table.row_count(), 3U) << rows;
    EXPECT_EQ(names_of(file).front(), "cột A") << rows;
    EXPECT_EQ(file.table.header_row, 0U);
    EXPECT_EQ(file.table.source_row.front(), 1U);
    const base::Finding* told = find_rule(file.findings, "table.header-missing");
    ASSERT_NE(told, nullptr) << rows;
    EXPECT_EQ(told->severity, base::Severity::warning);
    EXPECT_FALSE(told->remedy.empty());
    EXPECT_EQ(find_rule(file.findings, "table.header"), nullptr);
    EXPECT_EQ(find_rule(file.findings, "table.column-unnamed"), nullptr) << "told once";
  }
}

TEST(MissingHeader, BehindTitlesToo) {
  const TableFile file = read_rows("Biểu 2\n\n18070;Kỳ Xuân;Đạt\n18073;Kỳ Bắc;Chưa\n18076;Kỳ Phú;Có\n");
  EXPECT_EQ(names_of(file), (List{"cột A", "cột B", "cột C"}));
  EXPECT_EQ(file.table.row_count(), 3U);
  EXPECT_EQ(file.table.titles, (List{"Biểu 2"}));
}

TEST(MissingHeader, AHeaderIsAHeader) {
  for (const char* header : {"Xã;Đạt;Loại", "Tên xã;Kỳ Anh;Xã", "Xã, phường;Đạt;a", "ten_xa;Đạt;b",
                             "Đơn vị;Huyện;Xếp loại", "name;Đạt;x", "XÃ/PHƯỜNG;Đạt;Ghi chú", "TT;Đạt;Loại"}) {
    const TableFile file =
        read_rows(std::string(header) + "\nKỳ Xuân;Đạt;Xã\nKỳ Bắc;Chưa đạt;Xã\nKỳ Phú;Đạt;Xã\n");
    EXPECT_EQ(file.table.row_count(), 3U) << header;
    EXPECT_EQ(find_rule(file.findings, "table.header-missing"), nullptr) << header;
  }
  for (const char* rows :
       {"Đích;a\nKỳ Xuân;1,5\nKỳ Bắc;2\nKỳ Phú;3\n", "x;2024;2025\na;1500;1600\nb;1700;1800\nc;1;2\n",
        "x;1;2;3\na;0;1;0\nb;1;0;1\nc;1;1;1\n", "a;b;c\nKỳ Xuân;1;2\nKỳ Bắc;1;2\nKỳ Phú;1;2\n"}) {
    const TableFile file = read_rows(rows);
    EXPECT_EQ(find_rule(file.findings, "table.header-missing"), nullptr) << rows;
    EXPECT_EQ(file.table.row_count(), 3U) << rows;
  }
}

TEST(MissingHeader, AHeaderRepeatedOnEachPageIsOne) {
  const TableFile file = read_rows("A;B\nKỳ Xuân;tốt\nKỳ Bắc;khá\nA;B\nKỳ Phú;kém\n");
  EXPECT_EQ(find_rule(file.findings, "table.header-missing"), nullptr);
  EXPECT_EQ(file.table.row_count(), 3U);
}

TEST(MissingHeader, ASaidHeaderIsBelieved) {
  const TableFile file = read_rows("18070;Kỳ Xuân\n18073;Kỳ Bắc\n18076;Kỳ Phú\n", 1);
  EXPECT_EQ(names_of(file), (List{"18070", "Kỳ Xuân"}));
  EXPECT_EQ(file.table.row_count(), 2U);
}

TEST(MissingHeader, AHeaderWhoseLastNamesAreBlank) {
  for (const char* header : {"Tên xã;Huyện;;;", "Tên xã;Huyện"}) {
    const TableFile file =
        read_rows(std::string(header) +
                  "\nKỳ Xuân;Kỳ Anh;Đạt;tốt;a\nKỳ Bắc;Kỳ Anh;Đạt;khá;b\nBùi La;Đức Thọ;x;kém;c\n");
    EXPECT_EQ(names_of(file), (List{"Tên xã", "Huyện", "cột C", "cột D", "cột E"})) << header;
    EXPECT_EQ(file.table.row_count(), 3U);
    EXPECT_EQ(test::count_rule(file.findings, "table.column-unnamed"), 3U);
    EXPECT_EQ(find_rule(file.findings, "table.ragged-row"), nullptr);
  }
}

TEST(MissingHeader, ALetterheadOverANarrowTableIsNoHeader) {
  const TableFile file = read_rows(
      "UBND HUYỆN CAN LỘC;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC;;Độc lập - Tự do\n\nTT;Tên xã;Kết "
      "quả\n"
      "1;Kỳ Xuân;Đạt\n2;Kỳ Bắc;Đạt\n");
  EXPECT_EQ(names_of(file), (List{"TT", "Tên xã", "Kết quả"}));
  EXPECT_EQ(file.table.row_count(), 2U);
  EXPECT_EQ(file.table.titles.size(), 2U);
}

TEST(MissingHeader, ATitleAboveAHeaderIsNoHeader) {
  const TableFile file = read_rows(
      "UBND HUYỆN;PHÒNG NÔNG NGHIỆP;;;\nTên xã;Huyện;Kết quả;Loại;Ghi chú\nKỳ Xuân;Kỳ Anh;Đạt;tốt;a\n"
      "Kỳ Bắc;Kỳ Anh;Đạt;khá;b\n");
  EXPECT_EQ(names_of(file).front(), "Tên xã");
  EXPECT_EQ(file.table.row_count(), 2U);
}

}  // namespace
}  // namespace ntmap::io
