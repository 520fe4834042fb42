#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/project/config_section.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// What `kind` of a theme may be.
inline constexpr std::array<std::pair<std::string_view, model::ThemeKind>, 4> k_theme_kinds{{
    {"value", model::ThemeKind::value},
    {"category", model::ThemeKind::category},
    {"bivariate", model::ThemeKind::bivariate},
    {"symbols", model::ThemeKind::symbols},
}};

/// The word that a project file writes; empty for Hatch::none.
std::string_view name_of(model::ThemeKind kind);
std::string_view name_of(model::Hatch hatch);

/// The keys of a theme (or of its [themes.second]) that say how values become classes and colours.
model::Classification read_classification(ConfigSection& section);

/// A theme's [themes.second]; nothing when it has none.
std::optional<model::SecondVariable> read_second(ConfigSection& theme);

/// A theme's [themes.mark]; nothing when it has none. Refuses one that marks nothing.
std::optional<model::ThemeMark> read_mark(ConfigSection& theme);

}  // namespace ntmap::app
