#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::io {

/// Tells cells that are formatted as percentages in a column whose other numbers are not (0.125 shown as
/// "12,50%" among counts) or count households or people, in these rows of the grid; columns that speak of
/// percentages may hold both.
/// `names` are those of the columns, blank where there is none.
void check_percent_cells(const Grid& grid, const std::vector<std::size_t>& rows,
                         const std::vector<std::string>& names, const std::string& file,
                         base::Findings& findings);

}  // namespace ntmap::io
