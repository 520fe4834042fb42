#pragma once

#include <string>

#include "base/text.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What people read for a word of an indicator of words: the label of the first category theme that shows it,
/// as its legend has it. Without one the meaning of the words that the program itself makes (verdicts,
/// standings, "pending", "still_not"...: docs/project-file.md); any other word as it is.
base::Text word_label(const model::Project& project, const model::Indicator& indicator,
                      const std::string& word);

}  // namespace ntmap::app
