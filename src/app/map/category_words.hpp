#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// The words as the theme's categories write them: "Ðạt", "đạt" and "dat" are its "Đạt". A word that is two
/// categories without its marks, or none, stays as it is.
std::vector<std::string> words_of_list(std::span<const std::string> words,
                                       std::span<const model::ThemeCategory> categories);

/// classes.word-not-listed, a warning: words that are no category, with the rows they stand in.
base::Findings words_not_listed(const Figures& figures, std::span<const model::ThemeCategory> categories,
                                std::string_view theme);

}  // namespace ntmap::app
