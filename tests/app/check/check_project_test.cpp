#include "app/check/check_project.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"
#include "file_bytes.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using testing::HasSubstr;

std::size_t errors(const base::Findings& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const base::Finding& one) { return one.severity == Severity::error; }));
}

base::Findings check(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return check_project(data);
}

TEST(CheckProject, SoundDataHaveNoErrors) {
  EXPECT_EQ(errors(check({})), 0U);
}

TEST(CheckProject, EveryFlawOnceWorstFirst) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "00100", "00099");
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,160");
  sample.replace_in("values.csv", "00097,2023,10", "55555,2023,10");
  const base::Findings findings = check(sample);
  EXPECT_EQ(test::count_rule(findings, "units.code-twice"), 1U);
  EXPECT_EQ(test::count_rule(findings, "figures.out-of-range"), 1U);
  EXPECT_EQ(test::count_rule(findings, "percent.outside"), 0U) << "the same cell";
  EXPECT_GE(test::count_rule(findings, "join.unmatched") + test::count_rule(findings, "join.ambiguous"), 1U);
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(),
                             [](const auto& a, const auto& b) { return a.severity > b.severity; }));
}

TEST(CheckProject, NegativeCountsAreToldWhereNoMinimumAllowsThem) {
  const test::TwoVintages project;
  project.replace_in("so_lieu.csv", "00001,10,100,", "00001,10,-100,");
  ProjectData data = project.data();
  const base::Findings findings = check_project(data);
  ASSERT_EQ(test::count_rule(findings, "figures.negative"), 1U);
  const auto negative = std::find_if(findings.begin(), findings.end(),
                                     [](const base::Finding& one) { return one.rule == "figures.negative"; });
  EXPECT_EQ(negative->place.en, "Xã Một (-100)");
  project.replace_in("du_an.toml", "id = \"so_ho\"\n", "id = \"so_ho\"\nmin = -500\n");
  ProjectData again = project.data();
  EXPECT_EQ(test::count_rule(check_project(again), "figures.negative"), 0U);
}

TEST(CheckProject, UnitsWithoutAFigureAreNamed) {
  const test::SampleProject sample;  // 2024 has no row for 00100
  const base::Findings findings = check(sample);
  ASSERT_EQ(test::count_rule(findings, "figures.blank"), 2U);
  const auto blank = std::find_if(findings.begin(), findings.end(),
                                  [](const base::Finding& one) { return one.rule == "figures.blank"; });
  EXPECT_EQ(blank->place.en, "Xã Thạch Lạc");
  EXPECT_EQ(blank->what.en, "1 unit has no figure of “Clean water” in 2024");
}

TEST(CheckProject, AFileThatCannotBeReadLeavesTheRestChecked) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "00100", "00099");
  std::filesystem::remove(sample.folder / "values.csv");
  const base::Findings findings = check(sample);
  EXPECT_EQ(test::count_rule(findings, "units.code-twice"), 1U);
  EXPECT_GE(test::count_rule(findings, "project.unreadable"), 1U);
}

TEST(CheckProject, AFieldThatIsNotThereIsToldWithItsFile) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "field = \"nuoc\"", "field = \"nuoc_sach\"");
  const base::Findings findings = check(sample);
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const base::Finding& one) { return one.rule == "project.unreadable"; });
  ASSERT_NE(found, findings.end());
  EXPECT_THAT(found->file, testing::EndsWith("values.csv"));
  EXPECT_THAT(found->what.en, testing::StartsWith("there is no field “nuoc_sach”"));
}

TEST(CheckProject, AMissingFileOfBoundariesIsAnError) {
  const test::SampleProject sample;
  std::filesystem::remove(sample.folder / "units.geojson");
  const base::Findings findings = check(sample);
  EXPECT_GE(errors(findings), 1U);
  EXPECT_THAT(findings.front().what.en, HasSubstr("units.geojson"));
}

TEST(CheckProject, ACellOfADbfThatIsNoNumberIsOneError) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "values.csv", "values.dbf");
  sample.folder.write(
      "values.dbf",
      test::dbf_bytes({{"ma", 'C', 5, 0}, {"nam", 'C', 4, 0}, {"nuoc", 'N', 6, 1}, {"ket_qua", 'C', 8, 0}},
                      {{"00097", "2023", "12a", "dat"}, {"00098", "2023", "5", ""}}));
  const base::Findings found = check(sample);
  EXPECT_EQ(test::count_rule(found, "number.text"), 1U);
  EXPECT_EQ(test::count_rule(found, "dbf.not-a-number"), 0U);
}

TEST(CheckProject, ThemesWithoutFiguresAreErrorsAndTheirRowsAreTold) {
  const test::SampleProject sample;
  sample.folder.write("values.csv", "ma,nam,nuoc,ket_qua\n77777,2024,1,đạt\n");
  const base::Findings findings = check(sample);
  EXPECT_EQ(test::count_rule(findings, "theme.no-data"), 2U);
  EXPECT_GE(test::count_rule(findings, "join.unmatched") + test::count_rule(findings, "join.ambiguous"), 1U)
      << "why there are no figures must be said";
}

TEST(CheckProject, TablesWithoutPeriodsAreChecked) {
  const test::SampleProject sample;
  const std::string toml = test::read_bytes(sample.file());
  std::string without;
  const std::size_t periods = toml.find("[[periods]]");
  const std::size_t tables = toml.find("[[tables]]");
  without = toml.substr(0, periods) + toml.substr(tables);
  sample.folder.write("du_an.toml", without);
  sample.replace_in("du_an.toml", "period_field = \"nam\"\n", "");
  sample.folder.write("values.csv", "ma,nuoc,ket_qua\n00097,160,đạt\n");
  EXPECT_EQ(test::count_rule(check(sample), "figures.out-of-range"), 1U);
}

TEST(CheckProject, ClassesThatLookAlikeAreWarningsByTheme) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "#2b8a3e", "#be5f3c");
  sample.replace_in("du_an.toml", "#c92a2a", "#6e8232");
  const base::Findings findings = check(sample);
  const auto found = std::find_if(findings.begin(), findings.end(), [](const base::Finding& one) {
    return one.rule == "colour.too-near" && one.place.en.find("ket-qua") != std::string::npos;
  });
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->severity, Severity::warning);
}

TEST(CheckProject, ProgressEndsAtOne) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  std::vector<double> seen;
  check_project(data, base::Job([&](double fraction, const base::Text&) { seen.push_back(fraction); }));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_DOUBLE_EQ(seen.back(), 1);
}

TEST(CheckProject, AFlawOfACriteriaSetIsToldOnce) {
  const test::TemporaryFolder folder;
  std::filesystem::copy(test::checkout("gis_data"), folder / "gis", std::filesystem::copy_options::recursive);
  const std::filesystem::path set = folder / "gis/criteria/xa_ntm_2021_2025.toml";
  test::append(set, "\nwrong = 1\n");
  ProjectData data(
      std::make_shared<const model::Project>(read_project((folder / "gis/hatinh.toml").string())));
  std::size_t told = 0;
  for (const base::Finding& one : check_project(data))
    told += one.what.en.find("xa_ntm_2021_2025.toml") != std::string::npos ? 1 : 0;
  EXPECT_EQ(told, 1U);
}

}  // namespace
}  // namespace ntmap::app
