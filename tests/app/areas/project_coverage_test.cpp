#include "app/areas/project_coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/area_sample.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(ProjectCoverage, AsksForAllAreasInTheLatestPeriod) {
  const test::AreaSample sample;
  ProjectData data = sample.data();
  const CoverageAnswer answer = project_coverage(data, {});
  ASSERT_EQ(answer.reports.size(), 1U);
  EXPECT_EQ(answer.reports[0].request.date, "2024-12-31");
  EXPECT_EQ(answer.reports[0].request.target, 50) << "the areas' own";
  EXPECT_EQ(test::count_rule(answer.findings, "areas.overlap"), 1U);
}

TEST(ProjectCoverage, PeriodDateStatusAndTargetAsAsked) {
  const test::AreaSample sample;
  ProjectData data = sample.data();
  const double by_2023 = project_coverage(data, {.period = "2023"}).reports[0].cover->total;
  EXPECT_EQ(project_coverage(data, {.by = "2022-12-31"}).reports[0].cover->total, by_2023);
  const CoverageAnswer planned =
      project_coverage(data, {.by = "2028-12-31", .statuses = {model::AreaStatus::planned}, .target = 10});
  EXPECT_NEAR(planned.reports[0].cover->total, by_2023, 0.01 * by_2023) << "as large an area";
  EXPECT_EQ(units_reaching(planned.reports[0].shares(), planned.reports[0].request.target), 1U);
}

TEST(ProjectCoverage, LayersOfWhichNothingCanBeUsedAreRefused) {
  auto areas = test::usual_areas();
  for (test::TestArea& area : areas)
    area = {area.properties, area.south, area.west, area.north, area.east};  // swapped
  const test::AreaSample sample(areas);
  ProjectData data = sample.data();
  const CoverageAnswer answer = project_coverage(data, {});
  EXPECT_THAT(test::error_of([&] { require_usable_areas(answer); }),
              AllOf(HasSubstr("data"), HasSubstr("none of the 4 areas can be used")));
  const test::AreaSample good;
  ProjectData usable = good.data();
  EXPECT_NO_THROW(require_usable_areas(project_coverage(usable, {})));
}

TEST(ProjectCoverage, UnknownIdsAreUsageErrorsWithTheNearest) {
  const test::AreaSample sample;
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { project_coverage(data, {.areas = {"nuco"}}); }),
              AllOf(HasSubstr("usage"), HasSubstr("nuoc")));
  EXPECT_THAT(test::error_of([&] { project_coverage(data, {.period = "2032"}); }), HasSubstr("2023"));
  const test::SampleProject without;
  ProjectData none = without.data();
  EXPECT_THAT(test::error_of([&] { project_coverage(none, {}); }), HasSubstr("[[areas]]"));
}

}  // namespace
}  // namespace ntmap::app
