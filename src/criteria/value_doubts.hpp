#pragma once

#include <cstdint>
#include <span>

#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// What only shows where a column is seen whole; the figures are read as they stand, and each doubt is a
/// warning with its rows:
///   values.fraction: of the percentages most are 20 and more, and a few lie in 0 to 1 (0,95 for 95 %), or
///   all lie there
///     and more is better;
///   values.tick: "x" beside cells that say Đạt and Chưa đạt. It is read as Đạt, and may have meant the
///   other.
///   values.beyond-scale: more than ColumnSpec::doubtful_above, a score of 120 or a level of 9999.
/// Only rows of units count (`unit_of_row` below their number); `read` has the figures read from them.
void find_doubts(const model::Table& table, const model::Column& column, const ColumnSpec& spec,
                 std::span<const std::uint32_t> unit_of_row, const ValueColumn& read,
                 base::Findings& findings);

}  // namespace ntmap::criteria
