#pragma once

#include <string>
#include <string_view>

namespace ntmap::io {

/// A folder in memory that GDAL writes to; gone with everything in it at the end. What GDAL makes here
/// is then written to the disk, and every byte checked, by ourselves.
class MemoryFolder {
 public:
  MemoryFolder();
  ~MemoryFolder();
  MemoryFolder(const MemoryFolder&) = delete;
  MemoryFolder& operator=(const MemoryFolder&) = delete;

  /// The path by which GDAL knows a file.
  std::string file(const char* name) const;
  /// The bytes of a file, valid as long as the folder; empty when there is none.
  std::string_view bytes(const char* name) const;

 private:
  std::string m_path;
};

}  // namespace ntmap::io
