#include "io/grid_rows.hpp"

#include <algorithm>

#include "io/header_rows.hpp"
#include "io/number_reader.hpp"

namespace ntmap::io {

using base::text;

std::size_t filled_cells(const std::vector<Cell>& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const Cell& cell) { return cell.kind != CellKind::empty; }));
}

bool holds_figure(const Cell& cell) {
  if (cell.kind != CellKind::text) return cell.kind == CellKind::number;
  const NumberText read = parse_number_text(cell.text);
  return read.percent || (read.shape != NumberShape::plain && read.shape != NumberShape::no_data &&
                          read.shape != NumberShape::word);
}

std::string row_text(const std::vector<Cell>& row) {
  std::string out;
  for (const Cell& cell : row) {
    if (cell.kind != CellKind::empty) out += (out.empty() ? "" : " | ") + cell_text(cell);
  }
  return out;
}

std::string row_words(const std::vector<Cell>& row) {
  std::string out;
  for (const Cell& cell : row) {
    if (cell.kind == CellKind::empty) continue;
    if (!out.empty()) out += ' ';
    out += cell_text(cell);
  }
  return out;
}

std::string rows_text(const Grid& grid, std::size_t from, std::size_t to) {
  std::string words;
  for (std::size_t i = from; i < to; ++i) {
    if (filled_cells(grid.rows[i]) > 0) words += (words.empty() ? "" : " / ") + row_text(grid.rows[i]);
  }
  return words;
}

base::Text row_place(const Grid& grid, std::size_t index) {
  const base::Text row = text("dòng {}", "row {}", {std::to_string(grid.row_number[index])});
  return grid.sheet.empty() ? row : text("trang “{}”, {}", "sheet “{}”, {}", {grid.sheet, row});
}

std::size_t row_index(const Grid& grid, std::uint32_t row) {
  const auto at = std::lower_bound(grid.row_number.begin(), grid.row_number.end(), row);
  return at == grid.row_number.end() || *at != row ? grid.rows.size()
                                                   : static_cast<std::size_t>(at - grid.row_number.begin());
}

}  // namespace ntmap::io
