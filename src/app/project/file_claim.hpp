#pragma once

#include <filesystem>
#include <memory>

namespace ntmap::app {

/// Holds a file of its own on the disk while it lives, so that other runs of the program see that somebody is
/// at work there. The kernel lets go of it with the program, however that ends; nothing stale is left.
class FileClaim {
 public:
  struct Taken {
    std::shared_ptr<const FileClaim> claim;  ///< null: held by another, or the file cannot be made
    bool held_by_another = false;            ///< by this run of the program or by another one
  };
  /// Makes the file where it is not there. Its folder has to be.
  static Taken take(const std::filesystem::path& file);

  ~FileClaim();
  FileClaim(const FileClaim&) = delete;
  FileClaim& operator=(const FileClaim&) = delete;

 private:
  FileClaim(std::filesystem::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}

  std::filesystem::path m_file;
  int m_descriptor;
};

}  // namespace ntmap::app
