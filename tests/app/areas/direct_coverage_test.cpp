#include "app/areas/direct_coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

TEST(DirectCoverage, AProjectOfBoundariesAndAreas) {
  DirectCoverage input;
  input.units.boundaries = "xa.shp";
  input.areas.file = "vung.gpkg";
  input.weights.file = "dan.tif";
  const model::Project project = direct_coverage_project(input);
  EXPECT_EQ(project.crs, model::k_source_crs);
  ASSERT_NE(project.find_areas(k_direct_areas), nullptr);
  EXPECT_EQ(project.areas[0].weights, project.weights.at(0).id);
  EXPECT_EQ(project.areas[0].title.en, "Centralised water supply");
}

TEST(DirectCoverage, BothFilesAreNeeded) {
  DirectCoverage input;
  input.units.boundaries = "xa.shp";
  EXPECT_THAT(test::error_of([&] { direct_coverage_project(input); }), HasSubstr("--areas"));
  input.areas.file = "vung.gpkg";
  input.units.boundaries.clear();
  EXPECT_THAT(test::error_of([&] { direct_coverage_project(input); }), HasSubstr("--boundaries"));
}

}  // namespace
}  // namespace ntmap::app
