#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ntmap::io {

/// A zip archive (what .xlsx and .ods are), open for reading.
class Archive {
 public:
  /// Throws Error when the file is missing, is none, or cannot be opened. A file that is no archive holds
  /// nothing.
  explicit Archive(const std::filesystem::path& path);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The unpacked entry; nothing when there is none of that name or it is damaged (checksum included).
  /// Throws Error{data} when it is bigger than k_file_cap.
  std::optional<std::string> read(std::string_view entry) const;

 private:
  std::string m_file;
  void* m_zip = nullptr;  ///< null: no archive
};

}  // namespace ntmap::io
