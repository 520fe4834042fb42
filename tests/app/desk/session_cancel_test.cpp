// What Session::cancel() leaves, and how it is made after all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "app/desk/session.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

class SessionCancel : public ::testing::Test {
 protected:
  template <class Done>
  void poll_until(const Done& done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!done() && std::chrono::steady_clock::now() < end) {
      m_session.poll();
      std::this_thread::yield();
    }
    EXPECT_TRUE(done());
  }
  void settle() {
    poll_until([&] { return !m_session.busy(); });
  }
  void apply(const Command& command) {
    m_session.apply(command);
    settle();
  }
  /// A project whose map is there and whose tables are being made.
  void open_to_the_map() {
    m_session.apply(OpenProject{m_sample.file().string()});
    poll_until([&] { return m_session.map() != nullptr; });
    ASSERT_EQ(m_session.desk(), nullptr);
  }
  void cancel() {
    m_session.cancel();
    settle();
  }
  void classify(int classes) {
    model::Classification classification;
    classification.method = model::BreakMethod::equal;
    classification.classes = classes;
    m_session.apply(SetClassification{"nuoc-sach", classification});
  }

  test::SampleProject m_sample;
  Session m_session{[] {}};
};

TEST_F(SessionCancel, TablesAreMadeWhenAskedForAgain) {
  open_to_the_map();
  cancel();
  EXPECT_NE(m_session.map(), nullptr);
  EXPECT_EQ(m_session.desk(), nullptr);
  EXPECT_TRUE(m_session.stopped());
  apply(MakeAgain{});
  EXPECT_FALSE(m_session.stopped());
  EXPECT_NE(m_session.desk(), nullptr);
  EXPECT_NE(m_session.targets(), nullptr);
  EXPECT_THAT(m_session.periods(), ElementsAre("2023", "2024"));
}

TEST_F(SessionCancel, AnyOtherMapMakesThemToo) {
  open_to_the_map();
  cancel();
  apply(ChoosePeriod{"2023"});
  EXPECT_FALSE(m_session.stopped());
  ASSERT_NE(m_session.desk(), nullptr);
  EXPECT_EQ(m_session.desk()->period, "2023");
}

TEST_F(SessionCancel, TablesOfThePeriodBeforeAreToldApart) {
  apply(OpenProject{m_sample.file().string()});
  EXPECT_FALSE(m_session.stopped());
  const auto before = m_session.map();
  m_session.apply(ChoosePeriod{"2023"});
  poll_until([&] { return m_session.map() != before; });
  cancel();
  ASSERT_NE(m_session.desk(), nullptr);
  EXPECT_EQ(m_session.map()->period, "2023");
  EXPECT_EQ(m_session.desk()->period, "2024");
  EXPECT_TRUE(m_session.stopped());
  apply(MakeAgain{});
  EXPECT_EQ(m_session.desk()->period, "2023");
  EXPECT_FALSE(m_session.stopped());
}

TEST_F(SessionCancel, AMapThatWasNotMadeYetLeavesAllAsItWas) {
  apply(OpenProject{m_sample.file().string()});
  m_session.apply(ChoosePeriod{"2023"});
  EXPECT_FALSE(m_session.shows_choice());
  cancel();
  EXPECT_EQ(m_session.map()->period, "2024");
  EXPECT_TRUE(m_session.shows_choice());
  EXPECT_FALSE(m_session.stopped());
}

TEST_F(SessionCancel, AMapOfBeforeAnEditIsToldApart) {
  apply(OpenProject{m_sample.file().string()});
  classify(3);
  cancel();
  EXPECT_NE(m_session.map()->theme.classification.classes, 3);
  EXPECT_TRUE(m_session.stopped());
  apply(MakeAgain{});
  EXPECT_EQ(m_session.map()->theme.classification.classes, 3);
  EXPECT_FALSE(m_session.stopped());
}

TEST_F(SessionCancel, TheProjectBeforeIsWholeAgain) {
  apply(OpenProject{m_sample.file().string()});
  const std::size_t opened = m_session.opened();
  const test::SampleProject other;
  m_session.apply(OpenProject{other.file().string()});
  EXPECT_FALSE(m_session.shows_choice());
  EXPECT_NE(m_session.opened(), opened);
  cancel();
  EXPECT_TRUE(m_session.shows_choice());
  EXPECT_FALSE(m_session.stopped());
}

TEST_F(SessionCancel, AndSoIsOneWhoseTablesWereBeingMade) {
  open_to_the_map();
  const test::SampleProject other;
  m_session.apply(OpenProject{other.file().string()});
  cancel();
  EXPECT_EQ(m_session.project()->file, m_sample.file().string());
  EXPECT_TRUE(m_session.stopped());
  apply(MakeAgain{});
  EXPECT_NE(m_session.desk(), nullptr);
}

}  // namespace
}  // namespace ntmap::app
