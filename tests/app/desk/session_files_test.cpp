// Session when projects take each other's place, and when their files are not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "app/desk/session.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SessionFiles : public ::testing::Test {
 protected:
  void apply(const Command& command) {
    m_session.apply(command);
    settle();
  }
  void settle() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (m_session.busy() && std::chrono::steady_clock::now() < end) {
      m_session.poll();
      std::this_thread::yield();
    }
    EXPECT_FALSE(m_session.busy());
  }
  void open() { apply(OpenProject{m_sample.file().string()}); }
  void move_values() {
    std::filesystem::create_directories(m_sample.folder / "noi khac");
    std::filesystem::rename(m_sample.folder / "values.csv", values());
  }
  std::filesystem::path values() const { return m_sample.folder / "noi khac" / "values.csv"; }

  test::SampleProject m_sample;
  test::SampleProject m_other;
  Session m_session{[] {}};
};

TEST_F(SessionFiles, CancellingAnotherProjectKeepsTheOneThatIsOpen) {
  open();
  apply(ChoosePeriod{"2023"});
  apply(SetScenes{{model::Scene{.id = "canh-1"}}});
  const auto project = m_session.project();
  const auto map = m_session.map();
  const auto desk = m_session.desk();
  m_session.apply(OpenProject{m_other.file().string()});
  EXPECT_EQ(m_session.map(), nullptr);
  m_session.cancel();
  settle();
  EXPECT_EQ(m_session.project(), project);
  EXPECT_EQ(m_session.map(), map);
  EXPECT_EQ(m_session.desk(), desk);
  EXPECT_EQ(m_session.choice().period, "2023");
  EXPECT_THAT(m_session.periods(), ElementsAre("2023", "2024"));
  EXPECT_TRUE(m_session.can_undo());
  EXPECT_TRUE(m_session.dirty());
  EXPECT_EQ(m_session.note().vi, "Đã hủy: vẫn là dự án trước đó");
  apply(Undo{});
  EXPECT_FALSE(m_session.dirty());
  EXPECT_EQ(m_session.map()->period, "2023");
}

TEST_F(SessionFiles, CancellingTheFirstProjectLeavesNone) {
  m_session.apply(OpenProject{m_sample.file().string()});
  m_session.cancel();
  settle();
  EXPECT_EQ(m_session.project(), nullptr);
  EXPECT_EQ(m_session.notes(), 1U);
  open();
  EXPECT_NE(m_session.map(), nullptr);
}

TEST_F(SessionFiles, CancellingLaterWorkKeepsTheNewProject) {
  open();
  apply(OpenProject{m_other.file().string()});
  m_session.apply(ChoosePeriod{"2023"});
  m_session.cancel();
  settle();
  EXPECT_EQ(m_session.project()->file, m_other.file().string());
  EXPECT_EQ(m_session.choice().period, "2024");
  EXPECT_EQ(m_session.note().vi, "Đã hủy");
}

TEST_F(SessionFiles, AProjectThatCannotBeShownIsNotTakenBack) {
  open();
  std::filesystem::remove(m_other.folder / "values.csv");
  apply(OpenProject{m_other.file().string()});
  EXPECT_THAT(m_session.problems(), SizeIs(1));
  m_session.cancel();
  EXPECT_EQ(m_session.project()->file, m_other.file().string());
}

TEST_F(SessionFiles, ProblemsGoWithTheirProject) {
  open();
  apply(ChooseTheme{"nothing"});
  EXPECT_THAT(m_session.problems(), SizeIs(1));
  apply(ChooseTheme{"nothing"});
  EXPECT_THAT(m_session.problems(), SizeIs(1)) << "the same is not said twice";
  apply(OpenProject{m_other.file().string()});
  EXPECT_THAT(m_session.problems(), IsEmpty());
}

TEST_F(SessionFiles, AFoundFileWithoutTheFieldsIsRefusedAtOnce) {
  move_values();
  open();
  ASSERT_THAT(m_session.missing(), ElementsAre("values.csv"));
  const auto wrong = m_sample.folder.write("khac.csv", "STT,nuoc\n1,2\n");
  apply(FindFile{"values.csv", wrong.string()});
  EXPECT_THAT(m_session.missing(), ElementsAre("values.csv")) << "to be chosen anew";
  EXPECT_FALSE(m_session.dirty());
  EXPECT_THAT(m_session.problems().back().message().vi, HasSubstr("khac.csv"));
  apply(FindFile{"values.csv", values().string()});
  EXPECT_THAT(m_session.missing(), IsEmpty());
  EXPECT_THAT(m_session.problems(), IsEmpty());
  EXPECT_NE(m_session.map(), nullptr);
  EXPECT_TRUE(m_session.dirty());
}

TEST_F(SessionFiles, UndoBringsTheListOfMissingFilesBack) {
  move_values();
  open();
  apply(FindFile{"values.csv", values().string()});
  apply(Undo{});
  EXPECT_THAT(m_session.missing(), ElementsAre("values.csv"));
  EXPECT_FALSE(m_session.dirty());
  apply(Redo{});
  EXPECT_THAT(m_session.missing(), IsEmpty());
  EXPECT_THAT(m_session.problems(), IsEmpty()) << "of the files as they were";
}

TEST_F(SessionFiles, AMapOfOtherUnitsComesWithItsPanels) {
  const test::TwoVintages vintages;
  test::append(vintages.file(), "[[themes]]\nid = \"dien-tich\"\nindicator = \"dien_tich\"\n");
  apply(OpenProject{vintages.file().string()});
  ASSERT_NE(m_session.desk(), nullptr);
  const std::string other = m_session.map()->period == "2024" ? "2025" : "2024";
  m_session.apply(ChoosePeriod{other});
  const auto units = m_session.map()->figures.units;
  while (m_session.busy()) {
    m_session.poll();
    ASSERT_NE(m_session.desk(), nullptr) << "the former contents stay until the new ones are there";
    ASSERT_EQ(m_session.desk()->table.units, m_session.map()->figures.units);
  }
  EXPECT_EQ(m_session.map()->period, other);
  EXPECT_NE(m_session.map()->figures.units, units) << "else this says nothing";
}

TEST_F(SessionFiles, WhatDrawsOtherUnitsIsMadeBeforeTheirMapComes) {
  const test::TwoVintages vintages;
  test::append(vintages.file(), "[[themes]]\nid = \"dien-tich\"\nindicator = \"dien_tich\"\n");
  std::atomic<int> asked{0};
  std::atomic<bool> may_go_on{false};
  std::shared_ptr<const Units> prepared;
  m_session.prepare_units_with([&](const std::shared_ptr<const Units>& units, const base::Job&) {
    prepared = units;
    ++asked;
    while (!may_go_on) std::this_thread::yield();
  });
  apply(OpenProject{vintages.file().string()});
  EXPECT_EQ(asked, 0) << "the first map takes no other's place";
  const std::string before = m_session.map()->period;
  m_session.apply(ChoosePeriod{before == "2024" ? "2025" : "2024"});
  while (asked == 0) m_session.poll();
  m_session.poll();
  EXPECT_EQ(m_session.map()->period, before) << "the old map stays until then";
  may_go_on = true;
  while (m_session.busy()) m_session.poll();
  EXPECT_NE(m_session.map()->period, before);
  EXPECT_EQ(m_session.map()->figures.units, prepared);
}

TEST(LeavesProject, AreTheCommandsThatOpenAnother) {
  const Session session([] {});
  EXPECT_TRUE(session.leaves_project(OpenProject{}));
  EXPECT_TRUE(session.leaves_project(OpenData{}));
  EXPECT_TRUE(session.leaves_project(OpenNew{}));
  EXPECT_FALSE(session.leaves_project(Undo{}));
  EXPECT_FALSE(session.leaves_project(SaveProject{}));
  EXPECT_FALSE(session.leaves_project(Recover{})) << "nothing is offered";
}

}  // namespace
}  // namespace ntmap::app
