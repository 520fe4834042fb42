#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/area_sample.hpp"
#include "app/desk/session.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SessionAreasTest : public ::testing::Test {
 protected:
  void apply(const Command& command) {
    m_session.apply(command);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (m_session.busy() && std::chrono::steady_clock::now() < end) {
      m_session.poll();
      std::this_thread::yield();
    }
    EXPECT_FALSE(m_session.busy());
  }
  void SetUp() override { apply(OpenProject{m_sample.file().string()}); }

  std::vector<std::string> labels() const {
    std::vector<std::string> out;
    for (const AreaOverlay& areas : m_session.map()->areas)
      for (const model::MapClass& look : areas.classes.classes) out.push_back(look.label.en);
    return out;
  }

  test::AreaSample m_sample;
  Session m_session{[] {}};
};

TEST_F(SessionAreasTest, AreasLieOverTheMapAsChosen) {
  EXPECT_THAT(m_session.map()->areas, IsEmpty()) << "the theme names none";
  apply(ChooseAreas{.areas = {{"nuoc"}}, .filter = {}});
  EXPECT_THAT(labels(),
              ElementsAre("at work before 2024", "in service since 2024", "being built", "planned"));
  apply(ChooseAreas{.areas = {{"nuoc"}}, .filter = {{model::AreaStatus::working}, "2022-12-31"}});
  EXPECT_THAT(labels(), ElementsAre("in service since 2022"));
  EXPECT_FALSE(m_session.dirty()) << "a choice is no change of the project";
}

TEST_F(SessionAreasTest, TheChoiceStaysFromPeriodToPeriodAndEndsWithTheTheme) {
  apply(ChooseAreas{.areas = {{"nuoc"}}, .filter = {}});
  apply(ChoosePeriod{"2023"});
  EXPECT_THAT(labels(), ElementsAre("at work before 2023", "being built", "planned"));
  apply(ChooseTheme{"ket-qua"});
  EXPECT_THAT(labels(), IsEmpty());
}

TEST_F(SessionAreasTest, AChoiceThatFailsIsTakenBack) {
  apply(ChooseAreas{.areas = {{"nuoc"}}, .filter = {}});
  apply(ChooseAreas{.areas = {{"khong-co"}}, .filter = {}});
  EXPECT_EQ(m_session.problems().size(), 1U);
  apply(ChoosePeriod{"2023"});
  EXPECT_EQ(m_session.problems().size(), 1U);
  EXPECT_EQ(m_session.map()->areas.size(), 1U);
}

TEST_F(SessionAreasTest, AnswersWhatIsAskedAndFollowsTheMap) {
  EXPECT_EQ(m_session.areas(), nullptr);
  apply(AskAreas{{.areas = "nuoc"}});
  ASSERT_NE(m_session.areas(), nullptr);
  EXPECT_EQ(m_session.areas()->question, m_session.area_question());
  EXPECT_EQ(m_session.areas()->units.units, m_session.map()->figures.units);
  const double in_2024 = m_session.areas()->report->cover->total;
  apply(ChoosePeriod{"2023"});
  EXPECT_EQ(m_session.areas()->period, "2023");
  EXPECT_LT(m_session.areas()->report->cover->total, in_2024);
}

TEST_F(SessionAreasTest, WhatCannotBeReadIsSaidInTheAnswer) {
  std::filesystem::remove(m_sample.folder / "areas.geojson");
  apply(AskAreas{{.areas = "nuoc"}});
  ASSERT_NE(m_session.areas(), nullptr);
  EXPECT_TRUE(m_session.areas()->failure);
  EXPECT_THAT(m_session.problems(), IsEmpty());
  apply(ExportAreas{(m_sample.folder / "out.csv").string(), base::Lang::en});
  EXPECT_FALSE(std::filesystem::exists(m_sample.folder / "out.csv"));
}

TEST_F(SessionAreasTest, WritesTheTableAsTheCommandDoes) {
  apply(AskAreas{{.areas = "nuoc"}});
  apply(ExportAreas{(m_sample.folder / "out.csv").string(), base::Lang::en});
  const std::string csv = test::read_bytes(m_sample.folder / "out.csv");
  EXPECT_THAT(csv, testing::HasSubstr("covered_pct"));
  EXPECT_THAT(csv, testing::HasSubstr("ha_2022"));
  apply(ExportAreas{(m_sample.folder / "out.shp").string(), base::Lang::en});
  EXPECT_EQ(m_session.problems().size(), 1U);
}

}  // namespace
}  // namespace ntmap::app
