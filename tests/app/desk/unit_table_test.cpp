#include "app/desk/unit_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class UnitTableTest : public ::testing::Test {
 protected:
  UnitTable table(const std::string& period = "2024") {
    ProjectData data = m_sample.data();
    return unit_table(data, period);
  }
  std::vector<std::uint32_t> rows(const TableView& view) {
    return table_rows(table(), view, {}, Lang::vi).units;
  }

  test::SampleProject m_sample;
};

TEST_F(UnitTableTest, HasIdentityAndEveryIndicator) {
  std::vector<std::string> ids;
  for (const UnitColumn& column : table().columns) ids.push_back(column.id);
  EXPECT_THAT(ids, ElementsAre("name", "type", "district", "code", "nuoc", "ket_qua"));
  EXPECT_EQ(table().find("nuoc")->cell(0), base::Text("15,5", "15.5"));
  EXPECT_EQ(table().find("nuoc")->cell(3), base::text("chưa rõ", "unknown"));
}

TEST_F(UnitTableTest, SortsNumbersWithUnknownOnesLastEitherWay) {
  EXPECT_THAT(rows({.sort_by = "nuoc"}), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(rows({.sort_by = "nuoc", .descending = true}), ElementsAre(2, 1, 0, 3));
}

TEST_F(UnitTableTest, SortsNamesAsIfWithoutAccents) {
  EXPECT_THAT(rows({.sort_by = "name"}), ElementsAre(2, 0, 3, 1));
}

TEST_F(UnitTableTest, FiltersByWhatIsTyped) {
  EXPECT_THAT(rows({.filters = {{"nuoc", ">20"}}}), ElementsAre(1, 2));
  EXPECT_THAT(rows({.filters = {{"nuoc", ">20"}, {"type", "xa"}}}), ElementsAre(2));
  EXPECT_THAT(rows({.filters = {{"nuoc", "?"}}}), ElementsAre(3));
  EXPECT_THAT(rows({.filters = {{"name", "huong khe"}}}), ElementsAre(0));
}

TEST_F(UnitTableTest, ABadFilterIsToldAndFiltersNothing) {
  const TableRows found = table_rows(table(), {.filters = {{"nuoc", ">x"}}}, {}, Lang::vi);
  EXPECT_THAT(found.units, ElementsAre(0, 1, 2, 3));
  EXPECT_TRUE(found.bad_filters.contains("nuoc"));
}

TEST_F(UnitTableTest, ShowsTheSelectedOnly) {
  Selection selection;
  selection.only(2);
  EXPECT_THAT(table_rows(table(), {.only_selected = true}, selection, Lang::vi).units, ElementsAre(2));
}

TEST_F(UnitTableTest, TotalsAreOfTheRowsShownAndCountWhatIsMissing) {
  const UnitTable shown = table();
  const ColumnTotal total = column_total(*shown.find("nuoc"), {0, 1, 3});
  EXPECT_EQ(total.count, 2U);
  EXPECT_EQ(total.missing, 1U);
  EXPECT_DOUBLE_EQ(total.sum, 75.5);
  EXPECT_DOUBLE_EQ(total.max, 60);
}

TEST_F(UnitTableTest, CopiesAsTextInTheLanguage) {
  const TableView view{.hidden = {"type", "district", "ket_qua"}};
  EXPECT_EQ(table_text(table(), view, {0, 3}, Lang::vi),
            "Tên\tMã\tNước sạch (%)\nHương Khê\t00097\t15,5\nThạch Lạc\t00100\tchưa rõ\n");
  EXPECT_THAT(table_text(table(), view, {0}, Lang::en), HasSubstr("Hương Khê\t00097\t15.5"));
}

TEST_F(UnitTableTest, ExportsCsvAsTheLanguageOpensIt) {
  const auto target = m_sample.folder / "bang.csv";
  const TableView view{.hidden = {"type", "district", "ket_qua"}};
  export_table(table(), view, {0}, Lang::vi, target, base::Overwrite::no);
  EXPECT_THAT(test::read_bytes(target), HasSubstr("15,5"));
  EXPECT_THAT(test::read_bytes(target), HasSubstr(";"));
  EXPECT_THAT(
      test::error_of([&] { export_table(table(), view, {0}, Lang::vi, "bang.doc", base::Overwrite::no); }),
      HasSubstr("usage"));
}

TEST_F(UnitTableTest, ExportedCellsWithoutANumberSayWhy) {
  m_sample.replace_in("values.csv", "00097,2024,15.5", "00097,2024,không áp dụng");
  const auto target = m_sample.folder / "bang.csv";
  export_table(table(), {.hidden = {"type", "district", "ket_qua"}}, {0, 1, 3}, Lang::vi, target,
               base::Overwrite::no);
  const std::string csv = test::read_bytes(target);
  EXPECT_THAT(csv, HasSubstr(";không áp dụng\r\n"));
  EXPECT_THAT(csv, HasSubstr(";60\r\n"));
  EXPECT_THAT(csv, HasSubstr(";chưa rõ\r\n"));
}

TEST_F(UnitTableTest, ShowsTheWordsOfTheLegend) {
  m_sample.replace_in("du_an.toml", "value = \"chưa\"", "value = \"chưa\"\nlabel_vi = \"Còn hụt\"");
  EXPECT_EQ(table().find("ket_qua")->cell(0).vi, "Còn hụt");
  EXPECT_THAT(rows({.filters = {{"ket_qua", "con hut"}}}), ElementsAre(0));
}

TEST_F(UnitTableTest, WordsAmongNumbersAreToldAndFilterNothing) {
  EXPECT_TRUE(
      table_rows(table(), {.filters = {{"nuoc", ">3 & abc"}}}, {}, Lang::vi).bad_filters.contains("nuoc"));
  EXPECT_TRUE(table_rows(table(), {.filters = {{"code", ">3"}}}, {}, Lang::vi).bad_filters.contains("code"));
}

TEST_F(UnitTableTest, AnIndicatorThatCannotBeReadIsAFindingAndTheRestStays) {
  m_sample.replace_in("du_an.toml", "field = \"nuoc\"", "field = \"khong_co\"");
  const UnitTable shown = table();
  EXPECT_EQ(shown.find("nuoc"), nullptr);
  EXPECT_NE(shown.find("ket_qua"), nullptr);
  EXPECT_EQ(test::count_rule(shown.findings, "figures.unreadable"), 1U);
}

}  // namespace
}  // namespace ntmap::app
