#include "base/pending_file.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <fstream>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::base {
namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(PendingFile, CommitReplacesTheOldFile) {
  const test::TemporaryFolder folder;
  const auto target = folder.write("Đắk Lắk/bản đồ.png", "old");
  PendingFile file(target, Overwrite::yes);
  std::ofstream(file.temporary()) << "new";
  EXPECT_EQ(test::read_bytes(target), "old");
  file.commit();
  EXPECT_EQ(test::read_bytes(target), "new");
  EXPECT_EQ(files_in(target.parent_path()), 1U);
}

TEST(PendingFile, WritesThroughSymbolicLinks) {
  const test::TemporaryFolder folder;
  folder.write("kho/that.csv", "old");
  std::filesystem::create_symlink("kho/that.csv", folder / "buoc.csv");
  std::filesystem::create_symlink("buoc.csv", folder / "link.csv");
  PendingFile file(folder / "link.csv", Overwrite::yes);
  std::ofstream(file.temporary()) << "new";
  file.commit();
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.csv"));
  EXPECT_EQ(test::read_bytes(folder / "kho/that.csv"), "new");

  std::filesystem::create_symlink("kho/moi.csv", folder / "chua_co.csv");
  PendingFile fresh(folder / "chua_co.csv", Overwrite::no);
  std::ofstream(fresh.temporary()) << "first";
  fresh.commit();
  EXPECT_EQ(test::read_bytes(folder / "kho/moi.csv"), "first");
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "chua_co.csv"));
}

TEST(PendingFile, PipesAndDevicesAreRefusedAndStay) {
  const test::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "ong.csv").c_str(), 0600), 0);
  std::filesystem::create_symlink("ong.csv", folder / "link.csv");
  for (const char* name : {"ong.csv", "link.csv"})
    EXPECT_THROW(PendingFile(folder / name, Overwrite::yes), Error) << name;
  EXPECT_TRUE(std::filesystem::is_fifo(folder / "ong.csv"));
}

TEST(PendingFile, WithoutCommitNothingIsLeft) {
  const test::TemporaryFolder folder;
  {
    const PendingFile file(folder / "a.tif", Overwrite::no);
    EXPECT_EQ(file.temporary().extension(), ".tif");
    std::ofstream(file.temporary()) << "half";
  }
  EXPECT_EQ(files_in(folder.path()), 0U);
}

TEST(PendingFile, RefusesWhatCannotBeWritten) {
  const test::TemporaryFolder folder;
  folder.write("there.txt", "x");
  EXPECT_THROW(PendingFile(folder / "there.txt", Overwrite::no), Error);
  EXPECT_THROW(PendingFile(folder.path(), Overwrite::yes), Error);
  EXPECT_THROW(PendingFile(folder / "no/such/folder/a.txt", Overwrite::no), Error);
}

}  // namespace
}  // namespace ntmap::base
