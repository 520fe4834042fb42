#include "app/project/project_copy.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/project/moved_project.hpp"
#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_thresholds = "_nguong";

fs::path whole_path(const fs::path& path) {
  std::error_code failure;
  const fs::path real = fs::weakly_canonical(fs::absolute(path), failure);
  return failure ? fs::absolute(path).lexically_normal() : real;
}

/// The files that saving the project may write, besides its own.
std::vector<fs::path> written_files(const model::Project& project) {
  std::vector<fs::path> files;
  const auto add = [&](const std::string& path) {
    if (!path.empty()) files.push_back(whole_path(resolve(project, path)));
  };
  add(project.aliases);
  add(project.edits);
  if (project.criteria)
    std::for_each(project.criteria->overlays.begin(), project.criteria->overlays.end(), add);
  return files;
}

/// Of the project file as it lies on the disk; none where that is no project.
std::vector<fs::path> written_files_of(const fs::path& file) {
  try {
    const auto content = read_text(file);
    return content ? written_files(parse_project(*content, file.string())) : std::vector<fs::path>();
  } catch (const base::Error&) {
    return {};
  }
}

bool is_among_files(const std::vector<fs::path>& files, const fs::path& file) {
  return std::find(files.begin(), files.end(), file) != files.end();
}

/// Whether the program has named the file of thresholds for this project.
bool made_for(const model::Project& project, const std::string& overlay) {
  const fs::path path(overlay);
  return path.parent_path().empty() &&
         path.filename().string().starts_with(fs::path(project.file).stem().string() + k_thresholds);
}

/// Whether the file lies in the project's folder, or below: it is this project's. One elsewhere is many
/// projects'.
bool lies_with(const model::Project& project, const std::string& overlay) {
  const fs::path folder = whole_path(fs::absolute(project.file).parent_path());
  const fs::path below = whole_path(resolve(project, overlay)).lexically_relative(folder);
  return !below.empty() && *below.begin() != "..";
}

/// Whether the copy gets a file of its own in the place of this one.
bool to_be_copied(const model::Project& project, const std::string& overlay) {
  if (project.criteria->changed_overlays.contains(overlay)) return true;
  std::error_code ignored;
  return lies_with(project, overlay) && fs::exists(resolve(project, overlay), ignored);
}

/// A name for the copy's own file of thresholds that none of `copy` has yet.
std::string own_overlay(const model::Project& project, const std::string& overlay, const model::Project& copy,
                        const fs::path& file) {
  const std::string base =
      file.stem().string() +
      (made_for(project, overlay) ? k_thresholds : "_" + fs::path(overlay).stem().string());
  const auto& taken = copy.criteria->overlays;
  std::string stem = base;
  for (int number = 2;; ++number) {
    std::string name = own_name(file, stem, ".toml", project);
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
    stem = base + "_" + std::to_string(number);
  }
}

/// As changed, else as on the disk; nothing where there is no file.
std::optional<std::string> overlay_now(const model::Project& project, const std::string& overlay) {
  const auto& changed = project.criteria->changed_overlays;
  const auto found = changed.find(overlay);
  return found == changed.end() ? read_text(resolve(project, overlay)) : found->second.text;
}

/// Paths, and the folder they are written from.
model::Project with_paths_for(const model::Project& project, const fs::path& file) {
  const fs::path to = fs::absolute(file).lexically_normal().parent_path();
  const fs::path from = fs::absolute(project.file).lexically_normal().parent_path();
  return to == from ? project : moved_project(project, to);
}

}  // namespace

bool is_same_file(const fs::path& a, const fs::path& b) {
  return a == b || (!a.empty() && !b.empty() && whole_path(a) == whole_path(b));
}

std::string own_name(const fs::path& file, const std::string& stem, const std::string& extension,
                     const model::Project& from) {
  const std::vector<fs::path> to_replace = written_files_of(file);
  const std::vector<fs::path> to_keep = written_files(from);
  for (int number = 1;; ++number) {
    std::string name = stem;
    if (number > 1) name.append("_").append(std::to_string(number));
    name += extension;
    const fs::path path = whole_path(file.parent_path() / name);
    std::error_code ignored;
    const bool replaced = is_among_files(to_replace, path) && !is_among_files(to_keep, path);
    if (replaced || !fs::exists(path, ignored)) return name;
  }
}

model::Project copied_project(const model::Project& project, const fs::path& file) {
  model::Project out = with_paths_for(project, file);
  out.aliases.clear();
  out.edits.clear();
  out.confirmed_names.clear();
  if (!project.criteria) return out;
  out.criteria->changed_overlays.clear();
  for (std::size_t i = 0; i < project.criteria->overlays.size(); ++i) {
    const std::string& overlay = project.criteria->overlays[i];
    if (!to_be_copied(project, overlay)) continue;
    const std::string own = own_overlay(project, overlay, out, file);
    out.criteria->overlays[i] = own;
    out.criteria->changed_overlays[own] = {overlay_now(project, overlay).value_or(std::string()),
                                           read_text(file.parent_path() / own).value_or(std::string())};
  }
  return out;
}

model::Project state_of_copy(const model::Project& other, const model::Project& before,
                             const model::Project& saved) {
  model::Project out = with_paths_for(other, saved.file);
  out.file = saved.file;
  out.aliases = saved.aliases;
  out.edits = saved.edits;
  if (!other.criteria || !before.criteria || !saved.criteria) return out;
  auto& changed = out.criteria->changed_overlays;
  changed.clear();
  const auto& named = before.criteria->overlays;
  for (std::size_t i = 0; i < other.criteria->overlays.size(); ++i) {
    const std::string& overlay = other.criteria->overlays[i];
    const bool changed_here = other.criteria->changed_overlays.contains(overlay);
    const auto at = std::find(named.begin(), named.end(), overlay);
    std::string& name = out.criteria->overlays[i];
    if (at != named.end()) name = saved.criteria->overlays[static_cast<std::size_t>(at - named.begin())];
    if (const auto own = saved.criteria->changed_overlays.find(name);
        own != saved.criteria->changed_overlays.end()) {
      const std::string& on_disk = own->second.text;
      const std::string content = overlay_now(other, overlay).value_or(on_disk);
      if (content != on_disk) changed[name] = {content, on_disk};
    } else if (changed_here) {
      model::Project taken = out;
      taken.criteria->overlays.insert(taken.criteria->overlays.end(), saved.criteria->overlays.begin(),
                                      saved.criteria->overlays.end());
      name = own_overlay(other, overlay, taken, saved.file);
      changed[name] = {other.criteria->changed_overlays.at(overlay).text, std::string()};
    }
  }
  return out;
}

}  // namespace ntmap::app
