#include "app/project_inputs.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/project_file.hpp"
#include "base/sha256.hpp"
#include "sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::vector<std::string> paths(const std::vector<ProjectInput>& inputs) {
  std::vector<std::string> out;
  for (const ProjectInput& input : inputs) out.push_back(input.path);
  return out;
}

TEST(ProjectInputs, AreTheProjectAndWhatItNames) {
  const test::SampleProject sample;
  const auto inputs = project_inputs(*sample.project());
  EXPECT_THAT(paths(inputs), ElementsAre("du_an.toml", "units.geojson", "values.csv"));
  EXPECT_EQ(inputs.back().sha256, base::sha256_hex(test::values_csv()));
}

TEST(ProjectInputs, LayersAndSheetsAreOfOneFile) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "file = \"units.geojson\"", "file = \"units.geojson:units\"");
  EXPECT_THAT(paths(project_inputs(*sample.project())), Contains("units.geojson"));
}

TEST(ProjectInputs, FilesThatAreNotThereAreLeftOut) {
  const test::SampleProject sample;
  std::filesystem::remove(sample.folder / "values.csv");
  EXPECT_THAT(paths(project_inputs(*sample.project())), ElementsAre("du_an.toml", "units.geojson"));
}

TEST(ProjectInputs, ShapefilesHaveParts) {
  const model::Project project = read_project(test::checkout("gis_data/hatinh.toml"));
  const auto all = paths(project_inputs(project));
  EXPECT_THAT(all, Contains("hatinh/boundaries/2025_07/communes.shp"));
  EXPECT_THAT(all, Contains("hatinh/boundaries/2025_07/communes.dbf"));
  EXPECT_THAT(all, Contains("criteria/figures.toml"));
  EXPECT_TRUE(std::ranges::is_sorted(all.begin() + 1, all.end()));
}

}  // namespace
}  // namespace ntmap::app
