#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/project/file_claim.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Work that was not saved when the program ended.
struct Recovered {
  std::string when;  ///< "2025-01-31 14:05"
  std::shared_ptr<const model::Project> project;
  std::filesystem::path kept;  ///< the file that it was read from
};

/// Keeps unsaved work of projects in a folder of the user's, so that a crash loses little. Each window writes
/// a file of its own, which it holds while it runs (FileClaim): what an earlier run left is never written
/// over before the user has chosen, and what another window is at work on is not taken for what a crash left.
/// All functions are safe to call when the folder cannot be written: they then keep nothing.
class Recovery {
 public:
  explicit Recovery(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  /// From now on keep() is about this project file ("": a project without one). Returns whether another
  /// window is at work on the same file.
  bool work_on(const std::string& project_file);
  /// Notes the state down, wholly or not at all. `saved` is the state of the file on the disk, null for a
  /// project without a file. Throws Error{io} for a full disk.
  void keep(const model::Project& project, const model::Project* saved) const;
  /// Gives up what was kept of this window's work.
  void forget() const;

  /// What runs that have ended kept of the project file and did not forget, the latest first; without what
  /// does not read or is of a project file that has been changed since.
  std::vector<Recovered> find(const std::string& project_file) const;
  /// From now on keep() writes over it, in place of the file before.
  void take_over(const Recovered& recovered);
  static void discard(const Recovered& recovered);

 private:
  std::vector<std::filesystem::path> kept_of(const std::string& project_file) const;
  std::optional<Recovered> read(const std::filesystem::path& kept, const std::string& project_file) const;

  std::filesystem::path m_folder;
  std::filesystem::path m_own;               ///< where keep() writes; empty: nowhere
  std::shared_ptr<const FileClaim> m_claim;  ///< of m_own
};

}  // namespace ntmap::app
