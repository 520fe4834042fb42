#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// The types of units ("Phường", "Thị trấn") that a second field of names says, one a row: "Phường Thành Sen"
/// beside the name "Thành Sen". Empty where no field holds a type and that name in nine tenths of the rows,
/// or the field of names says the types itself. Told as join.types-found (note).
std::vector<std::string> types_in_full_names(const model::Table& table, const std::string& name_field,
                                             base::Findings& findings);

}  // namespace ntmap::app
