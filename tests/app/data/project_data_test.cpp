#include "app/data/project_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <thread>
#include <vector>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

TEST(ProjectData, FiguresOfAPeriod) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  EXPECT_THAT(figures.values, ElementsAre(15.5, 60, 100, IsNan()));
  EXPECT_THAT(figures.source_row, ElementsAre(6, 7, 8, 0));
  EXPECT_THAT(figures.file, HasSubstr("values.csv"));
  EXPECT_THAT(data.figures("nuoc", "2023").values, ElementsAre(10, 20, 30, 40));
}

TEST(ProjectData, WordsAreTexts) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_THAT(data.figures("ket_qua", "2024").texts, ElementsAre("chưa", "đạt", "đạt", ""));
}

TEST(ProjectData, PeriodsWithFigures) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "[[tables]]", "[[periods]]\nid = \"2025\"\ndate = 2025-12-31\n[[tables]]");
  ProjectData data = sample.data();
  EXPECT_THAT(data.periods_of("nuoc"), ElementsAre("2023", "2024"));
  EXPECT_EQ(data.latest_period_of("nuoc"), "2024");
}

TEST(ProjectData, WhatWasReadIsKept) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  EXPECT_EQ(data.units("2023"), units);
  EXPECT_EQ(data.figures("nuoc", "2024").units, units);
  ProjectData later(sample.project(), data);
  EXPECT_EQ(later.units("2023"), units);
  EXPECT_EQ(later.table("bang", "2024"), data.table("bang", "2024"));
}

TEST(ProjectData, UnknownIdsNameTheNearest) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { data.units("2032"); }), HasSubstr("Did you mean “2023”"));
  EXPECT_THAT(test::error_of([&] { data.table("bng", ""); }), HasSubstr("Did you mean “bang”"));
  EXPECT_THAT(test::error_of([&] { data.figures("nuocc", ""); }), HasSubstr("Did you mean “nuoc”"));
  EXPECT_THAT(test::error_of([&] { data.figures("nuoc", "2042"); }), HasSubstr("Did you mean “2024”"));
}

TEST(ProjectData, ImpossibleSharesAreErrorsAndUnknown) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,160");
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  EXPECT_THAT(figures.values[1], IsNan());
  ASSERT_EQ(test::count_rule(figures.findings, "figures.out-of-range"), 1U);
  EXPECT_EQ(figures.findings.back().place.en, "row 7, column nuoc");
}

TEST(ProjectData, TwoRowsThatDisagreeAreUnknown) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60,đạt\n", "00098,2024,60,đạt\n00098,2024,61,chưa\n");
  ProjectData data = sample.data();
  EXPECT_THAT(data.figures("nuoc", "2024").values[1], IsNan());
  EXPECT_EQ(test::count_rule(data.figures("nuoc", "2024").findings, "figures.disagree"), 1U);
  EXPECT_EQ(data.figures("ket_qua", "2024").texts[1], "");
}

TEST(ProjectData, TwoRowsThatAgreeAreOne) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60,đạt\n", "00098,2024,60,đạt\n00098,2024,60,đạt\n");
  ProjectData data = sample.data();
  EXPECT_EQ(data.figures("nuoc", "2024").values[1], 60);
  EXPECT_EQ(test::count_rule(data.figures("nuoc", "2024").findings, "figures.disagree"), 0U);
}

TEST(ProjectData, LabelPointsLieInTheirUnits) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  const auto points = data.label_points(units);
  ASSERT_EQ(points->size(), 4U);
  for (std::size_t unit = 0; unit < 4; ++unit) {
    const base::Box box = units->layer.polygons.feature_box(unit);
    const base::Vec2 point = (*points)[unit].point;
    EXPECT_TRUE(point.x > box.min_x && point.x < box.max_x && point.y > box.min_y && point.y < box.max_y);
    EXPECT_GT((*points)[unit].radius, 1000);
  }
  EXPECT_EQ(data.label_points(units), points);
}

TEST(ProjectData, ManyThreadsSeeOneReading) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  std::vector<std::shared_ptr<const Units>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& units : seen) threads.emplace_back([&] { units = data.figures("nuoc", "2024").units; });
  }
  for (const auto& units : seen) EXPECT_EQ(units, seen.front());
}

TEST(ProjectData, MissingTableFileIsNamed) {
  const test::SampleProject sample;
  std::filesystem::remove(sample.folder / "values.csv");
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { data.figures("nuoc", "2024"); }), HasSubstr("values.csv"));
}

}  // namespace
}  // namespace ntmap::app
