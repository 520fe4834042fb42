#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::io {

/// How many cells of a row hold something.
std::size_t filled_cells(const std::vector<Cell>& row);

/// A number, or a text that is one by its decimals or percent sign; digits alone may be a code.
bool holds_figure(const Cell& cell);

/// The row's cells as they are written: "1 | Kỳ Anh | 98.5".
std::string row_text(const std::vector<Cell>& row);

/// The words of a row, one after another: "ỦY BAN NHÂN DÂN HUYỆN Kỳ Anh".
std::string row_words(const std::vector<Cell>& row);

/// The texts of the rows from one index up to another, blank ones aside.
std::string rows_text(const Grid& grid, std::size_t from, std::size_t to);

/// Where the row of that index stands: "dòng 7", "trang “Kỳ Anh”, dòng 7".
base::Text row_place(const Grid& grid, std::size_t index);

/// The index of a row of the file, from 1, in the grid; the count of rows where it is not there.
std::size_t row_index(const Grid& grid, std::uint32_t row);

}  // namespace ntmap::io
