#pragma once

#include <optional>
#include <string>

#include "app/project/config_section.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// Reads one [[areas]] section.
model::AreaSource read_area_source(ConfigSection section);

/// Reads one [[weights]] section.
model::WeightSource read_weight_source(ConfigSection section);

/// Reads the keys of an indicator whose `compute` begins with "coverage:"; nothing for any other.
/// Does not finish the section.
std::optional<model::CoverageRule> read_coverage_rule(ConfigSection& section, const std::string& compute);

/// "geodesic" or "crs"; an empty word is geodesic.
std::optional<model::HectareKind> hectare_kind_from(std::string_view word);

}  // namespace ntmap::app
