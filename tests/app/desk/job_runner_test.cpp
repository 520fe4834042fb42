#include "app/desk/job_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class JobRunnerTest : public ::testing::Test {
 protected:
  /// Polls until nothing runs any more; fails after ten seconds.
  void finish() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (m_runner.busy() && std::chrono::steady_clock::now() < end) {
      m_runner.poll();
      std::this_thread::yield();
    }
    EXPECT_FALSE(m_runner.busy());
  }
  JobRunner::Failure told() {
    return [this](const Error& error) { m_told.push_back(error.message().en); };
  }

  std::vector<std::string> m_told;
  std::atomic<int> m_woken{0};
  JobRunner m_runner{[this] { ++m_woken; }};
};

TEST_F(JobRunnerTest, CompletionRunsOnThePollingThread) {
  std::thread::id worked;
  std::thread::id completed;
  m_runner.start(
      "work",
      [&](const base::Job&) -> JobRunner::Completion {
        worked = std::this_thread::get_id();
        return [&] { completed = std::this_thread::get_id(); };
      },
      told());
  EXPECT_TRUE(m_runner.busy());
  finish();
  EXPECT_NE(worked, std::this_thread::get_id());
  EXPECT_EQ(completed, std::this_thread::get_id());
  EXPECT_GE(m_woken, 1);
  EXPECT_THAT(m_told, IsEmpty());
}

TEST_F(JobRunnerTest, ErrorsArriveAtPoll) {
  m_runner.start(
      "work", [](const base::Job&) -> JobRunner::Completion { throw Error(ErrorKind::data, "bad row"); },
      told());
  finish();
  EXPECT_THAT(m_told, ElementsAre("bad row"));
}

TEST_F(JobRunnerTest, ErrorsOfLibrariesAreToldToo) {
  m_runner.start(
      "work", [](const base::Job&) -> JobRunner::Completion { throw std::runtime_error("deep"); }, told());
  finish();
  EXPECT_THAT(m_told, ElementsAre(HasSubstr("deep")));
}

TEST_F(JobRunnerTest, CancelledWorkTellsNothing) {
  bool completed = false;
  std::atomic<bool> started{false};
  m_runner.start(
      "work",
      [&](const base::Job& job) -> JobRunner::Completion {
        started = true;
        while (true) {
          job.checkpoint();
          std::this_thread::yield();
        }
        return [&] { completed = true; };
      },
      told());
  while (!started) std::this_thread::yield();
  m_runner.cancel_all();
  finish();
  EXPECT_FALSE(completed);
  EXPECT_THAT(m_told, IsEmpty());
}

TEST_F(JobRunnerTest, WorkThatEndsInSpiteOfCancellingIsDropped) {
  bool completed = false;
  std::atomic<bool> go{false};
  m_runner.start(
      "work",
      [&](const base::Job&) -> JobRunner::Completion {
        while (!go) std::this_thread::yield();
        return [&] { completed = true; };
      },
      told());
  m_runner.cancel_all();
  go = true;
  finish();
  EXPECT_FALSE(completed);
}

TEST_F(JobRunnerTest, StatusShowsNamePhaseAndProgress) {
  std::atomic<bool> shown{false};
  std::atomic<bool> go{false};
  m_runner.start(
      base::Text("Đọc", "Reading"),
      [&](const base::Job& job) -> JobRunner::Completion {
        job.phase("rows");
        job.progress(0.5);
        shown = true;
        while (!go) std::this_thread::yield();
        return {};
      },
      told());
  while (!shown) std::this_thread::yield();
  const auto status = m_runner.status();
  ASSERT_EQ(status.size(), 1U);
  EXPECT_EQ(status[0].name.en, "Reading");
  EXPECT_EQ(status[0].phase.en, "rows");
  EXPECT_DOUBLE_EQ(status[0].fraction, 0.5);
  go = true;
  finish();
  EXPECT_THAT(m_runner.status(), IsEmpty());
}

TEST_F(JobRunnerTest, CompletionsMayStartMoreWork) {
  int steps = 0;
  m_runner.start(
      "first",
      [&](const base::Job&) -> JobRunner::Completion {
        return [&] {
          ++steps;
          m_runner.start(
              "second", [&](const base::Job&) -> JobRunner::Completion { return [&] { ++steps; }; }, told());
        };
      },
      told());
  finish();
  EXPECT_EQ(steps, 2);
}

TEST(JobRunner, EndsWithWorkUnderWay) {
  std::atomic<bool> stopped{false};
  {
    JobRunner runner([] {});
    runner.start(
        "work",
        [&](const base::Job& job) -> JobRunner::Completion {
          while (!job.cancelled()) std::this_thread::yield();
          stopped = true;
          return {};
        },
        [](const Error&) {});
  }
  EXPECT_TRUE(stopped);
}

}  // namespace
}  // namespace ntmap::app
