#pragma once

#include <string>

#include "base/finding.hpp"
#include "io/column_measures.hpp"
#include "io/grid_reader.hpp"
#include "model/table.hpp"

namespace ntmap::io {

struct ShapeOptions {
  int header_row = 0;       ///< from 1; 0: find it
  bool lettered = false;    ///< name cells "B7", as spreadsheets do
  bool check_width = true;  ///< rows with fewer or more cells than the header are findings (CSV)
  bool commas = false;      ///< cells are divided by commas: decimal commas may have cut figures in two
};

/// Makes a table of a sheet. The header is the first row that fills at least 60 % of the columns that
/// rows usually fill, with the levels above and under it that merged cells tie to it (header_rows.hpp); rows
/// above it (titles), rows that only number the columns or name their measures, and total rows are left out
/// and named; blank rows and nameless empty columns go silently. A text cell merged over rows is repeated on
/// each of them; a figure merged so is the first row's, and told.
/// Spreadsheet errors ("#DIV/0!") become no data, each named.
/// `measures`, where asked for, says in what the columns are measured.
/// Throws Error{data} when the sheet is empty or `header_row` does not exist.
model::Table shape_table(Grid grid, const ShapeOptions& options, const std::string& file,
                         base::Findings& findings, Measures* measures = nullptr);

}  // namespace ntmap::io
