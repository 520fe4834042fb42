#pragma once

#include <string>
#include <string_view>

#include "model/project.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// An id that no theme of the project has: `wanted` as the program writes ids (small letters without marks,
/// digits and hyphens), with a number behind it where it is taken.
std::string free_theme_id(const model::Project& project, std::string_view wanted);

/// A copy of the theme under an id and a title of its own. Requires that the theme is there.
model::Theme copy_of_theme(const model::Project& project, const std::string& theme);

/// A theme of numbers for an indicator, with the usual classes and its decimals; titled as the indicator
/// unless a title is given. Requires that the indicator is there.
model::Theme new_theme(const model::Project& project, const std::string& indicator, const base::Text& title);

}  // namespace ntmap::app
