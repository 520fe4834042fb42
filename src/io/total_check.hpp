#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/finding.hpp"
#include "io/grid_reader.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// A total row that was left out of a table.
struct TotalRow {
  std::size_t above = 0;    ///< how many of the table's rows stand above it
  std::uint32_t row = 0;    ///< in the file, from 1
  base::Text place;         ///< the same in words
  std::vector<Cell> cells;  ///< one for each column of the table
};

/// Adds up what total rows say (table.total-differs, warning): a wrong figure or a row that is missing shows
/// there. A total may be that of all rows, of those above it since any total before, or of those below it up
/// to any total behind: subtotals are sums of rows, never added themselves. A total that is none of these is
/// told with the sum of its own rows: for a subtotal ("Cộng huyện …", or any total but the outermost) those
/// since the subtotal before, for the others all. What is no more than the biggest row is no sum (a mean, a
/// share) and is not compared, nor is a sum of rows of which some have no figure.
///
/// Rows that head others ("I" above 1, 2, 3; "Huyện …") are subtotals too where most of them are the sum of
/// theirs. A total that is the sum of the subtotals as they stand is right: of a wrong one, itself is told.
void check_totals(const model::Table& table, const std::vector<TotalRow>& totals, base::Findings& findings);

}  // namespace ntmap::io
