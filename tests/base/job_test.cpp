#include "base/job.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/error.hpp"

namespace ntmap::base {
namespace {

TEST(Job, ProgressNeverDecreasesAndEndsAtOne) {
  std::vector<double> seen;
  const Job job([&](double fraction, const Text&) { seen.push_back(fraction); });
  const Job first = job.part(0, 0.5);
  first.progress(0.8);
  first.progress(0.2);
  job.part(0.5, 1).progress(1);
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_DOUBLE_EQ(seen[0], 0.4);
  EXPECT_DOUBLE_EQ(seen[1], 1.0);
}

TEST(Job, SmallStepsAreNotReported) {
  int reports = 0;
  const Job job([&](double, const Text&) { ++reports; });
  for (int i = 0; i <= 100000; ++i) job.progress(i / 100000.0);
  EXPECT_LE(reports, 202);
  EXPECT_GE(reports, 100);
}

TEST(Job, CheckpointThrowsOnceCancelled) {
  std::stop_source stop;
  const Job job({}, stop.get_token());
  job.checkpoint();
  stop.request_stop();
  try {
    job.part(0, 1).checkpoint();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
}

}  // namespace
}  // namespace ntmap::base
