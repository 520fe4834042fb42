#include "app/data/time_series.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

TEST(TimeSeries, HasAPointForEachPeriodWithFigures) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto points = time_series(data, "nuoc", data.periods_of("nuoc"));
  ASSERT_EQ(points.size(), 2U);
  EXPECT_EQ(points[0].period, "2023");
  EXPECT_DOUBLE_EQ(points[0].mean, 25);
  EXPECT_DOUBLE_EQ(points[1].mean, (15.5 + 60 + 100) / 3) << "a unit without a figure does not count";
  EXPECT_DOUBLE_EQ(points[1].value_of(*points[0].units, 0), 15.5);
  EXPECT_TRUE(std::isnan(points[1].value_of(*points[0].units, 3)));
  EXPECT_TRUE(time_series(data, "ket_qua", data.periods_of("ket_qua")).empty()) << "words have no mean";
}

TEST(TimeSeries, APeriodThatFewUnitsReportedIsPartial) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60,đạt\n", "");
  sample.replace_in("values.csv", "00099,2023,30", "00099,2023,không áp dụng");
  ProjectData data = sample.data();
  const auto points = time_series(data, "nuoc", data.periods_of("nuoc"));
  ASSERT_EQ(points.size(), 2U);
  EXPECT_EQ(points[0].known, 3U);
  EXPECT_EQ(points[0].asked, 3U) << "a unit that the figure is not for was not asked";
  EXPECT_FALSE(points[0].partial());
  EXPECT_EQ(points[1].known, 2U);
  EXPECT_EQ(points[1].asked, 4U);
  EXPECT_TRUE(points[1].partial());
}

TEST(TimeSeries, AUnitIsTheSameOnlyByCodeAndName) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto points = time_series(data, "nuoc", data.periods_of("nuoc"));
  Units other = *points[0].units;
  other.names[0] = "Hương Khê mới";
  EXPECT_TRUE(std::isnan(points[1].value_of(other, 0)));
}

}  // namespace
}  // namespace ntmap::app
