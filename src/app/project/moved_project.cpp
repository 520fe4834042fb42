#include "app/project/moved_project.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "app/project/project_file.hpp"
#include "app/project/project_paths.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

/// PATH[:part] from `project`'s folder as it is written in `folder`.
std::string moved(const model::Project& project, const std::string& path, const fs::path& folder) {
  const io::SourcePath source = io::split_source(path);
  const fs::path whole = fs::absolute(resolve(project, source.path)).lexically_normal();
  const fs::path below = whole.lexically_relative(folder);
  const bool inside = !below.empty() && *below.begin() != "..";
  return (inside ? below.string() : whole.string()) + (source.part.empty() ? "" : ":" + source.part);
}

std::vector<std::string> all_paths(const model::Project& project) {
  std::vector<std::string> paths;
  for_paths(project, [&](const std::string& path) { paths.push_back(path); });
  return paths;
}

void patch_criteria(ProjectPatch& patch, const model::CriteriaSource& before,
                    const model::CriteriaSource& after) {
  TomlKeys keys;
  if (before.figures != after.figures) keys.emplace_back("figures", toml_text(after.figures));
  if (before.sets != after.sets) keys.emplace_back("sets", toml_list(after.sets));
  if (before.overlays != after.overlays) keys.emplace_back("overlays", toml_list(after.overlays));
  patch.change_section("criteria", keys);
}

void patch_programme(ProjectPatch& patch, const model::Programme& before, const model::Programme& after) {
  TomlKeys keys;
  for (const auto& [key, file] : k_programme_files) {
    if (before.*file != after.*file) keys.emplace_back(key, toml_text(after.*file));
  }
  patch.change_section("programme", keys);
}

}  // namespace

model::Project moved_project(const model::Project& project, const fs::path& folder) {
  model::Project out = project;
  const fs::path to = fs::absolute(folder).lexically_normal();
  for_paths(out, [&](std::string& path) { path = moved(project, path, to); });
  if (!project.aliases.empty()) out.aliases = moved(project, project.aliases, to);
  if (!project.edits.empty()) out.edits = moved(project, project.edits, to);
  out.folder = folder.string();
  return out;
}

void patch_moved_paths(ProjectPatch& patch, const model::Project& before, const model::Project& after) {
  for (std::size_t i = 0; i < after.crosswalks.size(); ++i) {
    const std::vector<std::string>& files = after.crosswalks[i].files;
    if (files != before.crosswalks[i].files)
      patch.change_nth("crosswalks", i,
                       {{"file", files.size() == 1 ? toml_text(files.front()) : toml_list(files)}});
  }
  if (before.criteria && after.criteria) patch_criteria(patch, *before.criteria, *after.criteria);
  if (before.programme && after.programme) patch_programme(patch, *before.programme, *after.programme);
}

bool same_paths(const model::Project& a, const model::Project& b) {
  return all_paths(a) == all_paths(b);
}

}  // namespace ntmap::app
