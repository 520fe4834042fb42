#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/data/join_table.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Whether a table that is of one period is of this one; no period asked for is any.
bool is_of_period(const model::TableSource& source, const std::string& period);

/// The unit of each row that is of the period; k_no_unit for the others.
std::vector<std::uint32_t> units_then(const TableJoin& join, const model::Table& rows,
                                      const model::TableSource& source, const std::string& period);

}  // namespace ntmap::app
