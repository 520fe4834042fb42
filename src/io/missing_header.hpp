#pragma once

#include <cstddef>
#include <vector>

#include "io/grid_reader.hpp"

namespace ntmap::io {

/// Whether the row where a header is looked for is a row of data like those below it: a code of the same
/// make ("18073" above "18076"), a running number that goes on below, a name with its type above such names
/// ("Xã Kỳ Anh"), a word that stands again in its column ("Đạt"). Never where one of its words says what a
/// column holds ("Tên xã") or stands above figures. False, too, where nothing shows it: a name alone
/// ("Kỳ Anh") may be anything here.
///
/// Texts may be in any encoding; words are known in UTF-8 and without marks.
bool is_row_of_data(const Grid& grid, std::size_t at);

/// How many cells of the row say what a column holds: "Tên xã", "Số hộ", "ma_xa".
std::size_t count_headings(const std::vector<Cell>& row);

/// Whether the row names the first columns of those below it and is blank above the others, which hold no
/// figures: a header whose last names were left out.
bool names_first_columns(const Grid& grid, std::size_t at);

}  // namespace ntmap::io
