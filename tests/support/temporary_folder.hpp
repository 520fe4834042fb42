#pragma once

#include <filesystem>
#include <string_view>

namespace ntmap::test {

/// A fresh folder that is removed with everything in it at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
  /// Writes a file with these bytes and returns its path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path m_path;
};

/// The bytes of a file; fails the test when it cannot be read.
std::string read_bytes(const std::filesystem::path& path);

/// A file of the checkout ("gis_data/hatinh.toml").
std::filesystem::path checkout(std::string_view relative);

/// A file under the folder named by NTMAP_REAL_DATA; empty when the variable is not set, and the test
/// then calls GTEST_SKIP().
std::filesystem::path real_data(std::string_view relative);

}  // namespace ntmap::test
