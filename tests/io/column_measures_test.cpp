#include "io/column_measures.hpp"

#include <gtest/gtest.h>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using test::find_rule;

TableFile two_files(const std::string& first, const std::string& second) {
  const test::TemporaryFolder folder;
  return read_tables({{folder.write("a.csv", first), ""}, {folder.write("b.csv", second), ""}}, {});
}

std::string with_measure(const std::string& measure) {
  return "STT;Xã;Diện tích;Số hộ\n;;(" + measure + ");(hộ)\n1;Kỳ Anh;30;7\n2;Kỳ Sơn;40;8\n";
}

std::string with_title(const std::string& measure) {
  return "BIỂU 1;;;\n;;;ĐVT: " + measure + "\nSTT;Xã;Diện tích;Số hộ\n1;Kỳ Anh;30;7\n2;Kỳ Sơn;40;8\n";
}

TEST(Measures, AreReadFromCellsAndTitles) {
  EXPECT_EQ(measure_in(" (m²) "), "m2");
  EXPECT_EQ(measure_in("Ha"), "ha");
  EXPECT_EQ(stated_measure("BIỂU 1 | (Đơn vị tính: Ha)"), "ha");
  EXPECT_EQ(stated_measure("ĐVT: triệu đồng."), "triệu đồng");
  EXPECT_EQ(stated_measure("Đơn vị báo cáo: UBND huyện"), "");
  EXPECT_EQ(stated_measure("ĐVT: Triệu đồng - Năm 2024"), "triệu đồng");
  for (const char* same : {"1.000 đồng", "Ngàn đồng", "nghìn đồng", "(1000đ)"})
    EXPECT_EQ(measure_in(same), "nghìn đồng") << same;
  EXPECT_EQ(measure_in("Tr. đồng"), measure_in("trđ"));
  EXPECT_EQ(measure_in("nhân khẩu"), measure_in("người"));
}

TEST(Measures, ThatDifferBetweenPartsAreAnError) {
  const TableFile columns = two_files(with_measure("ha"), with_measure("m2"));
  const base::Finding* told = find_rule(columns.findings, "table.measures-differ");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, base::Severity::error);
  EXPECT_THAT(told->place.en, testing::HasSubstr("Diện tích"));
  EXPECT_THAT(told->what.en, testing::AllOf(testing::HasSubstr("ha: “"), testing::HasSubstr("b.csv")));
  EXPECT_EQ(test::count_rule(columns.findings, "table.measures-differ"), 1U);

  EXPECT_NE(find_rule(two_files(with_title("ha"), with_title("m2")).findings, "table.measures-differ"),
            nullptr);
  EXPECT_EQ(find_rule(two_files(with_title("ha"), with_title("Ha")).findings, "table.measures-differ"),
            nullptr);
  EXPECT_EQ(find_rule(two_files(with_title("ha"), with_title("héc ta")).findings, "table.measures-differ"),
            nullptr);
  const TableFile unknown = two_files(with_title("ha"), with_title("con"));
  ASSERT_NE(find_rule(unknown.findings, "table.measures-differ"), nullptr);
  EXPECT_EQ(find_rule(unknown.findings, "table.measures-differ")->severity, base::Severity::warning);
  const TableFile lists = two_files(with_title("hộ, %"), with_title("%, hộ"));
  ASSERT_NE(find_rule(lists.findings, "table.measures-differ"), nullptr);
  EXPECT_EQ(find_rule(lists.findings, "table.measures-differ")->severity, base::Severity::warning);
  EXPECT_EQ(find_rule(two_files(with_measure("ha"), with_measure("ha")).findings, "table.measures-differ"),
            nullptr);
}

}  // namespace
}  // namespace ntmap::io
