#include "io/closing_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings.hpp"
#include "io/table_reader.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

TEST(ClosingRows, LabelsOfSignaturesPlacesAndNotes) {
  for (const char* label :
       {"TM. UBND HUYỆN", "NGƯỜI LẬP BIỂU", "CHỦ TỊCH", "Ghi chú: số liệu đến 31/12", "KT. CHỦ TỊCH",
        "Hà Tĩnh, ngày 12/12/2025", "Kỳ Anh, ngày 12 tháng 12 năm 2025", "Ngày 5/1/2026"})
    EXPECT_TRUE(is_closing_label(label)) << label;
  for (const char* name : {"Xã Kỳ Anh", "Thị trấn Nghèn", "Ngày Mới", "Đạt", "Chủ Lộc", ""})
    EXPECT_FALSE(is_closing_label(name)) << name;
}

TEST(ClosingRows, AreLeftOutAndToldWithTheirSigners) {
  const test::TemporaryFolder folder;
  const TableFile file =
      read_table(folder.write("t.csv",
                              "ma;ten;ho\n00001;Xã A;12\n00002;Xã B;13\n;Tổng cộng;25\n"
                              ";Hà Tĩnh, ngày 12/12/2025;\n;NGƯỜI LẬP BIỂU;TM. UBND HUYỆN\n"
                              ";Nguyễn Văn Một;Trần Thị Hai\n"),
                 {});
  EXPECT_EQ(file.table.find("ma")->texts, (std::vector<std::string>{"00001", "00002"}));
  ASSERT_EQ(test::count_rule(file.findings, "table.closing-rows"), 1U);
  EXPECT_THAT(test::find_rule(file.findings, "table.closing-rows")->what.en,
              testing::HasSubstr("NGƯỜI LẬP BIỂU"));
  EXPECT_EQ(test::count_rule(read_numbers(file.table, *file.table.find("ho"), false).findings, "number.text"),
            0U);
}

TEST(ClosingRows, WordsInTheMiddleOfATableStay) {
  const test::TemporaryFolder folder;
  const TableFile file =
      read_table(folder.write("t.csv", "ma,ghi\n00001,Ghi chú: mới\n00002,\n00003,Ghi chú: cũ\n"), {});
  EXPECT_EQ(file.table.row_count(), 3U);
}

TEST(ClosingRows, SignaturesBetweenTwoTablesAreLeftOutAndTold) {
  const test::TemporaryFolder folder;
  const TableFile file = read_table(
      folder.write("t.csv",
                   "ma;ten;ho\n00001;Xã A;12\n00002;Xã B;13\n;Hà Tĩnh, ngày 12/12/2025;\n"
                   ";NGƯỜI LẬP BIỂU;TM. UBND HUYỆN\n;Nguyễn Văn Một;Trần Thị Hai\n;Biểu 2: huyện Hai;\n"
                   "ma;ten;ho\n00003;Xã C;14\n00004;Xã D;15\n"),
      {});
  EXPECT_EQ(file.table.find("ma")->texts, (std::vector<std::string>{"00001", "00002", "00003", "00004"}));
  ASSERT_EQ(test::count_rule(file.findings, "table.closing-rows"), 1U);
  EXPECT_THAT(test::find_rule(file.findings, "table.closing-rows")->what.en,
              testing::HasSubstr("Trần Thị Hai / Biểu 2: huyện Hai"));
  EXPECT_EQ(test::find_rule(file.findings, "table.closing-rows")->place.en, "row 4");
  EXPECT_EQ(test::count_rule(file.findings, "table.header-repeated"), 1U);
  EXPECT_EQ(read_numbers(file.table, *file.table.find("ho"), false).findings.size(), 0U);
}

TEST(ClosingRows, InATableOfWordsOnlyTheRowThatSaysSoIsLeftOut) {
  const test::TemporaryFolder folder;
  const TableFile file = read_table(
      folder.write("t.csv", "ten,kq\nXã A,Đạt\nGhi chú: tạm tính,\nXã B,Chưa đạt\nXã C,Đạt\n"), {});
  EXPECT_EQ(file.table.find("ten")->texts, (std::vector<std::string>{"Xã A", "Xã B", "Xã C"}));
}

TEST(ClosingRows, AHeaderAtTheTopOfEachPageIsLeftOut) {
  const test::TemporaryFolder folder;
  const TableFile file = read_table(
      folder.write("t.csv", "ma,ten,ho\n00001,Xã A,12\nma,ten,ho\n00002,Xã B,13\n00003,Xã C,14\n"), {});
  EXPECT_EQ(file.table.find("ma")->texts, (std::vector<std::string>{"00001", "00002", "00003"}));
  EXPECT_EQ(test::count_rule(file.findings, "table.header-repeated"), 1U);
}

}  // namespace
}  // namespace ntmap::io
