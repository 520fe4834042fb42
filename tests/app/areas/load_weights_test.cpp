#include "app/areas/load_weights.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

/// 2 x 1 cells of 0.1 degrees over 00097 (7) and 00098 (5).
constexpr const char* k_grid = "ncols 2\nnrows 1\nxllcorner 105.8\nyllcorner 18.3\ncellsize 0.1\n7 5\n";

std::shared_ptr<const UnitWeights> load(const test::SampleProject& sample, const std::string& keys) {
  sample.folder.write("du_an.toml", test::project_toml() + "[[weights]]\nid = \"dan\"\n" + keys);
  sample.replace_in("du_an.toml", "province = \"Hà Tĩnh\"", "province = \"Hà Tĩnh\"\ncrs = \"EPSG:9209\"");
  ProjectData data = sample.data();
  return data.weights("dan", data.units("2023"));
}

TEST(LoadWeights, ARasterInAnotherSystemThanTheMap) {
  const test::SampleProject sample;
  sample.folder.write("dan.asc", k_grid);
  const auto weights = load(sample, "file = \"dan.asc\"\ncrs = \"EPSG:4326\"\n");
  EXPECT_EQ(weights->weights.total(), 12);
  EXPECT_NEAR(weights->of_unit[0], 7, 0.01);
  EXPECT_NEAR(weights->of_unit[1], 5, 0.01);
  EXPECT_NEAR(weights->of_unit[2], 0, 0.01);
  EXPECT_EQ(test::count_rule(weights->weights.findings, "weights.outside"), 0U);
}

TEST(LoadWeights, WeightsOutsideAllUnitsAreTold) {
  const test::SampleProject sample;
  sample.folder.write("dan.asc", k_grid);
  const auto weights = load(sample, "file = \"dan.asc\"\n");
  EXPECT_EQ(test::count_rule(weights->weights.findings, "weights.no-crs"), 1U);
  EXPECT_EQ(test::count_rule(weights->weights.findings, "weights.outside"), 1U);
}

TEST(LoadWeights, TheSamplesCellsAreItsHouseholds) {
  const auto project =
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")));
  ProjectData data(project);
  const auto units = data.units("2025-01");
  const auto weights = data.weights("ho_dan", units);
  const std::vector<double> households = data.figures("so_ho", "2025-06").values;
  const double all = std::accumulate(households.begin(), households.end(), 0.0);
  EXPECT_NEAR(weights->weights.total(), all, 0.5);
  EXPECT_NEAR(std::accumulate(weights->of_unit.begin(), weights->of_unit.end(), 0.0), all, 0.02 * all);
}

}  // namespace
}  // namespace ntmap::app
