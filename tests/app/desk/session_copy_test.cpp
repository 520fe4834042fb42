// Session once the project was saved as another file beside the one it came from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "app/desk/session.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SessionCopy : public ::testing::Test {
 protected:
  SessionCopy() {
    m_sample.replace_in("values.csv", "ma,nam", "ten,nam");
    m_sample.replace_in("values.csv", "00097,2024", "Thôn Lạ,2024");
    m_sample.replace_in("du_an.toml", "key = \"ma\"", "name = \"ten\"");
    start(original());
  }
  /// Another run of the program; the one before ends as a crash would end it.
  void start(const std::string& file) {
    m_session.reset();
    m_session = std::make_unique<Session>([] {}, m_sample.folder / "recovery");
    apply(OpenProject{file});
  }
  void apply(const Command& command) {
    m_session->apply(command);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while ((m_session->busy() || (m_wait_for_keeping && m_session->unkept())) &&
           std::chrono::steady_clock::now() < end) {
      m_session->poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_THAT(m_session->problems(), IsEmpty());
  }
  void edit(const std::string& value) {
    apply(EditValue{{.table = "bang",
                     .field = "nuoc",
                     .period = "2024",
                     .code = "00097",
                     .value = value,
                     .was = "15.5"}});
  }
  std::string original() const { return m_sample.file().string(); }
  std::string copy() const { return (m_sample.folder / "ban_sao.toml").string(); }
  static std::string value_in(const std::string& file) {
    const model::Project project = read_project(file);
    return project.value_edits.empty() ? "" : project.value_edits.front().value;
  }
  double shown() const { return m_session->map()->figures.values[0]; }

  test::SampleProject m_sample;
  std::unique_ptr<Session> m_session;
  bool m_wait_for_keeping = false;
};

TEST_F(SessionCopy, WhatIsEditedInItLeavesTheOriginalAsItIs) {
  apply(ConfirmName{{"Thôn Lạ", "", "00097"}});
  edit("70");
  apply(SaveProject{});
  apply(SaveProject{copy()});
  edit("71");
  apply(ConfirmName{{"Thôn Khác", "", "00100"}});
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "71");
  EXPECT_EQ(value_in(original()), "70");
  EXPECT_THAT(all_aliases(read_project(copy())), SizeIs(2));
  EXPECT_THAT(all_aliases(read_project(original())), SizeIs(1));
}

TEST_F(SessionCopy, UndoAndRedoStayInIt) {
  edit("70");
  apply(SaveProject{});
  edit("71");
  apply(SaveProject{copy()});
  apply(Undo{});
  EXPECT_TRUE(m_session->dirty());
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "70");
  apply(Undo{});
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "");
  apply(Redo{});
  apply(Redo{});
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "71");
  EXPECT_EQ(value_in(original()), "70");
}

TEST_F(SessionCopy, AStateBeforeTheFirstEditGetsItsOwnFileToo) {
  edit("70");
  apply(SaveProject{});
  apply(Undo{});
  apply(SaveProject{copy()});
  apply(Redo{});
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "70");
  EXPECT_NE(read_project(copy()).edits, read_project(original()).edits);
}

TEST_F(SessionCopy, WhatIsNotSavedIsOfferedWithTheCopy) {
  apply(ConfirmName{{"Thôn Lạ", "", "00097"}});
  edit("70");
  apply(SaveProject{});
  apply(SaveProject{copy()});
  m_wait_for_keeping = true;
  edit("71");
  start(original());
  EXPECT_FALSE(m_session->recovered());
  EXPECT_EQ(shown(), 70);
  start(copy());
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_EQ(shown(), 71);
  apply(SaveProject{});
  EXPECT_EQ(value_in(copy()), "71");
  EXPECT_EQ(value_in(original()), "70");
}

TEST_F(SessionCopy, RecoveredPathsTakeTheListOfMissingFilesAway) {
  std::filesystem::create_directories(m_sample.folder / "noi khac");
  std::filesystem::rename(m_sample.folder / "values.csv", m_sample.folder / "noi khac" / "values.csv");
  m_session.reset();
  m_session = std::make_unique<Session>([] {}, m_sample.folder / "recovery");
  m_session->apply(OpenProject{original()});
  while (m_session->busy()) m_session->poll();
  m_wait_for_keeping = true;
  apply(FindFile{"values.csv", (m_sample.folder / "noi khac" / "values.csv").string()});
  m_session.reset();
  m_session = std::make_unique<Session>([] {}, m_sample.folder / "recovery");
  m_session->apply(OpenProject{original()});
  while (m_session->busy()) m_session->poll();
  EXPECT_THAT(m_session->missing(), ElementsAre("values.csv"));
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_THAT(m_session->missing(), IsEmpty());
  EXPECT_NE(m_session->map(), nullptr);
  apply(Undo{});
  EXPECT_THAT(m_session->missing(), ElementsAre("values.csv"));
}

}  // namespace
}  // namespace ntmap::app
