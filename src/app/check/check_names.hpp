#pragma once

#include "app/data/project_data.hpp"
#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What does not fit together in the names of a list of units:
///   units.type-unknown     a type that is no type of unit, "Xo" (warning)
///   units.district-names   one code of a district with two names, or one name with two codes (warning)
///   units.name-twice       two units of a district with the same type and name (warning)
base::Findings unit_name_findings(const Units& units);

/// Rows of a table with fields of codes and names whose code is one unit's and whose name is another's
/// (names.differ, error) or no unit's (names.unknown, warning). In every period that the table has rows of.
/// Tables joined by code alone are compared where they are joined (names_beside_codes).
base::Findings row_name_findings(ProjectData& data, const model::TableSource& source);

/// Confirmed names whose code is that of no unit, district or province at any date
/// (join.alias-unknown-code, warning).
base::Findings alias_code_findings(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
