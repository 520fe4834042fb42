#include "io/header_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "io/number_reader.hpp"
#include "model/number_text.hpp"

namespace ntmap::io {
namespace {

using Row = std::vector<Cell>;

bool is_text(const Row& row, std::size_t column) {
  return column < row.size() && row[column].kind == CellKind::text;
}

bool is_filled(const Row& row, std::size_t column) {
  return column < row.size() && row[column].kind != CellKind::empty;
}

bool lies_across(const Merge& merge, std::uint32_t row) {
  return merge.first_row == row && merge.last_row == row && merge.last_column > merge.first_column;
}

bool follow(const Grid& grid, std::size_t above, std::size_t below) {
  return below < grid.rows.size() && grid.row_number[below] == grid.row_number[above] + 1;
}

/// True when a merge spreads a cell of this row over several columns, with names under it.
bool has_row_below(const Grid& grid, std::size_t at) {
  if (!follow(grid, at, at + 1)) return false;
  const Row& below = grid.rows[at + 1];
  const bool data = !below.empty() && below.front().kind == CellKind::number;  // it has a running number
  return !data && std::any_of(grid.merges.begin(), grid.merges.end(), [&](const Merge& merge) {
    return lies_across(merge, grid.row_number[at]) && merge.last_column <= below.size() &&
           is_column_name(below[merge.first_column - 1]);
  });
}

/// True when the row above is a level of the same header, not a title.
bool is_level_above(const Grid& grid, std::size_t at) {
  if (at == 0 || !follow(grid, at - 1, at)) return false;
  const std::uint32_t above = grid.row_number[at - 1];
  const auto spread = std::count_if(grid.merges.begin(), grid.merges.end(), [&](const Merge& merge) {
    if (!lies_across(merge, above) || !is_text(grid.rows[at - 1], merge.first_column - 1)) return false;
    for (std::uint32_t column = merge.first_column; column <= merge.last_column; ++column) {
      const bool covered = std::any_of(grid.merges.begin(), grid.merges.end(), [&](const Merge& other) {
        return lies_across(other, above + 1) && other.first_column <= column && column <= other.last_column;
      });
      if (!covered && !is_filled(grid.rows[at], column - 1)) return false;
    }
    return true;
  });
  const bool reaches_down = std::any_of(grid.merges.begin(), grid.merges.end(), [&](const Merge& merge) {
    return merge.first_row == above && merge.last_row > above &&
           is_text(grid.rows[at - 1], merge.first_column - 1);
  });
  return spread > 0 && (reaches_down || (spread > 1 && !is_filled(grid.rows[at - 1], 0)));
}

/// The texts of one level; with `spread` each over all the columns that it is merged across.
std::vector<std::string> level_texts(const Grid& grid, std::size_t at, bool spread) {
  std::vector<std::string> texts;
  for (const Cell& cell : grid.rows[at]) texts.push_back(cell_text(cell));
  if (!spread) return texts;
  for (const Merge& merge : grid.merges) {
    if (merge.first_row != grid.row_number[at]) continue;
    texts.resize(std::max<std::size_t>(texts.size(), merge.last_column));
    for (std::uint32_t c = merge.first_column; c < merge.last_column; ++c) {
      if (texts[c].empty()) texts[c] = texts[merge.first_column - 1];
    }
  }
  return texts;
}

/// The expected number, with or without brackets, alone or with the formula behind it.
bool is_numbered(std::string_view word, int expected) {
  if (word.starts_with('(')) word.remove_prefix(1);
  const std::string number = std::to_string(expected);
  if (!word.starts_with(number)) return false;
  word.remove_prefix(number.size());
  if (word.starts_with(')')) word.remove_prefix(1);
  word = trimmed(word);
  return word.empty() || word.starts_with('=');
}

}  // namespace

Header header_at(const Grid& grid, std::size_t found, bool climb) {
  std::size_t top = found;
  while (climb && is_level_above(grid, top)) --top;
  std::size_t last = found;
  while (has_row_below(grid, last)) ++last;
  return header_between(grid, top, last);
}

Header header_between(const Grid& grid, std::size_t top, std::size_t last) {
  Header out{.top = top, .after = last + 1, .names = {}};
  for (std::size_t level = top; level <= last; ++level) {
    const std::vector<std::string> texts = level_texts(grid, level, level < last);
    out.names.resize(std::max(out.names.size(), texts.size()));
    for (std::size_t c = 0; c < texts.size(); ++c) {
      std::string& name = out.names[c];
      // A cell merged over several levels stands in each of them.
      const bool repeated = name == texts[c] || name.ends_with(" – " + texts[c]);
      if (texts[c].empty() || repeated) continue;
      name += (name.empty() ? "" : " – ") + texts[c];
    }
  }
  return out;
}

bool is_column_name(const Cell& cell) {
  constexpr double k_first_year = 1990;
  constexpr double k_last_year = 2100;
  if (cell.kind == CellKind::empty) return false;
  const NumberText read = parse_number_text(cell.kind == CellKind::text ? cell.text : cell_text(cell));
  if (cell.kind == CellKind::text && read.shape == NumberShape::word) return true;
  const double year = read.shape == NumberShape::plain ? number_value(read, '.') : 0;
  return year >= k_first_year && year <= k_last_year;
}

bool numbers_columns(const Row& row, std::size_t columns) {
  int expected = 1;
  std::size_t cells = 0;
  bool bracketed = true;
  bool formula = false;
  for (const Cell& cell : row) {
    if (cell.kind == CellKind::empty) continue;
    ++cells;
    const std::string written = cell_text(cell);
    const std::string_view word = written;
    const std::string_view inner = word.size() == 3 && word.front() == '(' ? word.substr(1, 1) : word;
    bracketed = bracketed && word.front() == '(' && word.find(')') != std::string_view::npos;
    if (inner.size() == 1 && inner[0] >= 'A' && inner[0] <= 'Z') continue;
    if (!is_numbered(word, expected)) return false;
    formula = formula || word.find('=') != std::string_view::npos;
    ++expected;
  }
  if (expected < 3 || cells < 3) return false;
  return bracketed || formula || (cells >= 4 && cells == columns);
}

bool names_measures(const Row& row) {
  static constexpr auto k_measures = std::to_array<std::string_view>(
      {"%",          "ha",         "m",    "m2",    "m²",         "m3",         "m³", "km",
       "km2",        "km²",        "hộ",   "người", "khẩu",       "tấn",        "tạ", "kg",
       "đồng",       "triệu đồng", "tr.đ", "trđ",   "tỷ đồng",    "nghìn đồng", "xã", "thôn",
       "công trình", "Ha",         "Hộ",   "Người", "Triệu đồng", "Tỷ đồng",    "Km", "Tấn"});
  constexpr std::size_t k_longest = 40;
  std::size_t cells = 0;
  std::size_t known = 0;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const Cell& cell = row[column];
    if (cell.kind == CellKind::empty) continue;
    if (cell.kind != CellKind::text || column == 0) return false;
    ++cells;
    std::string_view word = trimmed(cell.text);
    const bool bracketed =
        word.size() > 2 && word.front() == '(' && word.back() == ')' && word.size() <= k_longest;
    if (bracketed) word = trimmed(word.substr(1, word.size() - 2));
    const bool measure = std::find(k_measures.begin(), k_measures.end(), word) != k_measures.end();
    if (!measure && !bracketed) return false;
    known += measure ? 1U : 0U;
  }
  return cells > 0 && known * 2 >= cells;
}

std::string cell_text(const Cell& cell) {
  return cell.kind == CellKind::number ? model::number_text(cell.number) : cell.text;
}

}  // namespace ntmap::io
