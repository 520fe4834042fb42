// Inputs that fuzzing found (cases/TARGET/*: one that reached far into each reader, and any that breaks one)
// are read again: sound or refused with a message, nothing else.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "fuzz_readers.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

namespace fs = std::filesystem;

TEST(FuzzCases, AreReadOrRefused) {
  std::size_t read = 0;
  for (const fs::directory_entry& folder : fs::directory_iterator(checkout("tests/fuzz/cases"))) {
    const std::string name = folder.path().filename().string();
    const auto& targets = fuzz_targets();
    const auto target =
        std::find_if(targets.begin(), targets.end(), [&](const FuzzTarget& one) { return one.name == name; });
    ASSERT_NE(target, targets.end()) << "cases/" << name << " is no target";
    for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
      SCOPED_TRACE(file.path().string());
      ++read;
      try {
        target->run(read_bytes(file.path()));
      } catch (const base::Error& error) {
        EXPECT_FALSE(error.message().empty());
      }
    }
  }
  EXPECT_GT(read, 0U);
}

}  // namespace
}  // namespace ntmap::test
