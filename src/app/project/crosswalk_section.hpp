#pragma once

#include <string>
#include <vector>

#include "app/project/config_section.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The [[crosswalks]] of a project file. Throws Error with file, line and key.
std::vector<model::CrosswalkSource> read_crosswalk_sections(ConfigSection& root);

/// The `carry` of an indicator: a word of carry_words(), or empty. Throws Error naming the nearest.
std::string read_carry_word(ConfigSection& indicator);

/// "sum", "mean", "min", "max", "all_met", "any".
const std::vector<std::string>& carry_words();

}  // namespace ntmap::app
