#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/output_file.hpp"

namespace ntmap::io {

/// Writes a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64): entries in the order they are added,
/// DEFLATE, names in UTF-8, every date 1980-01-01, so that the same entries give the same bytes.
class ZipWriter {
 public:
  /// `file` must outlive the writer.
  explicit ZipWriter(OutputFile& file) : m_file(file) {}

  /// Adds one file. `name` is a relative path with "/", without "..", and new in this archive, else
  /// Error{usage}. Entries and archive stay below 4 GiB, else Error{io}.
  void add(std::string_view name, std::string_view bytes);
  /// Writes the directory of the archive; nothing is added afterwards. The file is not closed.
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t unpacked = 0;
    std::uint32_t offset = 0;
  };
  void put(std::string_view bytes);

  OutputFile& m_file;
  std::vector<Entry> m_entries;
  std::uint64_t m_offset = 0;
};

/// A name that is safe inside archives, sheets and folders: "/", "\", control characters and
/// `:*?"<>|` become "_", outer blanks and dots go, and nothing left gives "_".
std::string safe_file_name(std::string_view name);

}  // namespace ntmap::io
