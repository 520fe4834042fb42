#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/table.hpp"

namespace ntmap::io {

/// The rows that the first of these columns that is an outline numbers as heads of others: "I" above 1, 2, 3;
/// "2" above 2.1 and 2.2. None where no column is one. `columns` are those in front of the names.
std::vector<std::size_t> outline_heads(std::span<const model::Column> columns);

/// The column that counts the rows from `begin` to `end`: 1, 2, 3 …, perhaps anew in each group and with
/// rows left out. Null where none does.
const model::Column* counting_column(const model::Table& table, std::size_t begin, std::size_t end);

}  // namespace ntmap::io
