#pragma once

#include <cstddef>
#include <optional>

#include "io/grid_reader.hpp"

namespace ntmap::io {

/// Rows of a sheet, by their index in the grid, that are one header of several levels.
struct HeadingStack {
  std::size_t top = 0;
  std::size_t last = 0;
  bool decided = true;  ///< false: which names belong together cannot be told without merged cells
};

/// Finds a header of several rows whose cells are not merged, as a CSV file has it: words, years or column
/// numbers ("1, 2, 3", "1.1, 1.2") under cells that are blank to the right, in rows that say nothing (or the
/// same again) where the header names the units. Nothing where merged cells already say it all.
///
/// Not decided where a name of the lowest row stands left of the group that it seems to belong to, as under
/// a title centred over its columns by hand.
std::optional<HeadingStack> find_heading_stack(const Grid& grid);

/// Finds such a header where cells that were merged say the same in each column ("Hộ nghèo | Hộ nghèo" over
/// "Số hộ | Tỷ lệ"), in rows up to `last_top`, and leaves its name in the first cell only; changes nothing
/// where there is none.
std::optional<HeadingStack> find_repeated_headings(Grid& grid, std::size_t last_top);

/// Merges the cells of the header as its author would have: an upper cell reaches right over blanks up to the
/// next one where the rows below go on, and down where nothing stands below it. False where merged cells say
/// all of this already.
bool merge_headings(Grid& grid, const HeadingStack& stack);

/// Whether the row `at` under a header says neither who it is about nor a figure, but words where the rows
/// below have figures: most likely names of columns that nothing ties to those above.
bool may_be_heading(const Grid& grid, std::size_t at);

/// Whether the row `at` reads like the rows below it, figures for figures and words for words: a first row of
/// data. False where there are no figures.
bool reads_like_data(const Grid& grid, std::size_t at);

/// Whether the row holds two names or more and nothing else.
bool names_only(const std::vector<Cell>& row);

}  // namespace ntmap::io
