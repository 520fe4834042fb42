// Unsaved work of projects that never had a file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>

#include "app/desk/session.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

class SessionRecovery : public ::testing::Test {
 protected:
  SessionRecovery() {
    m_sample.folder.write("a.csv", "Mã;Nước sạch\n00097;1\n00098;2\n00099;3\n00100;4\n");
    m_sample.folder.write("b.csv", "Mã;Nước sạch\n00097;50\n00098;60\n00099;70\n00100;80\n");
    start();
  }
  /// Another run of the program; the one before ends as a crash would end it.
  void start() {
    m_session.reset();
    m_session = std::make_unique<Session>([] {}, m_sample.folder / "recovery");
    m_session->look_for_unsaved();
  }
  void apply(const Command& command) {
    m_session->apply(command);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while ((m_session->busy() || m_session->unkept()) && std::chrono::steady_clock::now() < end) {
      m_session->poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  /// A project that the wizard makes, noted down, and the crash after it.
  void make_and_crash(const std::string& name) {
    const DirectInput input{.boundaries = (m_sample.folder / "units.geojson").string(),
                            .code = "code",
                            .name = "name",
                            .table = (m_sample.folder / (name + ".csv")).string(),
                            .key = "Mã",
                            .value = "Nước sạch"};
    model::Project project = direct_project(input);
    project.title = name;
    apply(OpenNew{std::make_shared<const model::Project>(project)});
    start();
  }
  void recover(const std::string& name) {
    ASSERT_TRUE(m_session->recovered());
    EXPECT_EQ(m_session->recovered()->project->title.vi, name);
    apply(Recover{});
    EXPECT_EQ(m_session->project()->title.vi, name);
  }
  double shown() const { return m_session->map() ? m_session->map()->figures.values[0] : -1; }
  std::string save_as(const std::string& name) {
    const std::string file = (m_sample.folder / (name + ".toml")).string();
    apply(SaveProject{file});
    return file;
  }

  test::SampleProject m_sample;
  std::unique_ptr<Session> m_session;
};

TEST_F(SessionRecovery, EachProjectIsOpenedAsOneOfItsOwn) {
  make_and_crash("a");
  make_and_crash("b");
  EXPECT_EQ(m_session->older(), 1U);
  recover("b");
  EXPECT_EQ(shown(), 50);
  const std::size_t opened = m_session->opened();
  EXPECT_TRUE(m_session->leaves_project(Recover{})) << "what is not saved is asked about first";
  recover("a");
  EXPECT_EQ(m_session->opened(), opened + 1);
  EXPECT_EQ(shown(), 1) << "not the other's figures under its name";
  EXPECT_FALSE(m_session->can_undo()) << "it is no change of the other";
  EXPECT_TRUE(m_session->dirty());
}

TEST_F(SessionRecovery, WhatIsLeftWithoutAWordIsOfferedAgain) {
  make_and_crash("a");
  make_and_crash("b");
  recover("b");
  recover("a");
  ASSERT_TRUE(m_session->recovered()) << "b was not saved";
  EXPECT_EQ(m_session->recovered()->project->title.vi, "b");
  start();
  ASSERT_TRUE(m_session->recovered());
  EXPECT_EQ(m_session->older(), 1U);
}

TEST_F(SessionRecovery, ASavedProjectStaysAsItIs) {
  make_and_crash("a");
  make_and_crash("b");
  recover("b");
  const std::string saved = save_as("b_luu");
  EXPECT_FALSE(m_session->dirty());
  recover("a");
  EXPECT_EQ(shown(), 1);
  EXPECT_TRUE(m_session->project()->file.empty());
  apply(OpenProject{saved});
  EXPECT_EQ(shown(), 50);
  EXPECT_EQ(m_session->recovered(), nullptr);
}

TEST_F(SessionRecovery, IsOfferedWhateverIsOpened) {
  make_and_crash("a");
  apply(OpenProject{m_sample.file().string()});
  recover("a");
  EXPECT_EQ(shown(), 1);
  EXPECT_TRUE(m_session->project()->file.empty());
}

TEST_F(SessionRecovery, ComesAfterWhatIsOfTheProjectThatIsOpen) {
  make_and_crash("a");
  apply(OpenProject{m_sample.file().string()});
  apply(EditValue{{.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "70"}});
  start();
  apply(OpenProject{m_sample.file().string()});
  EXPECT_EQ(m_session->older(), 1U);
  EXPECT_FALSE(m_session->leaves_project(Recover{}));
  apply(Recover{});
  EXPECT_EQ(shown(), 70);
  EXPECT_TRUE(m_session->can_undo());
  EXPECT_TRUE(m_session->leaves_project(Recover{}));
  recover("a");
}

TEST_F(SessionRecovery, LaterIsTheNextStart) {
  make_and_crash("a");
  apply(RecoverLater{});
  EXPECT_EQ(m_session->recovered(), nullptr);
  start();
  recover("a");
}

TEST_F(SessionRecovery, WhatWasCancelledIsOfferedAgain) {
  make_and_crash("a");
  m_session->apply(Recover{});
  m_session->cancel();
  EXPECT_EQ(m_session->project(), nullptr);
  recover("a");
}

}  // namespace
}  // namespace ntmap::app
