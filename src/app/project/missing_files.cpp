#include "app/project/missing_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/project/project_file.hpp"
#include "app/project/project_paths.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

bool exists(const model::Project& project, const std::string& path) {
  std::error_code ignored;
  return fs::exists(resolve(project, path), ignored);
}

/// As the project would write it: relative where it lies below the project's folder.
std::string written(const model::Project& project, const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  if (project.folder.empty()) return whole.string();
  const fs::path below = whole.lexically_relative(fs::absolute(project.folder).lexically_normal());
  return below.empty() || *below.begin() == ".." ? whole.string() : below.string();
}

}  // namespace

std::vector<std::string> missing_files(const model::Project& project) {
  std::vector<std::string> missing;
  for_paths(project, [&](const std::string& path) {
    const std::string file = io::split_source(path).path;
    const bool known = std::find(missing.begin(), missing.end(), file) != missing.end();
    if (!known && !exists(project, file)) missing.push_back(file);
  });
  // A file of thresholds that was made in the program is written when the project is saved.
  if (project.criteria) {
    for (const auto& [file, changed] : project.criteria->changed_overlays) std::erase(missing, file);
  }
  return missing;
}

model::Project with_file_found(const model::Project& project, const std::string& missing,
                               const std::string& found) {
  model::Project out = project;
  const fs::path old_folder = fs::path(missing).parent_path();
  const fs::path new_folder = fs::path(found).parent_path();
  for_paths(out, [&](std::string& path) {
    const io::SourcePath source = io::split_source(path);
    const std::string part = source.part.empty() ? std::string() : ":" + source.part;
    if (out.criteria && out.criteria->changed_overlays.contains(path)) return;
    if (source.path == missing) {
      path = written(project, found) + part;
    } else if (!exists(project, source.path)) {
      const fs::path beside =
          new_folder / fs::path(source.path).lexically_relative(old_folder.empty() ? "." : old_folder);
      std::error_code ignored;
      if (fs::exists(beside, ignored)) path = written(project, beside) + part;
    }
  });
  return out;
}

}  // namespace ntmap::app
