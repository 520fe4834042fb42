#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/project.hpp"

namespace ntmap::app {

/// The files that a project rests on, relative to its folder, each once, sorted: the project file itself,
/// boundaries (with all files of a shapefile), tables, crosswalks, areas, weights, criteria, programme and
/// confirmed names. Files that
/// are not there are left out.
std::vector<std::string> source_files(const model::Project& project);

/// SHA-256 of a file's bytes. Throws Error{io} when it cannot be read.
std::string file_sha256(const std::filesystem::path& path);

/// Throws Error{usage} when a file that is about to be written is that source, by whatever path.
void refuse_source(const std::filesystem::path& source, const std::filesystem::path& target);

/// Throws Error{usage} when a file that is about to be written is one that the project reads, values changed
/// by hand included.
void refuse_source(const model::Project& project, const std::filesystem::path& target);

/// Throws Error{usage} when a project is about to be written over a file that is none (a set of criteria, a
/// file of thresholds).
void refuse_no_project(const std::filesystem::path& target);

}  // namespace ntmap::app
