#pragma once

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// Rows that say in every column what an earlier row says (table.row-repeated, warning): copied twice, or a
/// file appended twice. Their figures agree, so that nothing else would notice. A column that only counts the
/// rows (STT) is left out of account, and so are rows with fewer than two filled cells.
void check_repeated_rows(const model::Table& table, base::Findings& findings);

}  // namespace ntmap::io
