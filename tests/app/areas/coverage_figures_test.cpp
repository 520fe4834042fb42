#include "app/areas/coverage_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"
#include "app/map/map_content.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Values of an indicator with these keys, rounded to tenths.
std::vector<double> figures(const std::string& keys, const std::string& period = "2024",
                            const std::string& more = {}) {
  const test::AreaSample sample(test::usual_areas(),
                                more + "[[indicators]]\nid = \"x\"\nareas = \"nuoc\"\n" + keys);
  ProjectData data = sample.data();
  std::vector<double> values = data.figures("x", period).values;
  for (double& value : values) value = std::round(value * 10) / 10;
  return values;
}

TEST(CoverageFigures, SharesByPeriod) {
  EXPECT_THAT(figures("compute = \"coverage:share\"\n", "2023"), ElementsAre(50, 0, 0, 0));
  EXPECT_THAT(figures("compute = \"coverage:share\"\n"), ElementsAre(75, 50, 0, 0));
}

TEST(CoverageFigures, StatusAndDateAsked) {
  EXPECT_THAT(
      figures("compute = \"coverage:share\"\nstatus = [\"working\", \"building\"]\nby = 2026-12-31\n"),
      ElementsAre(75, 50, 100, 0));
  EXPECT_THAT(figures("compute = \"coverage:share\"\nby = 2022-12-31\n"), ElementsAre(50, 0, 0, 0));
}

TEST(CoverageFigures, ShareOfOtherHectaresThanTheUnits) {
  // The table's "nuoc" of 2023 stands for hectares of farm land: 10, 20, 30, 40.
  const auto hectares = figures("compute = \"coverage:hectares\"\n", "2023");
  EXPECT_NEAR(figures("compute = \"coverage:share\"\nof = \"nuoc\"\n", "2023")[0], 100 * hectares[0] / 10, 1);
}

TEST(CoverageFigures, GapToTheTarget) {
  EXPECT_THAT(figures("compute = \"coverage:gap\"\n"), ElementsAre(0, 0, 50, 50)) << "the areas' own target";
  EXPECT_THAT(figures("compute = \"coverage:gap\"\ntarget = 80\n"), ElementsAre(5, 30, 80, 80));
}

TEST(CoverageFigures, HouseholdsStillWithout) {
  // The table's "nuoc" of 2023 stands for households: 10, 20, 30, 40.
  EXPECT_THAT(figures("compute = \"coverage:without\"\nof = \"nuoc\"\n", "2023"), ElementsAre(5, 20, 30, 40));
}

TEST(CoverageFigures, GrowthBetweenYears) {
  const auto all = figures("compute = \"coverage:hectares\"\n");
  const auto before = figures("compute = \"coverage:hectares\"\n", "2023");
  const auto growth = figures("compute = \"coverage:growth\"\n");
  for (std::size_t u = 0; u < 4; ++u) EXPECT_NEAR(growth[u], all[u] - before[u], 0.2);
  EXPECT_GT(growth[0], 100);
  EXPECT_THAT(figures("compute = \"coverage:growth\"\nfrom = 2021-12-31\n")[0],
              testing::DoubleNear(all[0], 0.2));
}

TEST(CoverageFigures, WhatPlannedAreasWouldAdd) {
  EXPECT_THAT(figures("compute = \"coverage:added\"\n"), ElementsAre(0, 0, 100, 50));
  EXPECT_THAT(figures("compute = \"coverage:added\"\nstatus = [\"building\"]\n"), ElementsAre(0, 0, 100, 0));
  EXPECT_THAT(figures("compute = \"coverage:added\"\nby = 2026-12-31\n"), ElementsAre(0, 0, 100, 0));
}

TEST(CoverageFigures, WhatAFigureLacksIsSaid) {
  EXPECT_THAT(test::error_of([] { figures("compute = \"coverage:without\"\n"); }),
              HasSubstr("unit_households"));
  EXPECT_THAT(test::error_of([] {
                const test::AreaSample sample(
                    test::usual_areas(),
                    "[[indicators]]\nid = \"x\"\nareas = \"nuoc\"\ncompute = \"coverage:gap\"\n");
                sample.replace_in("du_an.toml", "target = 50\n", "");
                sample.data().figures("x", "2024");
              }),
              HasSubstr("target"));
}

TEST(CoverageFigures, LayersOfWhichNothingCanBeUsedAreNoZeros) {
  auto areas = test::usual_areas();
  for (test::TestArea& area : areas)
    area = {area.properties, area.south, area.west, area.north, area.east};  // swapped
  for (const char* compute : {"share", "hectares", "gap", "growth", "added"}) {
    const test::AreaSample sample(areas, std::string("[[indicators]]\nid = \"x\"\nareas = \"nuoc\"\n") +
                                             "compute = \"coverage:" + compute + "\"\n");
    EXPECT_THAT(test::error_of([&] { sample.data().figures("x", "2024"); }),
                testing::AllOf(HasSubstr("none of the 4 areas can be used"), HasSubstr("axes are swapped"),
                               HasSubstr("Swap the axes")))
        << compute;
  }
}

TEST(CoverageFigures, ThemesAndMapsComeFromThem) {
  const test::AreaSample sample(test::usual_areas(),
                                "[[indicators]]\nid = \"x\"\nareas = \"nuoc\"\ncompute = \"coverage:share\"\n"
                                "[[themes]]\nid = \"phu\"\nindicator = \"x\"\nbreaks = [0, 50, 100]\n");
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {"phu", "2024"});
  EXPECT_THAT(map.classes.class_of, ElementsAre(1, 1, 0, 0));
  EXPECT_EQ(data.periods_of("x"), (std::vector<std::string>{"2023", "2024"}));
}

}  // namespace
}  // namespace ntmap::app
