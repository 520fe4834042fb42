#include "app/data/time_series.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

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

TEST(TimeSeries, BeginsAndEndsWithPeriodsThatHaveAFigure) {
  const test::SampleProject sample;
  for (const char* row : {"00097,2023,10", "00098,2023,20", "00099,2023,30", "00100,2023,40"})
    sample.replace_in("values.csv", row, std::string(row).substr(0, 11));
  ProjectData data = sample.data();
  const auto points = time_series(data, "nuoc", {"2023", "2024"});
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].period, "2024");
}

TEST(TimeSeries, AUnitPutTogetherFromOthersIsAnotherUnderTheSameCodeAndName) {
  const test::TwoVintages sample;
  // Old 00002 "Hai" takes in 00001, and keeps code and name.
  sample.replace_in("moi.geojson", "Hai Một", "Hai");
  sample.folder.write("so_lieu.csv",
                      "ma,nam,ha,ho,pct,dat,muc\n00001,2024,10,100,50,đạt,3\n00002,2024,20,300,90,đạt,4\n"
                      "00003,2024,40,400,60,đạt,5\n00006,2024,5,50,70,đạt,1\n"
                      "00002,2025,30,400,80,đạt,3\n00004,2025,10,100,60,đạt,5\n"
                      "00005,2025,30,300,60,đạt,5\n00006,2025,5,50,75,đạt,1\n");
  sample.replace_in("du_an.toml", "period = \"2024\"", "period_field = \"nam\"");
  ProjectData data = sample.data();
  const auto points = time_series(data, "nuoc", data.periods_of("nuoc"));
  ASSERT_EQ(points.size(), 2U);
  EXPECT_TRUE(points[0].made.empty());
  const Units& now = *points[1].units;
  const auto made = [&](const char* code) { return points[1].made_of(now, now.by_code.at(code)); };
  ASSERT_NE(made("00002"), nullptr);
  EXPECT_EQ(made("00002")->parts, 2U);
  EXPECT_EQ(made("00002")->since.vi, "1/1/2025");
  ASSERT_NE(made("00004"), nullptr) << "split off";
  EXPECT_EQ(made("00004")->parts, 1U);
  EXPECT_EQ(made("00006"), nullptr) << "the one it was";
  const Units& before = *points[0].units;
  EXPECT_NE(points[1].made_of(before, before.by_code.at("00002")), nullptr) << "asked from the older map";
  EXPECT_EQ(points[0].made_of(now, now.by_code.at("00002")), nullptr);
}

}  // namespace
}  // namespace ntmap::app
