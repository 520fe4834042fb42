#include "ui/memory.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

namespace ntmap::ui {
namespace {

/// kB of files that are mapped into this process; -1 where the system does not say it.
long mapped_files() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "RssFile:") continue;
    long size = -1;
    status >> size;
    return size;
  }
  return -1;
}

TEST(Memory, PagesOfLibrariesGoAndComeBack) {
  const long before = mapped_files();
  if (before < 0) GTEST_SKIP() << "no /proc";
  give_memory_back();
  EXPECT_LT(mapped_files(), before);
  EXPECT_EQ(std::to_string(std::lround(std::cbrt(27.0))), "3") << "libraries work on";
}

}  // namespace
}  // namespace ntmap::ui
