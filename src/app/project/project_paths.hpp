#pragma once

#include <array>
#include <string>
#include <utility>

#include "model/project.hpp"

namespace ntmap::app {

/// The keys of [programme] that name files.
inline constexpr std::array<std::pair<const char*, std::string model::Programme::*>, 8> k_programme_files{{
    {"rules", &model::Programme::rules},
    {"recognitions", &model::Programme::recognitions},
    {"exclusions", &model::Programme::exclusions},
    {"traits", &model::Programme::traits},
    {"departments", &model::Programme::departments},
    {"sponsors", &model::Programme::sponsors},
    {"products", &model::Programme::products},
    {"targets", &model::Programme::targets},
}};

/// Every path that a project names and the program does not write itself, PATH[:part] as written, to be
/// looked at or, where `project` is not const, changed. In a fixed order; never empty.
template <class Project, class Visit>
void for_paths(Project& project, const Visit& visit) {
  const auto one = [&](auto& path) {
    if (!path.empty()) visit(path);
  };
  const auto all = [&](auto& paths) {
    for (auto& path : paths) one(path);
  };
  for (auto& boundaries : project.boundaries) {
    one(boundaries.file);
    all(boundaries.more_files);
  }
  for (auto& table : project.tables) {
    all(table.files);
    for (auto& [period, files] : table.by_period) all(files);
  }
  for (auto& areas : project.areas) one(areas.file);
  for (auto& weights : project.weights) one(weights.file);
  for (auto& crosswalk : project.crosswalks) all(crosswalk.files);
  if (project.criteria) {
    one(project.criteria->figures);
    all(project.criteria->sets);
    all(project.criteria->overlays);
  }
  if (project.programme) {
    for (const auto& [key, file] : k_programme_files) one((*project.programme).*file);
  }
}

}  // namespace ntmap::app
