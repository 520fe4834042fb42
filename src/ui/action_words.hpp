#pragma once

#include <string_view>
#include <vector>

namespace ntmap::ui {

/// Other words that people look for an action by, in both languages, for the command palette; empty for an
/// action whose name says it all.
std::string_view other_words(std::string_view action);

/// The actions that have any.
std::vector<std::string_view> actions_with_other_words();

}  // namespace ntmap::ui
