#include "app/check/check_areas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/area_sample.hpp"
#include "app/check/check_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

std::string told(const base::Findings& findings, const std::string& rule) {
  for (const base::Finding& one : findings)
    if (one.rule == rule) return one.place.en + ": " + one.what.en;
  return {};
}

base::Findings check(const std::vector<test::TestArea>& areas, const std::string& more = {}) {
  const test::AreaSample sample(areas, more);
  ProjectData data = sample.data();
  return check_project(data);
}

TEST(CheckAreas, HectaresDeclaredAgainstDrawn) {
  auto given = test::usual_areas();
  given[1].properties = R"("ma":"B","nam":2024,"tt":"working","ha":9000)";
  const base::Findings findings = check(given);
  EXPECT_EQ(test::count_rule(findings, "areas.hectares-differ"), 1U) << "A is within 5 %";
  EXPECT_THAT(told(findings, "areas.hectares-differ"), HasSubstr("feature 2 (B): 9,000.0 ha declared"));
  EXPECT_THAT(told(findings, "areas.hectares-differ"), HasSubstr("30 % more"));
}

TEST(CheckAreas, HouseholdsServedAgainstHouseholdsThere) {
  // "nuoc" of 2024 stands for households: 15.5, 60, 100, none; A and B say that they serve 400.
  const base::Findings findings = check(test::usual_areas(), "unit_households = \"nuoc\"\n");
  EXPECT_THAT(told(findings, "areas.households-exceed"), HasSubstr("in 2 units"));
  EXPECT_THAT(told(findings, "areas.households-exceed"), HasSubstr("Xã Hương Khê"));
}

TEST(CheckAreas, TablesAgainstAreas) {
  const base::Findings findings = check(test::usual_areas(), "table_value = \"nuoc\"\n");
  EXPECT_THAT(told(findings, "areas.table-differs"), HasSubstr("in 3 units"));
  EXPECT_THAT(told(findings, "areas.table-differs"), HasSubstr("Xã Cẩm Bình (100.0 and 0.0)"));
}

TEST(CheckAreas, AFileThatIsNotThereLeavesTheRestChecked) {
  const test::AreaSample sample;
  std::filesystem::remove(sample.folder / "areas.geojson");
  ProjectData data = sample.data();
  const base::Findings findings = check_project(data);
  EXPECT_EQ(test::count_rule(findings, "project.unreadable"), 1U);
}

}  // namespace
}  // namespace ntmap::app
