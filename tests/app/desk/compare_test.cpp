#include "app/desk/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

class CompareTest : public ::testing::Test {
 protected:
  test::SampleProject m_sample;
};

TEST_F(CompareTest, BesideAMapStandsThePeriodBefore) {
  const auto project = m_sample.project();
  const std::vector<std::string> periods{"2023", "2024"};
  EXPECT_EQ(first_choice_beside(*project, {.theme = "nuoc-sach", .period = "2024"}, periods).period, "2023");
  EXPECT_EQ(first_choice_beside(*project, {.theme = "nuoc-sach", .period = "2023"}, periods).period, "2024");
}

TEST_F(CompareTest, OfOnePeriodTheNextThemeStandsThere) {
  const auto project = m_sample.project();
  const MapChoice first{.theme = "nuoc-sach", .period = "2024"};
  EXPECT_EQ(first_choice_beside(*project, first, {"2024"}).theme, "ket-qua");
  EXPECT_EQ(first_choice_beside(*project, {.theme = "ket-qua", .period = "2024"}, {}).theme, "nuoc-sach");
}

TEST_F(CompareTest, APeriodWithoutFiguresGivesWayToTheLatest) {
  ProjectData data = m_sample.data();
  const MapContent first = map_content(data, {.theme = "nuoc-sach", .period = "2023"});
  const Beside beside = map_beside(data, first, {.theme = "ket-qua", .period = "1999"});
  EXPECT_EQ(beside.choice.period, "2024");
  EXPECT_EQ(beside.map->period, "2024");
  EXPECT_THAT(beside.periods, ElementsAre("2023", "2024"));
}

TEST_F(CompareTest, OneColourMeansOneThingInBothPeriods) {
  m_sample.replace_in("du_an.toml", "breaks = [0, 50, 100]", "method = \"equal\"\nclasses = 2");
  ProjectData data = m_sample.data();
  const MapContent first = map_content(data, {.theme = "nuoc-sach", .period = "2023"});  // 10, 20, 30, 40
  const Beside beside = map_beside(data, first, {.theme = "nuoc-sach", .period = "2024"});
  ASSERT_EQ(first.classes.classes.size(), 2U);
  ASSERT_EQ(beside.map->classes.classes.size(), 2U);
  EXPECT_EQ(beside.map->classes.classes[0].high, first.classes.classes[0].high)
      << "the bound between is shared";
  EXPECT_EQ(beside.map->classes.classes[1].high, 100) << "the outer class reaches to the other figures";
  EXPECT_THAT(beside.map->classes.class_of, ElementsAre(0, 1, 1, model::k_class_no_data));
}

TEST_F(CompareTest, AnotherThemeKeepsItsOwnClasses) {
  ProjectData data = m_sample.data();
  const MapContent first = map_content(data, {.theme = "nuoc-sach", .period = "2024"});
  const Beside beside = map_beside(data, first, {.theme = "ket-qua", .period = "2023"});
  EXPECT_EQ(beside.map->theme.kind, model::ThemeKind::category);
  EXPECT_EQ(beside.choice.period, "2023");
}

}  // namespace
}  // namespace ntmap::app
