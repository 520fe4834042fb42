#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "io/grid_reader.hpp"

namespace ntmap::io {

/// True for what stands in the block that closes an official table: who made it, who signs it ("TM. UBND
/// HUYỆN", "NGƯỜI LẬP BIỂU", "CHỦ TỊCH"), where and when ("Hà Tĩnh, ngày 12 tháng 12 năm 2025"), notes.
/// UTF-8, with its marks.
bool is_closing_label(std::string_view text);

/// The index of the first row of the closing block of a table whose rows begin at `first`; the count of rows
/// where there is none. The block is short, ends the table and holds no figures.
std::size_t closing_block(const std::vector<std::vector<Cell>>& rows, std::size_t first);

/// The index behind the block of signatures that begins at row `at` of a table from `first` and stands before
/// more of its rows, as where several small tables follow one another: up to the next row with a figure,
/// titles and all. `at` where no such block begins there. Where the table has no figures, or none is near,
/// the one row that says who signs or when.
std::size_t behind_inner_block(const std::vector<std::vector<Cell>>& rows, std::size_t first, std::size_t at);

}  // namespace ntmap::io
