#pragma once

#include <filesystem>
#include <optional>

namespace ntmap::app {

/// The sample project, looked for from the program's own file upwards: installed
/// (share/ntmap/gis_data/hatinh.toml) and in a checkout (gis_data/hatinh.toml). Nothing where it is not.
std::optional<std::filesystem::path> sample_project();
std::optional<std::filesystem::path> sample_project(const std::filesystem::path& program);

}  // namespace ntmap::app
