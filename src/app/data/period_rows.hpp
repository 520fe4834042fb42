#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/data/join_table.hpp"
#include "app/data/names_beside_codes.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Whether a table that is of one period is of this one; no period asked for is any.
bool is_of_period(const model::TableSource& source, const std::string& period);

/// The unit of each row that is of the period; k_no_unit for the others.
std::vector<std::uint32_t> units_then(const TableJoin& join, const model::Table& rows,
                                      const model::TableSource& source, const std::string& period);

/// The rows of a project's table joined to the units of a vintage. Of a table that is joined by code alone,
/// rows whose names contradict their codes are set aside (names_beside_codes); in a table with a field of
/// periods those of the vintage's periods.
TableJoin join_source(const model::Project& project, const model::TableSource& source, const Units& units,
                      const model::Table& table, const names::AliasBook& aliases);

/// What has to be known to compare the names and codes of such a table.
NamesQuestion names_question(const model::Project& project, const model::TableSource& source,
                             const std::string& vintage, const model::Table& table);

}  // namespace ntmap::app
