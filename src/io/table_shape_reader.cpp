#include "io/table_shape_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/closing_rows.hpp"
#include "io/grid_rows.hpp"
#include "io/header_rows.hpp"
#include "io/number_reader.hpp"
#include "io/percent_cells.hpp"
#include "io/table_head_reader.hpp"
#include "io/total_check.hpp"
#include "io/total_row_reader.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Findings;
using base::Severity;
using base::text;
using base::Text;
using model::Column;
using model::ColumnType;
using Row = std::vector<Cell>;

constexpr std::array<std::string_view, 9> k_sheet_errors = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"};

bool is_sheet_error(const Cell& cell) {
  return cell.kind == CellKind::text &&
         (std::find(k_sheet_errors.begin(), k_sheet_errors.end(), cell.text) != k_sheet_errors.end() ||
          cell.text.starts_with("Err:5"));
}

class Shaper {
 public:
  Shaper(Grid grid, const ShapeOptions& options, const std::string& file, Findings& findings)
      : m_grid(std::move(grid)), m_options(options), m_file(file), m_findings(findings) {}

  model::Table run() {
    m_head = read_table_head(m_grid, m_options, m_file, m_findings);
    m_table.header_row = m_head.row;
    m_table.titles = std::move(m_head.titles);
    tell_merged_figures();
    take_rows();
    m_table.file = m_file;
    m_table.sheet = m_grid.sheet;
    check_totals(m_table, m_totals, m_findings);
    return std::move(m_table);
  }

  /// Of the columns of the table, once it is made.
  const Measures& measures() const { return m_head.measures; }

 private:
  Text cell_place(std::size_t i, std::size_t column) const {
    if (m_options.lettered) {
      return m_grid.sheet + "!" + column_letters(column + 1) + std::to_string(m_grid.row_number[i]);
    }
    return text("dòng {}, cột “{}”", "row {}, column “{}”",
                {std::to_string(m_grid.row_number[i]), m_head.names[column]});
  }

  /// Whether one figure for several units is each one's, or all of theirs together, only its author knows.
  void tell_merged_figures() {
    CappedFindings merged(m_findings, Severity::warning, "table.merged-figure", m_file,
                          text("Bỏ gộp ô và ghi số liệu riêng cho từng dòng.",
                               "Unmerge the cells and give each row its own figure."));
    for (const Merge& merge : m_grid.merges) {
      const std::size_t top = row_index(m_grid, merge.first_row);
      const std::size_t column = merge.first_column - 1;
      if (merge.first_row == merge.last_row || top < m_head.first || top == m_grid.rows.size()) continue;
      const Row& row = m_grid.rows[top];
      if (column == 0 || column >= row.size() || column >= m_head.names.size() || !holds_figure(row[column]))
        continue;
      const Text rows =
          text("dòng {}–{}, cột “{}”", "rows {}–{}, column “{}”",
               {std::to_string(merge.first_row), std::to_string(merge.last_row), m_head.names[column]});
      merged.add(
          m_grid.sheet.empty() ? rows : text("trang “{}”, {}", "sheet “{}”, {}", {m_grid.sheet, rows}),
          text("một số ({}) gộp ô cho {} dòng; chỉ dòng đầu có số liệu ấy, các dòng sau coi như không có",
               "one figure ({}) is merged over {} rows; only the first has it, the others are no data",
               {cell_text(row[column]), merge.last_row - merge.first_row + 1}));
    }
  }

  /// The row behind the signatures that begin at this one and close a part of the table; itself where none
  /// do.
  std::size_t behind_signatures(std::size_t at, CappedFindings& blocks) const {
    const std::size_t behind = behind_inner_block(m_grid.rows, m_head.first, at);
    std::size_t end = at;
    while (end < behind && !repeats_header(m_grid.rows[end])) ++end;
    if (end > at)
      blocks.add(row_place(m_grid, at),
                 text("phần ký tên, ghi chú giữa bảng được bỏ qua: {}",
                      "signatures and notes in the midst of the table were left out: {}",
                      {rows_text(m_grid, at, end)}));
    return end;
  }

  /// The header again, or one of its rows, as it stands at the top of each printed page.
  bool repeats_header(const Row& row) const {
    return says_again(row, m_head.names) ||
           std::any_of(m_head.levels.begin(), m_head.levels.end(),
                       [&](const std::vector<std::string>& level) { return says_again(row, level); });
  }

  static bool says_again(const Row& row, const std::vector<std::string>& names) {
    std::size_t same = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c].kind == CellKind::empty) continue;
      if (c >= names.size() || cell_text(row[c]) != names[c]) return false;
      ++same;
    }
    return same >= 2;
  }

  void take_rows() {
    CappedFindings totals(m_findings, Severity::note, "table.total-row", m_file, {});
    CappedFindings headers(m_findings, Severity::note, "table.header-repeated", m_file, {});
    CappedFindings blocks(m_findings, Severity::note, "table.closing-rows", m_file, {});
    CappedFindings ragged(
        m_findings, Severity::error, "table.ragged-row", m_file,
        text("Sửa số ô của dòng cho đủ như tiêu đề.", "Give the row as many cells as the header."));
    CappedFindings errors(m_findings, Severity::error, "table.cell-error", m_file,
                          text("Sửa công thức của ô.", "Mend the cell's formula."));
    std::vector<std::size_t> rows;
    std::optional<std::size_t> repeated;  // the last row of a header that stands again
    for (std::size_t i = m_head.first; i < m_grid.rows.size(); ++i) {
      i = behind_signatures(i, blocks);
      if (i == m_grid.rows.size()) break;
      Row& row = m_grid.rows[i];
      const auto first =
          std::find_if(row.begin(), row.end(), [](const Cell& c) { return c.kind == CellKind::text; });
      if (filled_cells(row) == 0) continue;
      // With the row that numbers the columns, where the header has one.
      const bool behind_header = repeated && *repeated + 1 == i;
      if (repeats_header(row) || (behind_header && numbers_columns(row, m_head.names.size()))) {
        repeated = i;
        headers.add(row_place(m_grid, i),
                    text("dòng tiêu đề lặp lại được bỏ qua: {}",
                         "a header row that is repeated was left out: {}", {row_text(row)}));
        continue;
      }
      if (says(row, first, is_total_label)) {
        totals.add(row_place(m_grid, i),
                   text("dòng tổng được bỏ qua: {}", "a total row was left out: {}", {row_text(row)}));
        take_total(i, rows.size());
        continue;
      }
      if (says(row, first, is_mean_label) && !stands_as_unit(i, first - row.begin())) {
        totals.add(row_place(m_grid, i), text("dòng bình quân được bỏ qua: {}",
                                              "a row of means was left out: {}", {row_text(row)}));
        continue;
      }
      check_width(i, ragged);
      for (std::size_t c = 0; c < std::min(row.size(), m_head.names.size()); ++c) {
        if (!is_sheet_error(row[c])) continue;
        errors.add(cell_place(i, c), text("ô báo lỗi {}; coi như không có số liệu",
                                          "the cell holds the error {}; taken as no data", {row[c].text}));
        row[c] = {};
      }
      rows.push_back(i);
      m_table.source_row.push_back(m_grid.row_number[i]);
    }
    check_percent_cells(m_grid, rows, m_head.names, m_file, m_findings);
    fill_columns(rows);
  }

  void take_total(std::size_t i, std::size_t above) {
    TotalRow total{.above = above, .row = m_grid.row_number[i], .place = row_place(m_grid, i), .cells = {}};
    for (std::size_t c = 0; c < m_head.names.size(); ++c) {
      if (m_head.names[c].empty()) continue;
      total.cells.push_back(c < m_grid.rows[i].size() ? m_grid.rows[i][c] : Cell{});
    }
    m_totals.push_back(std::move(total));
  }

  /// A row of totals or means says so in its first text, which stands in one of the first columns.
  static bool says(const Row& row, Row::const_iterator first, bool (*label)(std::string_view)) {
    return first != row.end() && first - row.begin() < 4 && label(first->text);
  }

  /// A commune may be called Trung Bình: its row goes on with the running numbers, or fills what the rows
  /// beside it fill with words (district, type).
  bool stands_as_unit(std::size_t i, std::ptrdiff_t label) const {
    const Row& row = m_grid.rows[i];
    const auto beside = [&](std::size_t column, auto holds) {
      return (i > m_head.first && column < m_grid.rows[i - 1].size() &&
              holds(m_grid.rows[i - 1][column], -1)) ||
             (i + 1 < m_grid.rows.size() && column < m_grid.rows[i + 1].size() &&
              holds(m_grid.rows[i + 1][column], 1));
    };
    for (std::size_t c = 0; c < row.size(); ++c) {
      const NumberText here = parse_number_text(cell_text(row[c]));
      if (row[c].kind == CellKind::empty || static_cast<std::ptrdiff_t>(c) == label) continue;
      if (static_cast<std::ptrdiff_t>(c) < label && here.shape == NumberShape::plain) {
        const double number = number_value(here, '.');
        if (beside(c, [&](const Cell& cell, int step) {
              const NumberText other = parse_number_text(cell_text(cell));
              return other.shape == NumberShape::plain && number_value(other, '.') == number + step;
            }))
          return true;
      } else if (here.shape == NumberShape::word) {
        if (beside(c, [&](const Cell& cell, int) {
              return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::word;
            }))
          return true;
      }
    }
    return false;
  }

  void check_width(std::size_t i, CappedFindings& ragged) const {
    if (!m_options.check_width) return;
    const Row& row = m_grid.rows[i];
    const bool more =
        cut_by_commas(row) ||
        std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), m_head.names.size())),
                    row.end(), [](const Cell& cell) { return cell.kind != CellKind::empty; });
    if (more) {
      ragged.add(row_place(m_grid, i),
                 text("{} ô nhưng tiêu đề có {}; ô thừa bị bỏ, có thể dòng bị lệch cột",
                      "{} cells but the header has {}; the surplus was left out, the row may be shifted",
                      {row.size(), m_head.names.size()}));
    } else if (row.size() < m_head.names.size()) {
      ragged.add(row_place(m_grid, i), text("{} ô nhưng tiêu đề có {}; ô thiếu coi như không có số liệu",
                                            "{} cells but the header has {}; the missing ones are no data",
                                            {row.size(), m_head.names.size()}));
    }
  }

  /// More cells than the header has, the surplus blank: in "83,0," a decimal comma may have cut a figure in
  /// two where blank columns follow. Blanks behind a row without two figures side by side are just that.
  bool cut_by_commas(const Row& row) const {
    if (!m_options.commas || row.size() <= m_head.cells) return false;
    std::size_t pairs = 0;
    for (std::size_t c = 1; c < row.size(); ++c)
      pairs += is_digits(row[c - 1]) && is_digits(row[c]) ? 1U : 0U;
    return pairs >= row.size() - m_head.cells;
  }

  static bool is_digits(const Cell& cell) {
    return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::plain;
  }

  void fill_columns(const std::vector<std::size_t>& rows) {
    std::vector<std::string> measures;
    for (std::size_t c = 0; c < m_head.names.size(); ++c) {
      if (m_head.names[c].empty()) continue;
      std::vector<std::string>& stated = m_head.measures.columns;
      measures.push_back(c < stated.size() ? std::move(stated[c]) : std::string());
      Column column;
      column.name = m_head.names[c];
      bool any_text = false;
      bool any_number = false;
      for (const std::size_t i : rows) {
        const CellKind kind = c < m_grid.rows[i].size() ? m_grid.rows[i][c].kind : CellKind::empty;
        any_text = any_text || kind == CellKind::text;
        any_number = any_number || kind == CellKind::number;
      }
      column.type = !any_number ? ColumnType::text : any_text ? ColumnType::mixed : ColumnType::number;
      for (const std::size_t i : rows) {
        Cell cell = c < m_grid.rows[i].size() ? std::move(m_grid.rows[i][c]) : Cell{};
        if (column.type != ColumnType::number) column.texts.push_back(std::move(cell.text));
        if (column.type != ColumnType::text) {
          column.numbers.push_back(cell.kind == CellKind::number ? cell.number : model::k_no_data);
        }
      }
      m_table.columns.push_back(std::move(column));
    }
    m_head.measures.columns = std::move(measures);
  }

  Grid m_grid;
  const ShapeOptions& m_options;
  const std::string& m_file;
  Findings& m_findings;
  TableHead m_head;
  model::Table m_table;
  std::vector<TotalRow> m_totals;
};

}  // namespace

model::Table shape_table(Grid grid, const ShapeOptions& options, const std::string& file, Findings& findings,
                         Measures* measures) {
  if (grid.rows.empty()) {
    throw Error(ErrorKind::data, text("{} không có dòng nào", "{} has no rows", {file}),
                text("Chọn tệp hoặc trang khác.", "Choose another file or sheet."));
  }
  const std::string sheet = grid.sheet;
  Shaper shaper(std::move(grid), options, file, findings);
  model::Table table = shaper.run();
  if (measures != nullptr) *measures = shaper.measures();
  table.file = file;
  table.sheet = sheet;
  return table;
}

}  // namespace ntmap::io
