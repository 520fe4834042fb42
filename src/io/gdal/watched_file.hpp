#pragma once

#include <filesystem>
#include <string>

#include "base/job.hpp"

namespace ntmap::io {

/// A file that GDAL reads through us: the job's progress is the share of its bytes that were asked for, and
/// when the job is cancelled reading fails, so that a driver which takes a file whole while it opens it gives
/// up. The caller then asks checkpoint(). Must outlive the dataset that is opened by its name. For one
/// thread.
class WatchedFile {
 public:
  WatchedFile(const std::filesystem::path& path, const base::Job& job);
  ~WatchedFile();
  WatchedFile(const WatchedFile&) = delete;
  WatchedFile& operator=(const WatchedFile&) = delete;

  /// What GDAL is to open: ends with the file's own name.
  const std::string& name() const { return m_name; }

 private:
  std::string m_name;
};

/// A message of GDAL's with the file's own name in it.
std::string without_watch(std::string message);

}  // namespace ntmap::io
