#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/grid_reader.hpp"

namespace ntmap::io {

/// The names that a header gives its columns, and the first row after it.
struct Header {
  std::size_t top = 0;    ///< index of its uppermost row
  std::size_t after = 0;  ///< index of the row after its lowest
  std::vector<std::string> names;
};

/// The header around the row in which it was found. Official forms have headers of two or three rows under
/// merged cells ("Năm 2024" over "Hộ nghèo" over "Số hộ"): names are put together, "above – below". With
/// `climb` the rows above are taken for it where they end in the row found: a cell merged down into it, or
/// two or more merged across its columns and nothing over the first.
Header header_at(const Grid& grid, std::size_t found, bool climb);

/// The header of these rows, whatever stands around them.
Header header_between(const Grid& grid, std::size_t top, std::size_t last);

/// A word or a year: what names a column, and no figure.
bool is_column_name(const Cell& cell);

/// True for a row that numbers the columns, as official forms do under their header: "(1) (2) (3)", "A B 1
/// 2", "1 2 3=2/1*100". Bare numbers must fill all the columns, or a first row of data could be taken for it.
bool numbers_columns(const std::vector<Cell>& row, std::size_t columns);

/// True for a row under the header that says only in what the columns are measured: "(hộ) (%)", "ha hộ".
bool names_measures(const std::vector<Cell>& row);

/// A cell as it is written; whole numbers without ".0".
std::string cell_text(const Cell& cell);

}  // namespace ntmap::io
