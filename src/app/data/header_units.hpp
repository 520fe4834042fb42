#pragma once

#include <optional>
#include <string>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Tells where the column of names is headed by the name of a unit (table.header-is-unit, error): the table
/// has no header, and its first row was taken for one. Nothing where it is not, or where the header was not
/// in a row of the file.
std::optional<base::Finding> header_is_unit(const model::Table& table, const std::string& name_field,
                                            const names::UnitMatcher& matcher);

}  // namespace ntmap::app
