#pragma once

#include <string>

#include "app/project/direct_project.hpp"
#include "model/areas.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Boundaries and areas named on the command line, without a project file.
struct DirectCoverage {
  DirectInput units;            ///< boundaries with their fields; no table
  model::AreaSource areas;      ///< `file` is required; the id is filled in
  model::WeightSource weights;  ///< `file` may be empty: by area only
  model::HectareKind hectares = model::HectareKind::geodesic;
};

/// The id of the only [[areas]] of such a project.
inline constexpr const char* k_direct_areas = "areas";

/// A project with one layer of areas, whose map stays in the boundaries' own coordinate system. Opens no
/// file. Throws Error{usage} for what is missing.
model::Project direct_coverage_project(const DirectCoverage& input);

}  // namespace ntmap::app
