#include "app/project/moved_project.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/project/project_file.hpp"
#include "app/project/project_writer.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(MovedProject, PathsLeadToTheSameFiles) {
  const test::SampleProject sample;
  const auto project = sample.project();
  const model::Project up = moved_project(*project, sample.folder.path().parent_path());
  EXPECT_EQ(up.boundaries[0].file, (sample.folder.path().filename() / "units.geojson").string())
      << "below it they stay relative";
  const model::Project away = moved_project(*project, sample.folder / "elsewhere");
  EXPECT_EQ(away.boundaries[0].file,
            fs::absolute(sample.folder / "units.geojson").lexically_normal().string());
  EXPECT_FALSE(same_paths(*project, away));
  EXPECT_TRUE(same_paths(away, moved_project(away, sample.folder / "elsewhere" / "still")));
}

TEST(MovedProject, SavedElsewhereItOpensWithTheSameFigures) {
  const test::SampleProject sample;
  const fs::path target = sample.folder / "elsewhere" / "ban_sao.toml";
  fs::create_directories(target.parent_path());
  model::Project project = *sample.project();
  project.value_edits.push_back(
      {.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "20", .was = "15.5"});
  const model::Project saved = save_project(project, sample.project().get(), target);
  EXPECT_EQ(saved.file, target.string());
  ProjectData data(std::make_shared<const model::Project>(read_project(target)));
  EXPECT_EQ(data.figures("nuoc", "2024").values[0], 20);
  EXPECT_TRUE(fs::exists(target.parent_path() / "ban_sao_so_lieu_sua.csv"));
  EXPECT_EQ(read_project(sample.file()).value_edits.size(), 0U) << "the first project stays as it was";
}

TEST(MovedProject, TheSampleCanBeSavedAnywhere) {
  const model::Project project = read_project(fs::path(NTMAP_SOURCE_DIR) / "gis_data" / "hatinh.toml");
  const test::TemporaryFolder folder;
  save_project(project, &project, folder / "ha_tinh.toml");
  const std::string text = test::read_bytes(folder / "ha_tinh.toml");
  EXPECT_THAT(text, HasSubstr("# The sample project")) << "comments stay";
  const model::Project again = read_project(folder / "ha_tinh.toml");
  EXPECT_TRUE(fs::exists(again.criteria->sets.front()));
  EXPECT_TRUE(fs::exists(again.crosswalks.front().files.front()));
  EXPECT_TRUE(fs::exists(again.programme->targets));
  EXPECT_TRUE(fs::exists(again.boundaries.front().file));
}

}  // namespace
}  // namespace ntmap::app
