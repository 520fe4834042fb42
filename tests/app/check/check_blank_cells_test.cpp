#include "app/check/check_blank_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/project/project_file.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

base::Findings of_indicators(ProjectData& data) {
  base::Findings all;
  for (const model::Indicator& indicator : data.project().indicators) {
    for (const base::Finding& one : blank_cell_findings(data, indicator, "2025-12")) all.push_back(one);
  }
  return all;
}

TEST(CheckBlankCells, TheSampleHasNone) {
  EXPECT_THAT(of_indicators(test::ha_tinh()), IsEmpty());
}

TEST(CheckBlankCells, ABlankCellThatAFigureIsComputedFromIsTold) {
  const test::TemporaryFolder folder;
  std::filesystem::copy(test::checkout("gis_data"), folder / "gis", std::filesystem::copy_options::recursive);
  const std::filesystem::path file = folder / "gis/hatinh/tables/2025_12/so_lieu_xa.csv";
  std::string table = test::read_bytes(file);
  const std::size_t row = table.find("18322;Mai Hoa");
  ASSERT_NE(row, std::string::npos);
  const std::size_t cell = table.find(";30;24;", row);
  ASSERT_NE(cell, std::string::npos);
  folder.write("gis/hatinh/tables/2025_12/so_lieu_xa.csv", table.replace(cell, 7, ";30;;"));
  ProjectData data(
      std::make_shared<const model::Project>(read_project((folder / "gis/hatinh.toml").string())));
  const base::Findings findings = of_indicators(data);
  ASSERT_EQ(test::count_rule(findings, "figures.blank"), 1U);
  EXPECT_EQ(findings.front().place.en, "Xã Mai Hoa");
  EXPECT_THAT(findings.front().what.en, AllOf(HasSubstr("“kdc”"), HasSubstr("Model residential areas")));
  EXPECT_THAT(findings.front().file, HasSubstr("so_lieu_xa.csv"));
}

}  // namespace
}  // namespace ntmap::app
