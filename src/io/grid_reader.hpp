#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace ntmap::io {

enum class CellKind : std::uint8_t { empty, text, number };

/// A cell as the file has it. Percent-formatted numbers are as the planner sees them (98.5, not 0.985).
struct Cell {
  CellKind kind = CellKind::empty;
  double number = 0;
  std::string text;
  bool percent = false;  ///< a number that is formatted as a percentage
};

/// Cells drawn as one; rows and columns from 1, as in the file, ends included.
struct Merge {
  std::uint32_t first_row, last_row, first_column, last_column;
};

/// Columns from 1, ends included.
struct ColumnSpan {
  std::uint32_t first, last;
};

/// A sheet before anyone has said what its rows mean: rows of cells (of any length, blank rows may be
/// missing) and the row in the file, from 1, of each.
struct Grid {
  std::string sheet;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::uint32_t> row_number;
  std::vector<Merge> merges;
  std::vector<ColumnSpan> hidden_columns;
};

/// Limits on what is taken from one table, against files made to exhaust the memory.
inline constexpr std::uint64_t k_file_cap = std::uint64_t{512} << 20U;
inline constexpr std::size_t k_columns_cap = 16384;
inline constexpr std::size_t k_cells_cap = 50'000'000;

/// Drops spaces, tabs, line ends and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

/// A cell of this text; empty when there is none but spaces.
Cell text_cell(std::string_view text);

/// "C" for 3, "AA" for 27: the spreadsheet's name of a column counted from 1.
std::string column_letters(std::size_t column);

/// "C7" as column and row from 1; zeros when it is no cell address.
struct CellAddress {
  std::uint32_t column = 0;
  std::uint32_t row = 0;
};
CellAddress cell_address(std::string_view text);

/// Keeps the findings of one rule readable: the first `cap` are listed one by one, the rest counted.
class CappedFindings {
 public:
  CappedFindings(base::Findings& to, base::Severity severity, std::string rule, std::string file,
                 base::Text remedy);
  /// Adds "and n more" when some were not listed.
  ~CappedFindings();
  CappedFindings(const CappedFindings&) = delete;
  CappedFindings& operator=(const CappedFindings&) = delete;

  void add(base::Text place, base::Text what);
  /// The same in one of several files.
  void add_in(const std::string& file, base::Text place, base::Text what);
  std::size_t count() const { return m_count; }

 private:
  base::Findings& m_to;
  base::Finding m_model;
  std::size_t m_count = 0;
};

}  // namespace ntmap::io
