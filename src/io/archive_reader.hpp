#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "io/gdal_reader.hpp"

namespace ntmap::io {

/// A zip archive (what .xlsx and .ods are) held in memory and read through GDAL's unpacker.
class Archive {
 public:
  /// Throws Error as read_whole() does.
  explicit Archive(const std::filesystem::path& path);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The unpacked entry; nothing when there is none of that name or it is damaged. Throws Error{data}
  /// when it is bigger than k_file_cap.
  std::optional<std::string> read(std::string_view entry) const;

 private:
  GdalMessages m_messages;  // damaged archives are reported by the readers, in their own words
  std::string m_file;
  std::string m_bytes;
  std::string m_memory_name;
};

}  // namespace ntmap::io
