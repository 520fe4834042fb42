#include "app/export/export_tables.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>

#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

struct ExportTables : testing::Test {
  ProjectData data{
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")))};
};

TEST_F(ExportTables, ARowForEachUnitAndIndicator) {
  const auto assessment = data.assessment(*data.project().find_period("2025-12"));
  const auto units = data.units("2025-07");
  const criteria::SetResult& set = assessment->result("XA_NTM_2021_2025");
  const model::Table table = verdict_table(*assessment, set, units->codes, units->names, base::Lang::vi);
  EXPECT_EQ(table.row_count(), 60 * set.indicators().size());
  for (const model::Column& column : table.columns) EXPECT_EQ(column.size(), table.row_count());
  const model::Column* verdict = table.find("verdict");
  const model::Column* margin = table.find("margin");
  ASSERT_TRUE(verdict != nullptr && margin != nullptr);
  EXPECT_TRUE(std::ranges::any_of(margin->numbers, [](double number) { return number < 0; }));
  for (const std::string& word : verdict->texts)
    EXPECT_THAT(word, testing::AnyOf("đạt", "chưa đạt", "chưa rõ", "không áp dụng"));
}

TEST_F(ExportTables, ARowForEachTarget) {
  const auto targets = target_reports(data, "2025-12");
  ASSERT_FALSE(targets.empty());
  const model::Table table = target_table(targets, base::Lang::vi);
  EXPECT_EQ(table.row_count(), targets.size());
  for (std::size_t row = 0; row < targets.size(); ++row) {
    EXPECT_EQ(table.find("id")->texts[row], targets[row].target.id);
    EXPECT_EQ(table.find("sentence")->texts[row], targets[row].sentence.vi);
    EXPECT_FALSE(table.find("pace")->texts[row].empty());
  }
  EXPECT_NE(target_table(targets, base::Lang::en).find("pace")->texts, table.find("pace")->texts);
}

}  // namespace
}  // namespace ntmap::app
