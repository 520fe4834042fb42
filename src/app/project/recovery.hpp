#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/project.hpp"

namespace ntmap::app {

/// Work that was not saved when the program ended.
struct Recovered {
  std::string when;  ///< "2025-01-31 14:05"
  std::shared_ptr<const model::Project> project;
};

/// Keeps unsaved work of projects in a folder of the user's, one file a project, so that a crash loses
/// little. All functions are safe to call when the folder cannot be written: they then keep nothing.
class Recovery {
 public:
  explicit Recovery(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  /// Notes the state down, wholly or not at all. `saved` is the state of the file on the disk, null for a
  /// project without a file. Throws Error{io} for a full disk.
  void keep(const model::Project& project, const model::Project* saved) const;
  /// What was kept of the project file ("": of a project without one) and not forgotten; nothing too when
  /// it does not read or the file on the disk has been changed since.
  std::optional<Recovered> find(const std::string& project_file) const;
  void forget(const std::string& project_file) const;

 private:
  std::filesystem::path file_for(const std::string& project_file) const;

  std::filesystem::path m_folder;
};

}  // namespace ntmap::app
