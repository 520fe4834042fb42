#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/data/join_table.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// A joined table with the values that a person changed in place of the source's.
struct EditedTable {
  std::shared_ptr<const model::Table> table;
  std::shared_ptr<const TableJoin> join;                     ///< one entry a row of that table
  std::vector<std::pair<std::string, std::uint32_t>> cells;  ///< field and unit of each change
  base::Findings findings;                                   ///< edits that found no place
};

/// Puts the edits of this table and period in place. A unit without a row gets one. An edit whose unit or
/// field is not there becomes a finding ("edits.no-place"). Without edits the table is shared, not copied.
EditedTable edited_table(const Units& units, const model::TableSource& source, const std::string& period,
                         std::shared_ptr<const model::Table> table, std::shared_ptr<const TableJoin> join,
                         const std::vector<model::ValueEdit>& edits);

}  // namespace ntmap::app
