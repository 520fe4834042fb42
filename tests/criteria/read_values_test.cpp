#include "criteria/read_values.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "criteria/evaluate.hpp"
#include "criteria/support.hpp"
#include "criteria/units.hpp"

namespace ntmap::criteria {
namespace {

class ReadValuesTest : public testing::Test {
 protected:
  ReadValuesTest()
      : m_specs(column_specs(test::project_sets(),
                             load_figures(test::checkout("gis_data/criteria/figures.toml")))),
        m_values(2024, 3) {}

  void read(const char* csv, std::vector<std::uint32_t> units, const char* file = "bang.csv") {
    read_values(m_values, m_specs, test::table_from(csv, file), units, {"ma"}, m_findings);
  }

  double at(const char* id, std::size_t unit) { return m_values.column(id).value[unit]; }

  std::vector<ColumnSpec> m_specs;
  ValueTable m_values;
  base::Findings m_findings;
};

TEST_F(ReadValuesTest, TakesFiguresWithTheirPlace) {
  read("ma,ntm.3.1,ntm.4.1,nc.5.5\n1,\"76,4\",Đạt,Khá\n2,80.0,Không đạt,tốt\n", {2, 0});
  EXPECT_TRUE(m_findings.empty());
  EXPECT_EQ(at("ntm.3.1", 2), 76.4);
  EXPECT_EQ(at("ntm.4.1", 0), 0);
  EXPECT_EQ(at("nc.5.5", 2), 3);
  EXPECT_EQ(m_values.find("ntm.3.1")->place(2).row, 2U);
  EXPECT_EQ(m_values.sheets()[m_values.find("ntm.3.1")->place(2).sheet].file, "bang.csv");
}

TEST_F(ReadValuesTest, AnUnknownFigureNamesTheNearest) {
  read("ma,nuoc_sach_qc\n1,5\n", {0});
  ASSERT_EQ(m_findings.size(), 1U);
  EXPECT_EQ(m_findings[0].rule, "values.unknown-figure");
  EXPECT_EQ(m_findings[0].file, "bang.csv");
  EXPECT_EQ(m_findings[0].place.en, "row 1, column \"nuoc_sach_qc\"");
  EXPECT_THAT(m_findings[0].remedy.en, testing::HasSubstr("nuoc_sach_qc_pct"));
}

TEST_F(ReadValuesTest, OutOfRangeIsNotUsed) {
  read("ma,ntm.3.1,ntm.4.1,ntm.9.1\n1,120,2,-1\n", {0});
  ASSERT_EQ(m_findings.size(), 3U);
  for (const base::Finding& f : m_findings) {
    EXPECT_EQ(f.rule, "values.out-of-range");
    EXPECT_THAT(f.place.vi, testing::HasSubstr("dòng 2"));
  }
  EXPECT_THAT(m_findings[0].what.vi, testing::HasSubstr("120 %"));
  EXPECT_TRUE(std::isnan(at("ntm.3.1", 0)));
}

TEST_F(ReadValuesTest, TextWhereANumberIsDue) {
  read("ma,ntm.3.1\n1,khoảng 80\n2,#DIV/0!\n3,\n", {0, 1, 2});
  ASSERT_EQ(m_findings.size(), 2U);
  EXPECT_EQ(m_findings[0].rule, "values.not-a-number");
  EXPECT_THAT(m_findings[0].what.vi, testing::HasSubstr("khoảng 80"));
  EXPECT_EQ(m_findings[1].place.en, "row 3, column \"ntm.3.1\"");
}

TEST_F(ReadValuesTest, AMarkOfPassingIsNoFigureOfWhatIsMeasured) {
  read("ma,ntm.3.1,ntm.3.2,ntm.3.2.bat_buoc,nc.5.5\n1,x,Đạt,x,Đạt\n", {0});
  ASSERT_EQ(m_findings.size(), 3U);
  for (const base::Finding& finding : m_findings) EXPECT_EQ(finding.rule, "values.not-a-number");
  EXPECT_TRUE(std::isnan(at("ntm.3.1", 0)));
  EXPECT_EQ(at("ntm.3.2.bat_buoc", 0), 1);
}

TEST_F(ReadValuesTest, ARankBeyondTheScaleIsOutOfRange) {
  read("ma,nc.5.5,ntm.3.2.bat_buoc\n1,5,60\n", {0});
  ASSERT_EQ(m_findings.size(), 2U);
  for (const base::Finding& finding : m_findings) EXPECT_EQ(finding.rule, "values.out-of-range");
}

TEST_F(ReadValuesTest, LevelsAndCountsAreWholeNumbers) {
  read(
      "ma,ntm.14.1.tieu_hoc,ntm.5.so_truong,ntm.9.1,nc.5.5,ntm.10\n1,\"2,5\",\"3,7\",\"0,5\",\"1,5\",\"45,"
      "5\"\n"
      "2,2,3,0,1,45\n",
      {0, 1});
  ASSERT_EQ(m_findings.size(), 4U);
  for (const base::Finding& finding : m_findings) {
    EXPECT_EQ(finding.rule, "values.out-of-range");
    EXPECT_THAT(finding.place.vi, testing::HasSubstr("dòng 2"));
    EXPECT_THAT(finding.what.vi, testing::HasSubstr("không phải số nguyên"));
  }
  EXPECT_TRUE(std::isnan(at("ntm.14.1.tieu_hoc", 0)));
  EXPECT_EQ(at("ntm.14.1.tieu_hoc", 1), 2);
  EXPECT_EQ(at("ntm.10", 0), 45.5);
}

TEST_F(ReadValuesTest, TwoDifferentFiguresAreBothShownAndNeitherTaken) {
  read("ma,ntm.3.1\n1,85\n", {0}, "a.csv");
  read("ma,ntm.3.1\n9,x\n1,70\n", {k_no_unit, 0}, "b.csv");
  ASSERT_EQ(m_findings.size(), 1U);
  EXPECT_EQ(m_findings[0].rule, "values.conflict");
  EXPECT_EQ(m_findings[0].file, "b.csv");
  EXPECT_EQ(m_findings[0].place.en, "row 3, column \"ntm.3.1\"");
  EXPECT_EQ(m_findings[0].what.en, "two different figures for one unit and year: 85 (a.csv, row 2) and 70");
  EXPECT_TRUE(std::isnan(at("ntm.3.1", 0)));
  EXPECT_EQ(m_values.find("ntm.3.1")->flags[0], k_cell_conflict);
}

TEST_F(ReadValuesTest, EverySideOfAConflictIsKeptWithItsPlace) {
  read("ma,ntm.3.1\n1,85\n", {0}, "a.csv");
  read("ma,ntm.3.1\n1,70\n1,Không áp dụng\n", {0, 0}, "b.csv");
  const std::vector<DifferingCell>& sides = m_values.find("ntm.3.1")->differing.at(0);
  ASSERT_EQ(sides.size(), 3U);
  EXPECT_EQ(sides[0].value, 85);
  EXPECT_EQ(m_values.sheets()[sides[0].place.sheet].file, "a.csv");
  EXPECT_EQ(sides[0].place.row, 2U);
  EXPECT_EQ(sides[1].value, 70);
  EXPECT_EQ(m_values.sheets()[sides[1].place.sheet].file, "b.csv");
  EXPECT_TRUE(std::isnan(sides[2].value));
  EXPECT_EQ(sides[2].place.row, 3U);
}

TEST_F(ReadValuesTest, TheOrderOfConflictingRowsChangesNoValue) {
  read("ma,ntm.3.1\n1,70\n1,85\n1,70\n", {0, 0, 0});
  EXPECT_TRUE(std::isnan(at("ntm.3.1", 0)));
  EXPECT_EQ(m_findings.size(), 2U);
}

TEST_F(ReadValuesTest, TheSameFigureTwiceIsNoConflict) {
  read("ma,ntm.3.1\n1,85\n1,\"85,0\"\n", {0, 0});
  EXPECT_TRUE(m_findings.empty());
  EXPECT_EQ(at("ntm.3.1", 0), 85);
}

TEST_F(ReadValuesTest, NotApplicableIsAFlagNotABlank) {
  read("ma,ntm.13.4\n1,Không áp dụng\n2,\n", {0, 1});
  EXPECT_EQ(m_values.find("ntm.13.4")->flags[0], k_cell_not_applicable);
  EXPECT_EQ(m_values.find("ntm.13.4")->flags[1], 0);
  read("ma,ntm.13.4\n1,Đạt\n", {0});
  ASSERT_EQ(m_findings.size(), 1U);
  EXPECT_EQ(m_findings[0].rule, "values.conflict");
}

TEST_F(ReadValuesTest, RowsWithoutAUnitAreLeftOut) {
  read("ma,ntm.3.1\n1,85\n", {k_no_unit});
  EXPECT_TRUE(std::isnan(at("ntm.3.1", 0)));
  EXPECT_TRUE(m_findings.empty());
}

TEST_F(ReadValuesTest, NumbersOfSpreadsheetsAreTakenToo) {
  model::Table table;
  table.file = "a.xlsx";
  table.sheet = "Nước sạch";
  table.header_row = 3;
  table.source_row = {4, 5, 6};
  const double inf = std::numeric_limits<double>::infinity();
  table.columns.push_back(
      {"ntm.17.1", model::ColumnType::mixed, {"", "chưa rõ", ""}, {98.5, model::k_no_data, inf}});
  read_values(m_values, m_specs, table, std::vector<std::uint32_t>{0, 1, 2}, {}, m_findings);
  EXPECT_EQ(at("ntm.17.1", 0), 98.5);
  EXPECT_EQ(m_values.sheets()[0].sheet, "Nước sạch");
  ASSERT_EQ(m_findings.size(), 2U);
  EXPECT_EQ(m_findings[0].rule, "values.not-a-number");
  EXPECT_EQ(m_findings[0].place.en, "row 5, column \"ntm.17.1\"");
}

TEST_F(ReadValuesTest, WhatIsCountedIsWholeWhateverItsUnit) {
  read("ma,nc.18.5,nc.13.1,km.4\n1,0.5,1.5,2.5\n", {0});
  ASSERT_EQ(m_findings.size(), 3U) << "incidents, cooperatives, fields";
  for (const base::Finding& f : m_findings)
    EXPECT_THAT(f.what.vi, testing::HasSubstr("không phải số nguyên"));
}

TEST_F(ReadValuesTest, AShareBesideACountIsAPercentage) {
  read("ma,ocop,ocop_4sao_pct\n1,300,12.5\n2,310,120\n", {0, 1});
  ASSERT_EQ(m_findings.size(), 1U);
  EXPECT_THAT(m_findings[0].what.vi, testing::HasSubstr("120 % nằm ngoài khoảng 0 – 100"));
  EXPECT_EQ(at("ocop_4sao_pct", 0), 12.5);
}

TEST_F(ReadValuesTest, ARefusedCellKeepsItsPlace) {
  read("ma,ntm.3.1\n1,nhiều\n2,120\n", {0, 1});
  const ValueColumn& column = *m_values.find("ntm.3.1");
  EXPECT_EQ(column.flags[0], k_cell_refused);
  EXPECT_EQ(column.place(0).row, 2U);
  EXPECT_EQ(column.place(1).row, 3U);
  read("ma,ntm.3.1\n1,90\n", {0}, "sua.csv");
  EXPECT_EQ(at("ntm.3.1", 0), 90) << "a figure elsewhere counts";
  EXPECT_EQ(column.flags[0], 0);
}

}  // namespace
}  // namespace ntmap::criteria
