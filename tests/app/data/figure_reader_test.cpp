#include "app/data/figure_reader.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

const base::Finding* first_of(const base::Findings& findings, std::string_view rule) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const auto& one) { return one.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

criteria::ColumnSpec measured(const char* unit, double most = std::numeric_limits<double>::infinity()) {
  criteria::ColumnSpec spec;
  spec.id = "t.1";
  spec.unit = unit;
  spec.most = most;
  return spec;
}

FigureColumn read(const criteria::ColumnSpec& spec, const std::vector<std::string>& cells) {
  model::Table table;
  table.file = "bang.csv";
  table.columns.push_back({"t.1", model::ColumnType::text, cells, {}});
  std::vector<std::uint32_t> units;
  for (std::uint32_t row = 0; row < cells.size(); ++row) {
    table.source_row.push_back(row + 2);
    units.push_back(row);
  }
  return read_figure(spec, table, units, cells.size());
}

TEST(ReadFigure, GroupsOfThousandsAreReadAsTheColumnWritesThem) {
  EXPECT_THAT(read(measured("triệu đồng"), {"48.000.000", "1.234", "12,5"}).values,
              ElementsAre(48e6, 1234, 12.5));
  EXPECT_THAT(read(measured("ha"), {"1.234,5", "76.4"}).values, ElementsAre(1234.5, 76.4));
}

TEST(ReadFigure, MoreDigitsThanAreKeptAreTold) {
  const FigureColumn column =
      read(measured("ha"), {"85,12345678901234567890", "12000000000000000000", "1,5"});
  EXPECT_EQ(test::count_rule(column.findings, "values.rounded"), 1U);
  EXPECT_EQ(first_of(column.findings, "values.rounded")->place.vi, "dòng 2, cột \"t.1\"");
}

TEST(ReadFigure, WordsAreToldOnceByTheOneMessage) {
  const FigureColumn column = read(measured("%", 100), {"85", "khoảng 80", "x", "–", "Không áp dụng"});
  ASSERT_EQ(test::count_rule(column.findings, "values.not-a-number"), 1U);
  EXPECT_EQ(test::count_rule(column.findings, "number.text"), 0U);
  EXPECT_THAT(first_of(column.findings, "values.not-a-number")->what.vi, HasSubstr("khoảng 80"));
  EXPECT_EQ(first_of(column.findings, "values.not-a-number")->place.vi, "dòng 3, cột \"t.1\"");
  EXPECT_THAT(column.values[2], IsNan()) << "a cross is no percentage";
  EXPECT_EQ(column.flags[4], criteria::k_cell_not_applicable);
}

TEST(ReadFigure, OutOfRangeIsToldOnce) {
  const FigureColumn column = read(measured("%", 100), {"85", "120"});
  EXPECT_EQ(column.findings.size(), 1U);
  EXPECT_EQ(test::count_rule(column.findings, "values.out-of-range"), 1U);
  EXPECT_THAT(column.values[1], IsNan());
}

/// Sơn Dương with a table of ours in the place of its figures of communes.
std::shared_ptr<model::Project> with_table(const std::filesystem::path& file) {
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  project->tables.front().files = {file.string()};
  return project;
}

TEST(Figures, OfTheCriteriaAreTheSameOnTheMapAndInVerdicts) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,ntm.10,ntm.3.1\n02539,48.000.000,85\n02548,\"39,5\",180\n");
  ProjectData data(with_table(file));
  const Assessment& assessment = test::assessed(data, "2024-03");
  const Figures income = data.figures("thu_nhap", "2024-03");
  const std::uint32_t first = income.units->by_code.at("02539");
  const std::uint32_t second = income.units->by_code.at("02548");
  EXPECT_EQ(income.values[first], 48e6);
  EXPECT_EQ(income.values[second], 39.5);
  EXPECT_EQ(income.source_row[second], 3U);
  const criteria::ValueColumn& judged = *assessment.values().find("ntm.10");
  for (const std::uint32_t unit : {first, second}) EXPECT_EQ(judged.value[unit], income.values[unit]);
}

TEST(Figures, OfTheCriteriaAreRefusedOnTheMapInTheSameWords) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,ntm.10\n02539,chưa họp\n02548,-4\n02548,-4\n");
  ProjectData data(with_table(file));
  const base::Findings judged = test::assessed(data, "2024-03").findings();
  const Figures income = data.figures("thu_nhap", "2024-03");
  for (const char* rule : {"values.not-a-number", "values.out-of-range"}) {
    ASSERT_NE(first_of(judged, rule), nullptr) << rule;
    ASSERT_NE(first_of(income.findings, rule), nullptr) << rule;
    EXPECT_EQ(first_of(judged, rule)->what, first_of(income.findings, rule)->what);
    EXPECT_EQ(first_of(judged, rule)->place, first_of(income.findings, rule)->place);
  }
  EXPECT_THAT(income.values[income.units->by_code.at("02548")], IsNan());
  EXPECT_THAT(income.blank, testing::Not(testing::Contains(income.units->by_code.at("02548"))));
}

TEST(Figures, RowsOfAnotherPeriodAreNoFiguresOfThisOne) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,KY,ntm.10\n02539,2023-12,41\n02539,2024-03,52\n");
  auto project = with_table(file);
  project->tables.front().period.clear();
  project->tables.front().period_field = "KY";
  ProjectData data(project);
  const Assessment& assessment = test::assessed(data, "2024-03");
  EXPECT_EQ(assessment.values().find("ntm.10")->value[test::commune(assessment, "02539")], 52);
  EXPECT_EQ(test::count_rule(assessment.findings(), "values.conflict"), 0U);
}

TEST(Figures, ANumberChangedByHandKeepsItsDecimals) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,ntm.10\n02539,\"41,5\"\n02548,\"52,25\"\n");
  auto project = with_table(file);
  project->value_edits.push_back({"xa_ntm", "ntm.10", "2024-03", "02539", "43.125", {}, {}, {}});
  ProjectData data(project);
  const Assessment& assessment = test::assessed(data, "2024-03");
  EXPECT_EQ(assessment.values().find("ntm.10")->value[test::commune(assessment, "02539")], 43.125);
  EXPECT_EQ(test::count_rule(assessment.findings(), "number.styles-mixed"), 0U);
}

}  // namespace
}  // namespace ntmap::app
