#include "io/stacked_header.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using base::ErrorKind;
using test::error_of;
using test::find_rule;

TableFile read_stacked(std::string_view bytes, int header_row = 0) {
  const test::TemporaryFolder folder;
  return read_table(folder.write("bảng.csv", bytes), {.header_row = header_row});
}

std::vector<std::string> names_in(const TableFile& file) {
  std::vector<std::string> out;
  for (const model::Column& column : file.table.columns) out.push_back(column.name);
  return out;
}

using List = std::vector<std::string>;

constexpr const char* k_communes =
    "1;Kỳ Sơn;Kỳ Anh;100;10;90;9\n2;Kỳ Tân;Kỳ Anh;200;20;80;8\n3;Kỳ Hoa;Kỳ Anh;300;30;70;7\n";

TEST(StackedHeader, AnUpperCellReachesRightOverBlanks) {
  const TableFile file = read_stacked(
      std::string("TT;Đơn vị;Huyện;Nước sạch;;Nhà tiêu;\n;;;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\n") + k_communes);
  EXPECT_EQ(names_in(file), (List{"TT", "Đơn vị", "Huyện", "Nước sạch – Số hộ", "Nước sạch – Tỷ lệ",
                                  "Nhà tiêu – Số hộ", "Nhà tiêu – Tỷ lệ"}));
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{3, 4, 5}));
  EXPECT_EQ(file.table.find("Nhà tiêu – Tỷ lệ")->text(2), "7");
}

TEST(StackedHeader, YearsInTheSecondRowAreNames) {
  const std::string csv =
      std::string("TT;Đơn vị;Huyện;Số hộ nghèo;;;\n;;;2021;2022;2023;2024\n") + k_communes;
  const TableFile file = read_stacked(csv);
  EXPECT_EQ(names_in(file), (List{"TT", "Đơn vị", "Huyện", "Số hộ nghèo – 2021", "Số hộ nghèo – 2022",
                                  "Số hộ nghèo – 2023", "Số hộ nghèo – 2024"}));
  EXPECT_EQ(file.table.row_count(), 3U);
  EXPECT_EQ(names_in(read_stacked(csv, 1)), names_in(file));
  EXPECT_EQ(names_in(read_stacked(csv, 2)), (List{"TT", "Đơn vị", "Huyện", "2021", "2022", "2023", "2024"}));
}

TEST(StackedHeader, ThreeLevelsUnderTitles) {
  const TableFile file = read_stacked(
      "UBND TỈNH;;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBIỂU TỔNG HỢP HỘ NGHÈO\n\n"
      "TT;Tên xã;Năm 2023;;;;Năm 2024;;;;Ghi chú\n;;Hộ nghèo;;Cận nghèo;;Hộ nghèo;;Cận nghèo;;\n"
      ";;Số hộ;%;Số hộ;%;Số hộ;%;Số hộ;%;\nA;B;1;2;3;4;5;6;7;8;9\n"
      "1;Kỳ Sơn;1;2;3;4;5;6;7;8;\n2;Kỳ Tân;1;2;3;4;5;6;7;8;a\n");
  EXPECT_EQ(names_in(file), (List{"TT", "Tên xã", "Năm 2023 – Hộ nghèo – Số hộ", "Năm 2023 – Hộ nghèo – %",
                                  "Năm 2023 – Cận nghèo – Số hộ", "Năm 2023 – Cận nghèo – %",
                                  "Năm 2024 – Hộ nghèo – Số hộ", "Năm 2024 – Hộ nghèo – %",
                                  "Năm 2024 – Cận nghèo – Số hộ", "Năm 2024 – Cận nghèo – %", "Ghi chú"}));
  EXPECT_EQ(file.table.row_count(), 2U);
  EXPECT_NE(find_rule(file.findings, "table.numbering-row"), nullptr);
}

TEST(StackedHeader, NumbersOfCriteriaUnderOneName) {
  for (const char* numbers : {"1;2;3;4", "1.1;1.2;2.1;2.2"}) {
    const TableFile file =
        read_stacked(std::string("TT;Đơn vị;Huyện;Tiêu chí;;;\n;;;") + numbers + "\n" + k_communes);
    EXPECT_EQ(file.table.row_count(), 3U) << numbers;
    EXPECT_EQ(names_in(file)[3], std::string("Tiêu chí – ") + (numbers[1] == '.' ? "1.1" : "1"));
  }
}

TEST(StackedHeader, AMergedNameThatIsRepeatedInEachColumn) {
  for (const char* header :
       {"TT;Đơn vị;Huyện;Nước sạch;Nước sạch;Nhà tiêu;Nhà tiêu\n;;;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\n",
        "TT;Đơn vị;Huyện;Nước sạch;Nước sạch;Nhà tiêu;Nhà tiêu\nTT;Đơn vị;Huyện;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\n"}) {
    const TableFile file = read_stacked(std::string("Biểu 1\n") + header + k_communes + header + k_communes);
    EXPECT_EQ(names_in(file), (List{"TT", "Đơn vị", "Huyện", "Nước sạch – Số hộ", "Nước sạch – Tỷ lệ",
                                    "Nhà tiêu – Số hộ", "Nhà tiêu – Tỷ lệ"}))
        << header;
    EXPECT_EQ(file.table.row_count(), 6U) << "the header of the second page is left out";
    EXPECT_EQ(find_rule(file.findings, "table.header-undecided"), nullptr);
  }
  const TableFile three = read_stacked(
      "TT;Tên xã;Năm 2024;Năm 2024;Năm 2024;Năm 2024\nTT;Tên xã;Nghèo;Nghèo;Cận nghèo;Cận nghèo\n"
      "TT;Tên xã;Số hộ;%;Số hộ;%\n1;Kỳ Sơn;1;2;3;4\n2;Kỳ Tân;1;2;3;4\n");
  EXPECT_EQ(names_in(three), (List{"TT", "Tên xã", "Năm 2024 – Nghèo – Số hộ", "Năm 2024 – Nghèo – %",
                                   "Năm 2024 – Cận nghèo – Số hộ", "Năm 2024 – Cận nghèo – %"}));
  EXPECT_EQ(three.table.row_count(), 2U);
}

TEST(StackedHeader, CellsThatAreAlikeInDataAreNoGroup) {
  for (const char* rows : {"Kỳ Sơn;Đạt;Đạt\nKỳ Sơn;Đạt;Chưa đạt\nKỳ Tân;Đạt;Đạt\n",
                           "Kỳ Sơn;Đạt;Đạt\nKỳ Tân;Đạt;Chưa đạt\nKỳ Hoa;x;Đạt\n"}) {
    const TableFile file = read_stacked(std::string("Xã;a;b\n") + rows);
    EXPECT_EQ(names_in(file), (List{"Xã", "a", "b"})) << rows;
    EXPECT_EQ(file.table.row_count(), 3U) << rows;
    EXPECT_EQ(file.table.find("b")->text(0), "Đạt");
    EXPECT_EQ(read_stacked(rows).table.row_count(), 3U) << rows;
  }
}

TEST(StackedHeader, GroupsOverTheNamesOfUnits) {
  const TableFile file = read_stacked(
      std::string(";;;Nước sạch;;Nhà tiêu;\nTT;Đơn vị;Huyện;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\n") + k_communes);
  EXPECT_EQ(names_in(file)[6], "Nhà tiêu – Tỷ lệ");
  EXPECT_EQ(names_in(file)[1], "Đơn vị");
  for (const char* title : {"UBND TỈNH;;;;CỘNG HÒA;;", ";UBND TỈNH;;;CỘNG HÒA;;",
                            ";;;Ngày 5/1;;Đơn vị tính: hộ;", ";;;;Đơn vị tính: hộ;;", "BIỂU 1;;;;;;"}) {
    const TableFile plain = read_stacked(std::string(title) + "\nTT;Đơn vị;Huyện;a;b;c;d\n" + k_communes);
    EXPECT_EQ(names_in(plain), (List{"TT", "Đơn vị", "Huyện", "a", "b", "c", "d"})) << title;
  }
}

TEST(StackedHeader, UnitsAreNoSecondRow) {
  for (const char* first : {"Kỳ Sơn;Kỳ Anh;x;Đạt;x;Đạt", ";Kỳ Sơn;Đạt;x;Đạt;Đạt", "Huyện Kỳ Anh;;;;;",
                            "1;Kỳ Sơn;2021;2022;2023;2024", ";;1500;2000;1700;1900"}) {
    const TableFile file =
        read_stacked(std::string("TT;Đơn vị;Nước sạch;;Nhà tiêu;\n") + first +
                     "\n;Kỳ Tân;Đạt;x;Đạt;Đạt\n;Kỳ Hoa;Đạt;x;Đạt;Đạt\n;Kỳ Nam;Đạt;x;Đạt;Đạt\n");
    EXPECT_EQ(names_in(file)[1], "Đơn vị") << first;
    EXPECT_EQ(file.table.source_row.front(), 2U) << first;
  }
}

TEST(StackedHeader, ATitleCentredOverItsColumnsIsRefused) {
  const std::string csv =
      "TT;Đơn vị;;Nước sạch;;;Nhà tiêu;\n;;Số hộ;Sạch;%;Số hộ;Sạch;%\n"
      "1;Kỳ Sơn;1;2;3;4;5;6\n2;Kỳ Tân;1;2;3;4;5;6\n";
  const base::Error error = error_of([&] { read_stacked(csv); });
  EXPECT_EQ(error.kind(), ErrorKind::data);
  EXPECT_THAT(error.remedy().vi, testing::HasSubstr("Gộp ô tiêu đề hoặc chỉ dùng một dòng tiêu đề"));
  EXPECT_THAT(error.remedy().vi, testing::HasSubstr("header_row"));
  EXPECT_EQ(read_stacked(csv, 2).table.row_count(), 2U);
}

TEST(StackedHeader, ASecondRowThatNothingTiesIsOneError) {
  const TableFile file = read_stacked(
      std::string("TT;Đơn vị;Huyện;a;b;c;d\n;;;Kế hoạch;Thực hiện;Kế hoạch;Thực hiện\n") + k_communes);
  EXPECT_EQ(file.table.row_count(), 3U);
  const base::Finding* told = find_rule(file.findings, "table.header-undecided");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, base::Severity::error);
  EXPECT_THAT(told->remedy.vi, testing::HasSubstr("header_row"));
}

TEST(StackedHeader, AFirstUnitNeverNamesTheColumns) {
  const std::string csv = "TT;Đơn vị;;;;;\n1;Kỳ Sơn;1;2;3;4;5\n2;Kỳ Tân;1;2;3;4;5\n";
  EXPECT_EQ(error_of([&] { read_stacked(csv); }).kind(), ErrorKind::data);
  EXPECT_EQ(read_stacked(csv, 1).table.row_count(), 2U);
}

TEST(StackedHeader, RowsRepeatedOnEachPageAreLeftOut) {
  const std::string header = "TT;Đơn vị;Huyện;Nước sạch;;Nhà tiêu;\n;;;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\n";
  const TableFile file = read_stacked(header + k_communes + header + k_communes);
  EXPECT_EQ(file.table.row_count(), 6U);
  EXPECT_NE(find_rule(file.findings, "table.header-repeated"), nullptr);
  const std::string numbered = header + "1;2;3;4;5;6;7\n";
  EXPECT_EQ(read_stacked(numbered + k_communes + numbered + k_communes).table.row_count(), 6U)
      << "with the row that numbers the columns";
}

}  // namespace
}  // namespace ntmap::io
