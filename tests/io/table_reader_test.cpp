#include "io/table_reader.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"

namespace ntmap::io {
namespace {

using base::ErrorKind;
using base::Severity;
using model::ColumnType;
using test::error_of;
using test::find_rule;

TableFile read_csv_text(std::string_view bytes, const TableOptions& options = {}) {
  const test::TemporaryFolder folder;
  return read_table(folder.write("bảng số liệu.csv", bytes), options);
}

std::vector<std::string> names(const model::Table& table) {
  std::vector<std::string> out;
  for (const model::Column& column : table.columns) out.push_back(column.name);
  return out;
}

using Names = std::vector<std::string>;

TEST(Table, CodesStayText) {
  const TableFile file = read_csv_text("code,value\n00097,98.5\n18073,\n");
  EXPECT_EQ(file.table.header_row, 1U);
  EXPECT_EQ(file.table.find("code")->type, ColumnType::text);
  EXPECT_EQ(file.table.find("code")->text(0), "00097");
  EXPECT_TRUE(file.table.find("value")->is_missing(1));
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{2, 3}));
}

TEST(Table, DecimalCommasBeforeBlankColumnsAreTold) {
  const auto told = [](std::string_view bytes) {
    return test::count_rule(read_csv_text(bytes).findings, "table.ragged-row");
  };
  EXPECT_EQ(told("STT,Xã,Tỷ lệ,Ghi chú\n1,Phường A,83,0,\n2,Phường B,51,1,\n3,Phường C,100,\n"), 2U);
  EXPECT_EQ(told("STT,Xã,Hộ nghèo,Cận nghèo,Ghi chú,Ký tên\n1,A,3,0,20,5,,\n2,B,4,1,20,5,,\n"), 2U);
  EXPECT_EQ(told("STT,Xã,Tỷ lệ\n1,A,83,\n2,B,51,\n"), 0U);    // a separator at the end of each line
  EXPECT_EQ(told("STT;Xã;a;b\n1;A;83;7;\n2;B;51;8;\n"), 0U);  // no comma divides the cells
  EXPECT_EQ(told("STT,Xã,a,b\n1,A,83,7,\n"), 1U);             // 83,7 and a blank b, or 83 and 7
  EXPECT_EQ(told("STT,Xã,a,b,\n1,A,83,7,\n2,B,51,8,\n"), 0U);
}

TEST(Table, TitleRowsAboveTheHeaderAreNamed) {
  const TableFile file = read_csv_text(
      "ỦY BAN NHÂN DÂN TỈNH;;;\nBáo cáo nước sạch;;năm 2025;\n\nSTT;Mã xã;Tên xã;Tỷ lệ\n(1);(2);(3);(4)\n"
      "1;00097;Thạch Hà;98,5\n2;00098;Cẩm Xuyên;97\n");
  EXPECT_EQ(file.table.header_row, 4U);
  EXPECT_EQ(names(file.table), (Names{"STT", "Mã xã", "Tên xã", "Tỷ lệ"}));
  EXPECT_EQ(file.table.row_count(), 2U);
  EXPECT_EQ(file.table.source_row[0], 6U);
  ASSERT_NE(find_rule(file.findings, "table.title-rows"), nullptr);
  EXPECT_THAT(find_rule(file.findings, "table.title-rows")->what.vi, testing::HasSubstr("Báo cáo nước sạch"));
  EXPECT_NE(find_rule(file.findings, "table.header"), nullptr);
  EXPECT_NE(find_rule(file.findings, "table.numbering-row"), nullptr);
}

TEST(Table, RowsThatNumberColumnsOrNameMeasuresAreNoUnits) {
  for (const char* under : {"1;2;3;4;5=4/3*100;6", "A;B;1;2;3=2/1*100;C", "(1);(2);(3);(4);(5=4/3);(6)",
                            "(1);(2);(3);(4);(5)=(4)/(3);(6)", ";;(hộ);(hộ);(%);", ";;hộ;hộ;%;",
                            "1;2;3;4;5 = 4:3;6\n;;(hộ);(hộ);(%);"}) {
    const TableFile file = read_csv_text(std::string("TT;Đơn vị;Số hộ;Hộ nghèo;Tỷ lệ;Ghi chú\n") + under +
                                         "\n1;Kỳ Sơn;100;10;10;a\n2;Kỳ Tân;200;20;10;b\n");
    EXPECT_EQ(file.table.row_count(), 2U) << under;
    const bool told = find_rule(file.findings, "table.numbering-row") != nullptr ||
                      find_rule(file.findings, "table.measures-row") != nullptr;
    EXPECT_TRUE(told) << under;
  }
  for (const char* unit : {"1;2;30;4;5;6", "1;Kỳ Hoa;3;4;5;6", ";Kỳ Hoa;(a);(b);(c);"}) {
    const TableFile file = read_csv_text(std::string("TT;Đơn vị;Số hộ;Hộ nghèo;Tỷ lệ;Ghi chú\n") + unit +
                                         "\n2;Kỳ Tân;200;20;10;b\n");
    EXPECT_EQ(file.table.row_count(), 2U) << unit;
  }
}

TEST(Table, ALetterheadGroupsAndSignaturesAreNoUsualRows) {
  const TableFile file = read_csv_text(
      "UBND HUYỆN KỲ ANH;;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NÔNG NGHIỆP;;;;Độc lập - Tự do\n"
      "BIỂU 01;;;;\nTT;Đơn vị;Số hộ;Nước sạch;Tỷ lệ\nA;Khu vực miền núi;;;\n1;Kỳ Sơn;1200;600;50\n"
      "2;Kỳ Lạc;1050;525;50\nB;Khu vực đồng bằng;;;\n3;Kỳ Tiến;2000;1000;50\n;Tổng cộng;4250;2125;50\n"
      ";NGƯỜI LẬP BIỂU;;;TM. ỦY BAN NHÂN DÂN\n;(Ký, ghi rõ họ tên);;;KT. CHỦ TỊCH\n");
  EXPECT_EQ(file.table.header_row, 4U);
  EXPECT_EQ(names(file.table), (Names{"TT", "Đơn vị", "Số hộ", "Nước sạch", "Tỷ lệ"}));
  EXPECT_EQ(file.table.row_count(), 5U);
}

TEST(Table, HeaderRowMayBeSaid) {
  const TableFile file = read_csv_text("a,b\nc,d\n1,2\n", {"", 2});
  EXPECT_EQ(names(file.table), (Names{"c", "d"}));
  EXPECT_EQ(error_of([] { read_csv_text("a,b\n", {"", 9}); }).kind(), ErrorKind::usage);
}

TEST(Table, ATableWithoutHeaderIsDoubted) {
  EXPECT_NE(find_rule(read_csv_text("18070,98.5\n18073,97\n").findings, "table.header-doubtful"), nullptr);
  EXPECT_EQ(find_rule(read_csv_text("Xã,2024,2025\nA,1,2\n").findings, "table.header-doubtful"), nullptr);
}

TEST(Table, TotalRowsAreLeftOutAndNamed) {
  const TableFile file = read_csv_text(
      "stt,xa,ho\n1,Tổng Cọt,10\n2,Cộng Hòa,20\n3,Toàn Thắng,5\n,TỔNG CỘNG:,35\nToàn tỉnh,,35\nCộng,,35\n");
  EXPECT_EQ(file.table.row_count(), 3U);
  EXPECT_EQ(test::count_rule(file.findings, "table.total-row"), 3U);
  EXPECT_EQ(find_rule(file.findings, "table.total-row")->place.en, "row 5");
}

TEST(Table, BlankRowsGoAndRaggedRowsAreNamed) {
  const TableFile file = read_csv_text("a,b,c\n1,2,3\n,,\n\n4,5\n6,7,8,9\n1,x,3,\n");
  EXPECT_EQ(file.table.row_count(), 4U);
  EXPECT_EQ(test::count_rule(file.findings, "table.ragged-row"), 2U);
  EXPECT_EQ(find_rule(file.findings, "table.ragged-row")->place.en, "row 5");
  EXPECT_TRUE(file.table.find("c")->is_missing(1));
}

TEST(Table, SheetErrorsBecomeNoDataAndAreNamed) {
  const TableFile file = read_csv_text("code,ty_le\n1,#DIV/0!\n2,98\n");
  EXPECT_TRUE(file.table.find("ty_le")->is_missing(0));
  ASSERT_NE(find_rule(file.findings, "table.cell-error"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "table.cell-error")->place.en, "row 2, column “ty_le”");
}

TEST(Table, NamelessAndRepeatedColumns) {
  const TableFile file = read_csv_text("a,,a,\n1,2,3,\n4,5,6,\n");
  EXPECT_EQ(names(file.table), (Names{"a", "cột B", "a (2)"}));
  EXPECT_NE(find_rule(file.findings, "table.column-unnamed"), nullptr);
  EXPECT_NE(find_rule(file.findings, "table.column-repeated"), nullptr);
}

TEST(Table, RefusesWhatIsNoTable) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(error_of([&] { read_table(folder.write("a.pdf", "x"), {}); }).kind(), ErrorKind::usage);
  EXPECT_THAT(error_of([&] { read_table(folder.write("a.xls", "x"), {}); }).remedy().en,
              testing::HasSubstr(".xlsx"));
  EXPECT_EQ(error_of([&] { read_table(folder.write("blank.csv", "\n\n"), {}); }).kind(), ErrorKind::data);
  EXPECT_EQ(error_of([&] { read_table(folder / "none.csv", {}); }).kind(), ErrorKind::not_found);
}

TEST(Table, Dbf) {
  const test::TemporaryFolder folder;
  folder.write("t.cpg", "TCVN");
  const TableFile file = read_table(
      folder.write("t.dbf", test::dbf_bytes({{"MA", 'C', 5}, {"HO", 'N', 6}}, {{"00097", "12"}}, 0x57)), {});
  EXPECT_TRUE(file.encoding.raw);
  EXPECT_EQ(file.encoding.declared, "TCVN");
  EXPECT_EQ(file.encoding.language_id, 0x57);
  EXPECT_EQ(file.table.find("MA")->text(0), "00097");
  EXPECT_EQ(file.table.find("HO")->numbers[0], 12);
}

TEST(Table, DeletedRowsOfADbfAreLeftOutAndTold) {
  const test::TemporaryFolder folder;
  std::string dbf = test::dbf_bytes({{"MA", 'C', 5}}, {{"00001"}, {"00002"}, {"00003"}});
  dbf[dbf.find("00002") - 1] = '*';
  const TableFile file = read_table(folder.write("t.dbf", dbf), {});
  EXPECT_EQ(file.table.find("MA")->texts, (std::vector<std::string>{"00001", "00003"}));
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(test::count_rule(file.findings, "dbf.deleted-rows"), 1U);
}

TEST(Tables, FilesOneAfterAnother) {
  const test::TemporaryFolder folder;
  const auto first = folder.write("can_loc.csv", "code,ho\n00001,5\n00002,6\n");
  const auto second = folder.write("ky_anh.csv", "Huyện Kỳ Anh,,\nho,code,ghi chú\n7,00003,mới\n");
  const TableFile file = read_tables({{first, ""}, {second, ""}}, {});
  EXPECT_EQ(names(file.table), (Names{"code", "ho", "ghi chú"}));
  EXPECT_EQ(file.table.find("code")->texts, (std::vector<std::string>{"00001", "00002", "00003"}));
  EXPECT_EQ(file.table.find("ghi chú")->texts, (std::vector<std::string>{"", "", "mới"}));
  EXPECT_EQ(file.table.file_of(1), first.string());
  EXPECT_EQ(file.table.file_of(2), second.string());
  EXPECT_EQ(file.table.source_row, (std::vector<std::uint32_t>{2, 3, 3}));
  EXPECT_NE(find_rule(file.findings, "table.columns-new"), nullptr);
}

TEST(Tables, ColumnsOfDifferentTypesBecomeMixed) {
  const test::TemporaryFolder folder;
  const auto text = folder.write("a.csv", "ma,ho\n1,98,\n2,x\n");
  const auto number = folder.write("b.dbf", test::dbf_bytes({{"ma", 'C', 5}, {"ho", 'N', 6}}, {{"3", "12"}}));
  const TableFile file = read_tables({{text, ""}, {number, ""}}, {});
  const model::Column& column = *file.table.find("ho");
  EXPECT_EQ(column.type, ColumnType::mixed);
  ASSERT_EQ(column.size(), 3U);
  EXPECT_EQ(column.text(1), "x");
  EXPECT_EQ(column.numbers[2], 12);
}

TEST(Tables, RowsOfMeansAreLeftOutAndTold) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.csv",
                                 "TT,Xã,Hộ\n1,Kỳ Sơn,10\n2,Trung Bình,30\n,Cộng,40\n,Bình quân chung,20\n"
                                 "3,Kỳ Tân,5\n,Trung bình,15\n");
  const TableFile file = read_table(path, {});
  EXPECT_EQ(file.table.find("Xã")->texts, (std::vector<std::string>{"Kỳ Sơn", "Trung Bình", "Kỳ Tân"}));
  std::vector<std::string> left_out;
  for (const base::Finding& finding : file.findings) {
    if (finding.rule == "table.total-row") left_out.push_back(finding.place.en);
    EXPECT_NE(finding.rule, "table.total-differs") << finding.what.en;
  }
  EXPECT_EQ(left_out, (std::vector<std::string>{"row 4", "row 5", "row 7"}));
}

/// Communes are called so: the running number goes on, or the district is filled as beside it.
TEST(Tables, ACommuneCalledTrungBinhIsNoMean) {
  for (const char* name : {"trung bình", "Bình Quân", "BÌNH QUÂN", "Trung bình"}) {
    for (const auto& [before, row, after] :
         {std::tuple{"1,Kỳ Sơn,A,10", "2,", ",,30"}, std::tuple{"Kỳ Sơn,Kỳ,A,10", ",", ",B,30"}}) {
      const TableFile file = read_csv_text(std::string("TT,Xã,Huyện,Hộ\n") + before + "\n" + row + name +
                                           after + "\n3,Kỳ Tân,A,5\n");
      EXPECT_EQ(file.table.row_count(), 3U) << row << name << after;
    }
    const TableFile mean =
        read_csv_text(std::string("TT,Xã,Huyện,Hộ\n1,Kỳ Sơn,A,10\n2,Kỳ Tân,A,5\n,") + name + ",,7\n");
    EXPECT_EQ(mean.table.row_count(), 2U) << name;
  }
}

TEST(Tables, EachFileIsPreparedBeforeItIsPutToTheOthers) {
  const test::TemporaryFolder folder;
  const auto first = folder.write("a.csv", "xa,ho\nMot,5\n");
  const auto second = folder.write("b.csv", "XA,ho\nHai,6\n");
  TableOptions options;
  options.prepare = [](TableFile& part) {
    for (model::Column& column : part.table.columns) {
      if (column.name == "XA") column.name = "xa";
    }
  };
  const TableFile file = read_tables({{first, ""}, {second, ""}}, options);
  EXPECT_EQ(file.table.find("xa")->texts, (std::vector<std::string>{"Mot", "Hai"}));
  EXPECT_EQ(find_rule(file.findings, "table.columns-new"), nullptr);
}

TEST(Tables, NoneIsAnError) {
  EXPECT_EQ(error_of([] { read_tables({}, {}); }).kind(), ErrorKind::usage);
}

}  // namespace
}  // namespace ntmap::io
