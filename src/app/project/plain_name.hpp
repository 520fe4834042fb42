#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "model/project.hpp"

namespace ntmap::app {

/// The words of a title in small letters without marks, with their digits, and `between` between them: with
/// '_' "Nông thôn mới tỉnh Hà Tĩnh (2025)" is "nong_thon_moi_tinh_ha_tinh_2025". Whole words are left out at
/// the end where it would have more than `most` letters, a first word that is longer is cut. Empty where
/// there is neither letter nor digit.
std::string plain_name(std::string_view title, char between, std::size_t most = std::string::npos);

/// A name for the project file in that folder that no file there has: the project's own file's, numbered
/// ("hatinh_2.toml"); of a project without a file its title's ("nong_thon_moi_ha_tinh.toml").
std::string free_project_name(const model::Project& project, const std::filesystem::path& folder);

}  // namespace ntmap::app
