#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace ntmap::base {

enum class Overwrite : std::uint8_t { no, yes };

/// Writes a file so that readers see the old one or the whole new one, never half of it.
/// Write to temporary(), which lies beside the target and keeps its extension, then commit().
/// Without commit() the temporary file is removed and the old file stays.
class PendingFile {
 public:
  /// Refuses (Error) before anything is written: a target that exists without Overwrite::yes,
  /// is a directory, a device or a pipe, has no parent folder, or whose folder cannot be written.
  PendingFile(std::filesystem::path target, Overwrite overwrite);
  ~PendingFile();
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;

  const std::filesystem::path& target() const { return m_target; }
  const std::filesystem::path& temporary() const { return m_temporary; }

  /// Lets `writer` make the temporary file. An Error that names it names the target instead.
  void write(const std::function<void(const std::filesystem::path&)>& writer) const;

  /// Flushes the temporary file to the disk and renames it to the target.
  /// Throws Error{io} when the disk is full or the rename fails; the old file is then still there.
  void commit();

 private:
  std::filesystem::path m_target;
  std::filesystem::path m_temporary;
  bool m_done = false;
};

}  // namespace ntmap::base
