#include "io/stacked_header.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "io/grid_rows.hpp"
#include "io/header_rows.hpp"
#include "io/missing_header.hpp"
#include "io/number_reader.hpp"

namespace ntmap::io {
namespace {

using Row = std::vector<Cell>;

constexpr std::size_t k_rows_for_stack = 60;  ///< rows looked at for the header
constexpr std::size_t k_rows_compared = 200;  ///< rows under it that tell what a column holds

bool has_cell(const Row& row, std::size_t column) {
  return column < row.size() && row[column].kind != CellKind::empty;
}

/// "3" or "1.2" in two parts.
using Number = std::pair<int, int>;

std::optional<Number> number_of(const Cell& cell) {
  const std::string words = cell_text(cell);
  Number out{0, 0};
  const char* const end = words.data() + words.size();
  auto read = std::from_chars(words.data(), end, out.first);
  if (read.ec == std::errc() && read.ptr != end && *read.ptr == '.')
    read = std::from_chars(read.ptr + 1, end, out.second);
  return read.ec == std::errc() && read.ptr == end ? std::optional(out) : std::nullopt;
}

/// Whether what is no name in the row counts: 1, 2, 3 or 1.1, 1.2, 2.1, as criteria are numbered.
bool counts_on(const Row& row) {
  Number last{0, 0};
  std::size_t count = 0;
  for (const Cell& cell : row) {
    if (cell.kind == CellKind::empty || is_column_name(cell)) continue;
    const auto next = number_of(cell);
    if (!next) return false;
    const bool first = count == 0 && (*next == Number{1, 0} || *next == Number{1, 1});
    const bool within = count > 0 && next->first == last.first && next->second == last.second + 1;
    const bool anew = count > 0 && next->first == last.first + 1 && next->second == (last.second > 0 ? 1 : 0);
    if (!first && !within && !anew) return false;
    last = *next;
    ++count;
  }
  return count >= 2;
}

bool is_word(const Cell& cell) {
  return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::word;
}

/// "x", "-": neither a word nor a figure.
bool is_blank_sign(const Cell& cell) {
  return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::no_data;
}

bool all_names(const Row& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const Cell& cell) { return cell.kind == CellKind::empty || is_column_name(cell); });
}

/// "Đơn vị tính: ha", "(Kèm theo Công văn …)": what stands over a table and names none of its columns.
bool is_remark(const Cell& cell) {
  const std::string words = cell_text(cell);
  return words.starts_with('(') || words.starts_with("Đơn vị tính") || words.starts_with("ĐVT") ||
         words.starts_with("Đvt") || words.starts_with("Ngày ") || words.starts_with("ngày ");
}

/// What most cells of a column hold below a header.
enum class Holds : std::uint8_t { nothing, words, figures };

/// What the rows below a header tell of the columns.
struct Body {
  std::vector<Holds> holds;
  std::size_t first = 0;  ///< the leftmost column that is filled in half of the rows

  Body(const Grid& grid, std::size_t from) {
    std::vector<std::array<std::size_t, 3>> counts;
    const std::size_t to = std::min(grid.rows.size(), from + k_rows_compared);
    std::size_t rows = 0;
    for (std::size_t i = from; i < to; ++i) {
      const Row& row = grid.rows[i];
      if (filled_cells(row) < 2) continue;  // a heading or a remark
      ++rows;
      counts.resize(std::max(counts.size(), row.size()));
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c].kind != CellKind::empty) ++counts[c][kind_of(row[c])];
      }
    }
    for (const auto& count : counts) {
      const bool none = count[1] + count[2] == 0;
      holds.push_back(none ? Holds::nothing : count[1] > count[2] ? Holds::words : Holds::figures);
    }
    const auto used = [rows](const auto& count) { return 2 * (count[1] + count[2]) >= rows; };
    first = static_cast<std::size_t>(std::find_if(counts.begin(), counts.end(), used) - counts.begin());
  }

  static std::size_t kind_of(const Cell& cell) {
    if (is_blank_sign(cell)) return 0;
    return is_word(cell) ? 1 : 2;
  }
  Holds at(std::size_t column) const { return column < holds.size() ? holds[column] : Holds::nothing; }
  bool empty() const { return first >= holds.size(); }
};

/// One header while it grows downwards.
class StackFinder {
 public:
  StackFinder(const Grid& grid, std::size_t top) : m_grid(grid), m_stack{top, top, true} {}

  std::optional<HeadingStack> run() {
    if (!names_only(row(m_stack.top))) return std::nullopt;
    while (is_level_below()) ++m_stack.last;
    if (m_stack.last == m_stack.top || !names_the_table()) return std::nullopt;
    m_stack.decided = !is_shifted();
    return m_stack;
  }

 private:
  const Row& row(std::size_t at) const { return m_grid.rows[at]; }

  /// The nearest cell above in the same column; null where the header so far is blank there.
  const Cell* above(std::size_t column) const {
    for (std::size_t level = m_stack.last + 1; level-- > m_stack.top;) {
      if (has_cell(row(level), column)) return &row(level)[column];
    }
    return nullptr;
  }

  /// Whether the row below goes on right of `column`, where the header so far is blank.
  bool starts_group(std::size_t column, const Row& below) const {
    if (above(column) == nullptr || !has_cell(below, column)) return false;
    for (std::size_t c = column + 1; c < below.size() && above(c) == nullptr; ++c) {
      if (has_cell(below, c)) return true;
    }
    return false;
  }

  bool is_level_below() const {
    const std::size_t at = m_stack.last + 1;
    if (at + 1 >= m_grid.rows.size() || m_grid.row_number[at] != m_grid.row_number[at - 1] + 1) return false;
    const Row& below = row(at);
    if (filled_cells(below) < 2 || (!all_names(below) && !counts_on(below))) return false;
    const Body body(m_grid, at + 1);
    if (body.empty() || numbers_columns(below, body.holds.size())) return false;
    bool group = false;
    for (std::size_t c = 0; c < below.size(); ++c) {
      if (!has_cell(below, c)) continue;
      const bool starts = starts_group(c, below);
      group = group || starts;
      if ((!starts || c == body.first) && !may_stand_below(c, below[c], body)) return false;
    }
    return group && (above(body.first) != nullptr || is_row_of_groups(below, body));
  }

  /// Where units are named the row below says nothing, the same again or a word in brackets; elsewhere it may
  /// go on.
  bool may_stand_below(std::size_t column, const Cell& cell, const Body& body) const {
    const Cell* over = above(column);
    if (over == nullptr || cell_text(*over) == cell_text(cell) || cell_text(cell).starts_with('('))
      return true;
    return column != body.first && body.at(column) != Holds::words;
  }

  /// A row over the names of the units, which holds groups of figures: no title.
  bool is_row_of_groups(const Row& below, const Body& body) const {
    std::size_t groups = 0;
    bool reaches_down = false;
    const Row& over = row(m_stack.last);
    for (std::size_t c = 0; c < over.size(); ++c) {
      if (!has_cell(over, c)) continue;
      if (is_remark(over[c])) return false;
      if (!has_cell(below, c)) {
        reaches_down = true;
        continue;
      }
      if (body.at(c) == Holds::words) return false;
      ++groups;
    }
    return groups > 1 || (groups == 1 && reaches_down);
  }

  /// Whether the header names six tenths of the columns, one of them with words (the unit) among them.
  bool names_the_table() const {
    const Body body(m_grid, m_stack.last + 1);
    std::size_t used = 0;
    std::size_t named = 0;
    bool words = false;
    bool words_named = false;
    for (std::size_t c = 0; c < body.holds.size(); ++c) {
      if (body.at(c) == Holds::nothing) continue;
      ++used;
      const bool has_name = above(c) != nullptr;
      named += has_name ? 1U : 0U;
      words = words || body.at(c) == Holds::words;
      words_named = words_named || (has_name && body.at(c) == Holds::words);
    }
    return used > 0 && 10 * named >= 6 * used && (words_named || !words);
  }

  /// Whether some name of the lowest row has nothing above it, though the same name (or year) stands within
  /// a group further on.
  bool is_shifted() const {
    const Row& lowest = row(m_stack.last);
    const auto is_bare = [&](std::size_t column) {
      for (std::size_t level = m_stack.top; level < m_stack.last; ++level) {
        for (std::size_t c = 0; c <= column; ++c) {
          if (has_cell(row(level), c) && (c == column || has_cell(lowest, c))) return false;
        }
      }
      return true;
    };
    const auto is_inner = [&](std::size_t column) {  // not the first of its group
      for (std::size_t level = m_stack.top; level < m_stack.last; ++level) {
        if (has_cell(row(level), column)) return false;
      }
      return !is_bare(column);
    };
    for (std::size_t c = 0; c < lowest.size(); ++c) {
      if (!has_cell(lowest, c) || !is_bare(c)) continue;
      for (std::size_t other = c + 1; other < lowest.size(); ++other) {
        if (!has_cell(lowest, other) || is_bare(other)) continue;
        const bool years = !is_word(lowest[c]) && !is_word(lowest[other]);
        if (years || (cell_text(lowest[c]) == cell_text(lowest[other]) && is_inner(other))) return true;
      }
    }
    return false;
  }

  const Grid& m_grid;
  HeadingStack m_stack;
};

/// Puts the merges of one header together, from its lowest row up.
class HeadingMerger {
 public:
  HeadingMerger(Grid& grid, const HeadingStack& stack) : m_grid(grid), m_stack(stack) {
    for (std::size_t level = stack.top; level <= stack.last; ++level)
      m_width = std::max(m_width, grid.rows[level].size());
    m_covered.resize(stack.last - stack.top + 1, std::vector<bool>(m_width));
  }

  void run() {
    for (std::size_t level = m_stack.last + 1; level-- > m_stack.top;) {
      for (std::size_t c = 0; c < m_width; ++c) {
        if (filled(level, c)) merge_from(level, c);
      }
    }
  }

 private:
  bool filled(std::size_t level, std::size_t column) const { return has_cell(m_grid.rows[level], column); }

  bool is_merged(std::size_t level, std::size_t column) const {
    const std::uint32_t row = m_grid.row_number[level];
    return std::any_of(m_grid.merges.begin(), m_grid.merges.end(), [&](const Merge& merge) {
      return merge.first_row <= row && row <= merge.last_row && merge.first_column <= column + 1 &&
             column + 1 <= merge.last_column;
    });
  }

  bool goes_on_below(std::size_t level, std::size_t column) const {
    for (std::size_t below = level + 1; below <= m_stack.last; ++below) {
      if (filled(below, column) || m_covered[below - m_stack.top][column]) return true;
    }
    return false;
  }

  bool starts_above(std::size_t level, std::size_t column) const {
    for (std::size_t above = m_stack.top; above < level; ++above) {
      if (filled(above, column)) return true;
    }
    return false;
  }

  void merge_from(std::size_t level, std::size_t column) {
    if (is_merged(level, column) || level == m_stack.last) return;
    std::size_t end = column;
    std::size_t down = level;
    if (goes_on_below(level, column)) {
      while (end + 1 < m_width && !filled(level, end + 1) && !is_merged(level, end + 1) &&
             goes_on_below(level, end + 1) && !starts_above(level, end + 1))
        m_covered[level - m_stack.top][++end] = true;
    } else {
      down = m_stack.last;
    }
    if (end == column && down == level) return;
    m_grid.merges.push_back({m_grid.row_number[level], m_grid.row_number[down],
                             static_cast<std::uint32_t>(column + 1), static_cast<std::uint32_t>(end + 1)});
  }

  Grid& m_grid;
  const HeadingStack& m_stack;
  std::size_t m_width = 0;
  std::vector<std::vector<bool>> m_covered;  ///< by level, a cell to the left reaches there
};

/// Whether merged cells lie in the rows already: then these say what belongs together.
bool has_groups(const Grid& grid, const HeadingStack& stack) {
  return std::any_of(grid.merges.begin(), grid.merges.end(), [&](const Merge& merge) {
    return merge.first_row >= grid.row_number[stack.top] && merge.first_row < grid.row_number[stack.last] &&
           merge.last_column > merge.first_column;
  });
}

/// Whether the cells from `begin` to `end` of a row have different names below them: in the next row, or in
/// that below it where the next says the same in all.
bool are_parted_below(const Grid& grid, std::size_t level, std::size_t begin, std::size_t end) {
  for (std::size_t at = level + 1; at < std::min(level + 3, grid.rows.size()); ++at) {
    if (grid.row_number[at] != grid.row_number[at - 1] + 1) return false;
    const Row& row = grid.rows[at];
    for (std::size_t c = begin; c < end; ++c) {
      if (!has_cell(row, c)) return false;
    }
    for (std::size_t c = begin + 1; c < end; ++c) {
      if (cell_text(row[c]) != cell_text(row[begin])) return true;
    }
  }
  return false;
}

/// The row with names that repeat the one to their left blanked; itself where there is nothing to blank.
Row without_repeats(const Grid& grid, std::size_t level) {
  Row row = grid.rows[level];
  for (std::size_t begin = 0; begin < row.size();) {
    std::size_t end = begin + 1;
    const bool word = is_word(row[begin]);
    while (word && end < row.size() && is_word(row[end]) && row[end].text == row[begin].text) ++end;
    if (end > begin + 1 && are_parted_below(grid, level, begin, end))
      std::fill(row.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                row.begin() + static_cast<std::ptrdiff_t>(end), Cell{});
    begin = end;
  }
  return row;
}

}  // namespace

std::optional<HeadingStack> find_heading_stack(const Grid& grid) {
  for (std::size_t top = 0; top < std::min(grid.rows.size(), k_rows_for_stack); ++top) {
    if (auto stack = StackFinder(grid, top).run()) {
      if (has_groups(grid, *stack)) stack->decided = true;
      return stack;
    }
  }
  return std::nullopt;
}

std::optional<HeadingStack> find_repeated_headings(Grid& grid, std::size_t last_top) {
  constexpr std::size_t k_levels = 2;  // that may have groups below them
  for (std::size_t top = 0; top <= last_top && top < grid.rows.size(); ++top) {
    if (!names_only(grid.rows[top]) || is_row_of_data(grid, top)) continue;
    std::vector<Row> levels;
    bool repeated = false;
    for (std::size_t at = top; at < std::min(top + k_levels, grid.rows.size()); ++at) {
      levels.push_back(without_repeats(grid, at));
      repeated = repeated || filled_cells(levels.back()) < filled_cells(grid.rows[at]);
    }
    if (!repeated) continue;
    const auto swap = [&] {
      for (std::size_t i = 0; i < levels.size(); ++i) std::swap(levels[i], grid.rows[top + i]);
    };
    swap();
    const auto stack = StackFinder(grid, top).run();
    if (stack && stack->decided) return stack;
    swap();
  }
  return std::nullopt;
}

bool merge_headings(Grid& grid, const HeadingStack& stack) {
  const std::size_t before = grid.merges.size();
  HeadingMerger(grid, stack).run();
  return grid.merges.size() > before;
}

bool may_be_heading(const Grid& grid, std::size_t at) {
  const Row& row = grid.rows[at];
  if (filled_cells(row) < 2 || !all_names(row)) return false;
  const Body body(grid, at + 1);
  if (body.empty() || has_cell(row, body.first)) return false;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (has_cell(row, c) && body.at(c) != Holds::figures) return false;
  }
  return true;
}

bool reads_like_data(const Grid& grid, std::size_t at) {
  const Row& row = grid.rows[at];
  const Body body(grid, at + 1);
  bool figures = false;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (!has_cell(row, c)) continue;
    if (is_word(row[c]) && body.at(c) == Holds::figures) return false;
    figures = figures || !(is_column_name(row[c]) || is_blank_sign(row[c]));
  }
  return figures && !body.empty();
}

bool names_only(const Row& row) {
  return filled_cells(row) >= 2 && all_names(row);
}

}  // namespace ntmap::io
