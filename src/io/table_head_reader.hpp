#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "io/column_measures.hpp"
#include "io/grid_reader.hpp"
#include "io/table_shape_reader.hpp"

namespace ntmap::io {

/// What the top of a sheet says of the table under it.
struct TableHead {
  std::uint32_t row = 0;           ///< the header's in the file, from 1; 0 where the table has none
  std::size_t first = 0;           ///< index of the first row after it
  std::vector<std::string> names;  ///< of the columns, each another; empty: a column without name and cells
  std::vector<std::vector<std::string>> levels;  ///< what each row of the header says
  std::vector<std::string> titles;               ///< the words of each row above the header
  std::size_t cells = 0;                         ///< of the header's widest row, blank ones included
  Measures measures;                             ///< of the columns of the grid
};

/// Finds the header, as shape_table() says, and calls the columns. The grid is made ready for its rows: texts
/// merged over rows stand on each of them, and the block of signatures that closes the table is gone.
/// Findings say what was taken for the header and left out around it. Throws Error{usage} where `header_row`
/// does not exist, Error{data} where no row can be the header, or it is open which cells name which columns.
TableHead read_table_head(Grid& grid, const ShapeOptions& options, const std::string& file,
                          base::Findings& findings);

}  // namespace ntmap::io
