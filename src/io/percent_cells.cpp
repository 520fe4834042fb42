#include "io/percent_cells.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace ntmap::io {
namespace {

using base::text;

bool speaks_of_percent(std::string_view name) {
  static constexpr auto k_words = std::to_array<std::string_view>(
      {"%", "ỷ lệ", "ỉ lệ", "Ỷ LỆ", "Ỉ LỆ", "ỷ trọng", "hần trăm", "percent"});
  return std::any_of(k_words.begin(), k_words.end(),
                     [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

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
    if (percents.size() * 2 > numbers) continue;
    for (const std::size_t i : percents) {
      told.add(percent_place(grid, i, c),
               text("ô định dạng phần trăm, các ô khác của cột “{}” thì không; đã đọc là {}",
                    "the cell is formatted as a percentage, the others of column “{}” are not; it was read "
                    "as {}",
                    {names[c], base::short_number(grid.rows[i][c].number)}));
    }
  }
}

}  // namespace ntmap::io
