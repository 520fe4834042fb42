#pragma once

#include <cstddef>

#include "base/finding.hpp"
#include "base/text.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Where a row of the table stands in its file: "dòng 7", or "trang “Kỳ Anh”, dòng 7" where the table was
/// put together from sheets.
base::Text row_place(const model::Table& table, std::size_t row);

/// The finding with the file and place of that row.
base::Finding at_row(const model::Table& table, std::size_t row, base::Finding finding);

}  // namespace ntmap::app
