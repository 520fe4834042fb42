#include "app/project/missing_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

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

/// The file of that name in the folder, where no other missing file has the name and the project has it under
/// no other path: else it may be another one.
class NamesakeIn {
 public:
  NamesakeIn(const model::Project& project, fs::path folder) : m_folder(std::move(folder)) {
    for_paths(project, [&](const std::string& path) {
      const std::string file = io::split_source(path).path;
      (exists(project, file) ? m_known : m_missing)
          .insert(fs::absolute(resolve(project, file)).lexically_normal());
    });
  }
  std::optional<fs::path> find(const fs::path& missing) const {
    const fs::path name = missing.filename();
    const auto called_so = std::count_if(m_missing.begin(), m_missing.end(),
                                         [&](const fs::path& one) { return one.filename() == name; });
    const fs::path found = m_folder / name;
    std::error_code ignored;
    if (called_so != 1 || m_known.contains(fs::absolute(found).lexically_normal())) return std::nullopt;
    return fs::exists(found, ignored) ? std::optional(found) : std::nullopt;
  }

 private:
  fs::path m_folder;
  std::set<fs::path> m_known;
  std::set<fs::path> m_missing;
};

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
  const NamesakeIn namesakes(project, new_folder);
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
      if (fs::exists(beside, ignored))
        path = written(project, beside) + part;
      else if (const auto namesake = namesakes.find(source.path))
        path = written(project, *namesake) + part;
    }
  });
  return out;
}

}  // namespace ntmap::app
