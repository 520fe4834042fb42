#include "app/project/direct_project.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/map/map_content.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;
using testing::StartsWith;

DirectInput own_values(const test::SampleProject& sample) {
  DirectInput input;
  input.boundaries = (sample.folder / "units.geojson").string();
  input.code = "code";
  input.value = "pct";
  return input;
}

Figures figures_of(const DirectInput& input) {
  ProjectData data(std::make_shared<const model::Project>(direct_project(input)));
  return map_content(data, {}).figures;
}

TEST(DirectProject, ValuesOfTheBoundariesThemselves) {
  const test::SampleProject sample;
  EXPECT_THAT(figures_of(own_values(sample)).values, ElementsAre(10, 40, 70, IsNan()));
}

TEST(DirectProject, NoCodeIsNeededForThem) {
  const test::SampleProject sample;
  DirectInput input = own_values(sample);
  input.code.clear();
  EXPECT_THAT(figures_of(input).values, ElementsAre(10, 40, 70, IsNan()));
}

TEST(DirectProject, TableJoinedByItsKey) {
  const test::SampleProject sample;
  DirectInput input = own_values(sample);
  input.table = sample.folder.write("b.csv", "ma;ty_le\n00100;4\n00097;1,5\n").string();
  input.key = "ma";
  input.value = "ty_le";
  EXPECT_THAT(figures_of(input).values, ElementsAre(1.5, IsNan(), IsNan(), 4));
}

TEST(DirectProject, KeyDefaultsToTheCodesName) {
  const test::SampleProject sample;
  DirectInput input = own_values(sample);
  input.table = sample.folder.write("b.csv", "code,v\n00098,3\n").string();
  input.value = "v";
  EXPECT_EQ(figures_of(input).values[1], 3);
}

TEST(DirectProject, TheEncodingIsThatOfTheTable) {
  DirectInput input;
  input.boundaries = "ranh.shp";
  input.code = "MA";
  input.value = "v";
  input.encoding = "tcvn3";
  EXPECT_EQ(direct_project(input).boundaries.front().encoding, "tcvn3") << "there is no other file";
  EXPECT_EQ(direct_project(input).tables.front().encoding, "tcvn3");
  input.table = "bang.dbf";
  EXPECT_EQ(direct_project(input).boundaries.front().encoding, "auto");
  EXPECT_EQ(direct_project(input).tables.front().encoding, "tcvn3");
  input.boundaries_encoding = "vni";
  EXPECT_EQ(direct_project(input).boundaries.front().encoding, "vni");
  input.table.clear();
  EXPECT_THAT(test::error_of([&] { direct_project(input); }), HasSubstr("--boundaries-encoding"));
}

TEST(DirectProject, OpensNothingItself) {
  DirectInput input;
  input.boundaries = "no/such.shp";
  input.value = "v";
  EXPECT_EQ(direct_project(input).themes.size(), 1U);
}

TEST(DirectProject, ContradictionsAreUsageErrors) {
  EXPECT_THAT(test::error_of([] { direct_project({}); }), StartsWith("usage | No data given"));
  DirectInput input;
  input.boundaries = "a.shp";
  input.table = "b.csv";
  EXPECT_THAT(test::error_of([&] { direct_project(input); }), HasSubstr("--code"));
}

TEST(DirectProject, WithoutValueThereIsNothingToDraw) {
  const test::SampleProject sample;
  DirectInput input = own_values(sample);
  input.value.clear();
  EXPECT_THAT(test::error_of([&] { figures_of(input); }), HasSubstr("--value FIELD"));
}

}  // namespace
}  // namespace ntmap::app
