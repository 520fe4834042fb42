#include "app/project/start_mark.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

TEST(StartMark, AStartThatDrewItsFirstFramesLeavesNothing) {
  const test::TemporaryFolder folder;
  StartMark first(folder / "state");
  EXPECT_FALSE(first.last_failed());
  first.done();
  EXPECT_FALSE(StartMark(folder / "state").last_failed());
}

TEST(StartMark, AFileThatNobodyHoldsIsOfAProgramThatDied) {
  const test::TemporaryFolder folder;
  folder.write("opening", "");
  std::optional<StartMark> next(folder.path());
  EXPECT_TRUE(next->last_failed());
  next.reset();
  EXPECT_FALSE(StartMark(folder.path()).last_failed());
}

TEST(StartMark, AnotherWindowThatIsOpeningHasNotFailed) {
  const test::TemporaryFolder folder;
  const StartMark one(folder.path());
  EXPECT_FALSE(StartMark(folder.path()).last_failed());
}

TEST(StartMark, WithoutAPlaceToWriteThereIsNone) {
  EXPECT_FALSE(StartMark("/proc/nowhere").last_failed());
}

}  // namespace
}  // namespace ntmap::app
