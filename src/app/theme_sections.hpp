#pragma once

#include <optional>

#include "app/config_section.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// The keys of a theme (or of its [themes.second]) that say how values become classes and colours.
model::Classification read_classification(ConfigSection& section);

/// A theme's [themes.second]; nothing when it has none.
std::optional<model::SecondVariable> read_second(ConfigSection& theme);

/// A theme's [themes.mark]; nothing when it has none. Refuses one that marks nothing.
std::optional<model::ThemeMark> read_mark(ConfigSection& theme);

}  // namespace ntmap::app
