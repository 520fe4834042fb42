#include "app/desk/open_paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

DirectInput input_of(const std::filesystem::path& path) {
  return std::get<OpenData>(command_for_paths({path.string()})).input;
}

TEST(OpenPaths, FieldsAreGuessedByTheirNames) {
  const test::SampleProject sample;
  const DirectInput input = input_of(sample.folder / "units.geojson");
  EXPECT_EQ(input.code, "code");
  EXPECT_EQ(input.name, "name");
  EXPECT_EQ(input.district, "district");
  EXPECT_EQ(input.value, "pct");
}

TEST(OpenPaths, TheFieldsOfALargeFileAreLeftToAJob) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", R"("name":)",
                    R"("ghi_chu":")" + std::string(9U << 20U, 'x') + R"(","name":)");
  const std::string path = (sample.folder / "units.geojson").string();
  const DirectInput input = input_of(path);
  EXPECT_EQ(input.boundaries, path);
  EXPECT_EQ(input.code, "");
  EXPECT_EQ(guessed_input(path).code, "code");
}

TEST(OpenPaths, OfficesNamesInCapitals) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", R"("code")", R"("MA_XA")");
  sample.replace_in("units.geojson", R"("name")", R"("TEN_XA")");
  const DirectInput input = input_of(sample.folder / "units.geojson");
  EXPECT_EQ(input.code, "MA_XA");
  EXPECT_EQ(input.name, "TEN_XA");
}

TEST(OpenPaths, NumbersThatAreTheCodeAreNoValue) {
  const test::TemporaryFolder folder;
  const auto path = folder.write(
      "a.geojson",
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ma":7,"dan":120},)"
      R"("geometry":{"type":"Polygon","coordinates":[[[105,18],[106,18],[106,19],[105,18]]]}}]})");
  const DirectInput input = input_of(path);
  EXPECT_EQ(input.code, "ma");
  EXPECT_EQ(input.value, "dan");
}

TEST(OpenPaths, AProjectGoesBeforeData) {
  const test::SampleProject sample;
  const Command command =
      command_for_paths({(sample.folder / "units.geojson").string(), sample.file().string()});
  EXPECT_EQ(std::get<OpenProject>(command).file, sample.file().string());
}

TEST(OpenPaths, BoundariesAreFoundAmongTheFiles) {
  const test::SampleProject sample;
  const std::string boundaries = (sample.folder / "units.geojson").string();
  const Command command = command_for_paths({(sample.folder / "values.csv").string(), boundaries});
  EXPECT_EQ(std::get<OpenData>(command).input.boundaries, boundaries);
}

TEST(OpenPaths, WhatIsNoMapIsAnErrorByName) {
  const test::SampleProject sample;
  EXPECT_THAT(test::error_of([] { command_for_paths({}); }), StartsWith("usage"));
  EXPECT_THAT(test::error_of([&] { command_for_paths({(sample.folder / "values.csv").string()}); }),
              AllOf(StartsWith("usage"), HasSubstr("values.csv")));
  EXPECT_THAT(test::error_of([&] { command_for_paths({(sample.folder / "unit.geojson").string()}); }),
              AllOf(StartsWith("not_found"), HasSubstr("“units.geojson”")));
}

}  // namespace
}  // namespace ntmap::app
