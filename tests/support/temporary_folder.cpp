#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace ntmap::test {

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "ntmap-test-XXXXXX").string();
  m_path = ::mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
  const std::filesystem::path path = m_path / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path checkout(std::string_view relative) {
  return std::filesystem::path(NTMAP_SOURCE_DIR) / relative;
}

std::filesystem::path real_data(std::string_view relative) {
  const char* folder = std::getenv("NTMAP_REAL_DATA");
  if (folder == nullptr || *folder == '\0') return {};
  return std::filesystem::path(folder) / relative;
}

}  // namespace ntmap::test
