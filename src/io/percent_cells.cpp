#include "io/percent_cells.hpp"

#include "io/heading_words.hpp"

namespace ntmap::io {
namespace {

using base::text;

std::string percent_place(const Grid& grid, std::size_t row, std::size_t column) {
  return grid.sheet + "!" + column_letters(column + 1) + std::to_string(grid.row_number[row]);
}

}  // namespace

void check_percent_cells(const Grid& grid, const std::vector<std::size_t>& rows,
                         const std::vector<std::string>& names, const std::string& file,
                         base::Findings& findings) {
  CappedFindings told(findings, base::Severity::warning, "number.percent-sign", file,
                      text("Sửa ô, hoặc định dạng mọi ô của cột như nhau.",
                           "Mend the cell, or format all cells of the column alike."));
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (names[c].empty() || speaks_of_percent(names[c])) continue;
    std::size_t numbers = 0;
    std::vector<std::size_t> percents;
    for (const std::size_t i : rows) {
      if (c >= grid.rows[i].size() || grid.rows[i][c].kind != CellKind::number) continue;
      ++numbers;
      if (grid.rows[i][c].percent) percents.push_back(i);
    }
    const bool counts = counts_people(names[c]);  // no share of anything, even where all cells say so
    if (percents.size() * 2 > numbers && !counts) continue;
    for (const std::size_t i : percents) {
      told.add(
          percent_place(grid, i, c),
          counts
              ? text("ô định dạng phần trăm trong cột đếm “{}”; đã đọc là {}",
                     "the cell is formatted as a percentage in “{}”, which counts; it was read as {}",
                     {names[c], base::short_number(grid.rows[i][c].number)})
              : text("ô định dạng phần trăm, các ô khác của cột “{}” thì không; đã đọc là {}",
                     "the cell is formatted as a percentage, the others of column “{}” are not; it was read "
                     "as {}",
                     {names[c], base::short_number(grid.rows[i][c].number)}));
    }
  }
}

}  // namespace ntmap::io
