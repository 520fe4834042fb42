#include "io/table_shape_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "io/closing_rows.hpp"
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

constexpr std::size_t k_header_searched = 60;  ///< rows looked at for the header

constexpr std::array<std::string_view, 9> k_sheet_errors = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"};

bool is_sheet_error(const Cell& cell) {
  return cell.kind == CellKind::text &&
         (std::find(k_sheet_errors.begin(), k_sheet_errors.end(), cell.text) != k_sheet_errors.end() ||
          cell.text.starts_with("Err:5"));
}

std::size_t filled(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const Cell& cell) { return cell.kind != CellKind::empty; }));
}

std::string cell_text(const Cell& cell) {
  if (cell.kind != CellKind::number) return cell.text;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), cell.number);
  return {buffer.data(), end.ptr};
}

std::string row_text(const Row& row) {
  std::string out;
  for (const Cell& cell : row) {
    if (cell.kind != CellKind::empty) out += (out.empty() ? "" : " | ") + cell_text(cell);
  }
  return out;
}

class Shaper {
 public:
  Shaper(Grid grid, const ShapeOptions& options, const std::string& file, Findings& findings)
      : m_grid(std::move(grid)), m_options(options), m_file(file), m_findings(findings) {}

  model::Table run() {
    repeat_merged_text();
    find_header();
    name_columns();
    take_rows();
    m_table.file = m_file;
    m_table.sheet = m_grid.sheet;
    check_totals(m_table, m_totals, m_findings);
    return std::move(m_table);
  }

 private:
  Text row_place(std::size_t i) const {
    const Text row = text("dòng {}", "row {}", {std::to_string(m_grid.row_number[i])});
    return m_grid.sheet.empty() ? row : text("trang “{}”, {}", "sheet “{}”, {}", {m_grid.sheet, row});
  }

  Text cell_place(std::size_t i, std::size_t column) const {
    if (m_options.lettered) {
      return m_grid.sheet + "!" + column_letters(column + 1) + std::to_string(m_grid.row_number[i]);
    }
    return text("dòng {}, cột “{}”", "row {}, column “{}”",
                {std::to_string(m_grid.row_number[i]), m_names[column]});
  }

  void note(Severity severity, const char* rule, Text place, Text what, Text remedy = {}) {
    m_findings.push_back({severity, rule, m_file, std::move(place), std::move(what), std::move(remedy)});
  }

  /// The index of a row of the file in the grid, or the count of rows.
  std::size_t index_of(std::uint32_t row) const {
    const auto at = std::lower_bound(m_grid.row_number.begin(), m_grid.row_number.end(), row);
    return at == m_grid.row_number.end() || *at != row
               ? m_grid.rows.size()
               : static_cast<std::size_t>(at - m_grid.row_number.begin());
  }

  void repeat_merged_text() {
    for (const Merge& merge : m_grid.merges) {
      const std::size_t top = index_of(merge.first_row);
      const std::size_t column = merge.first_column - 1;
      if (top == m_grid.rows.size() || column >= m_grid.rows[top].size()) continue;
      const Cell source = m_grid.rows[top][column];
      if (source.kind != CellKind::text || merge.first_row == merge.last_row) continue;
      for (std::uint32_t row = merge.first_row + 1; row <= merge.last_row; ++row) {
        const std::size_t i = index_of(row);
        if (i == m_grid.rows.size()) continue;
        if (m_grid.rows[i].size() <= column) m_grid.rows[i].resize(column + 1);
        if (m_grid.rows[i][column].kind == CellKind::empty) m_grid.rows[i][column] = source;
      }
    }
  }

  /// How many cells rows usually fill: the commonest count, the larger of equals.
  std::size_t usual_width() const {
    std::map<std::size_t, std::size_t> rows_of;
    for (const Row& row : m_grid.rows) ++rows_of[filled(row)];
    std::size_t width = 0;
    std::size_t most = 0;
    for (const auto& [n, times] : rows_of) {
      if (n > 0 && times >= most) {
        width = n;
        most = times;
      }
    }
    return width;
  }

  void find_header() {
    if (m_options.header_row > 0) {
      m_header = index_of(static_cast<std::uint32_t>(m_options.header_row));
      if (m_header == m_grid.rows.size()) {
        throw Error(ErrorKind::usage,
                    text("{}: dòng tiêu đề {} trống hoặc không có",
                         "{}: the header row {} is blank or not there", {m_file, m_options.header_row}),
                    text("Chọn dòng chứa tên cột.", "Name the row that holds the names of the columns."));
      }
    } else {
      const std::size_t width = usual_width();
      const std::size_t last = std::min(m_grid.rows.size(), k_header_searched);
      m_header = 0;
      while (m_header < last && filled(m_grid.rows[m_header]) * 10 < width * 6) ++m_header;
      if (m_header == last) {
        throw Error(ErrorKind::data,
                    text("{}: không tìm thấy dòng tiêu đề", "{}: no header row was found", {m_file}),
                    text("Chỉ rõ dòng tiêu đề.", "Say which row is the header."));
      }
    }
    m_table.header_row = m_grid.row_number[m_header];
    m_first = m_header + 1;
    report_header();
  }

  void report_header() {
    std::string titles;
    for (std::size_t i = 0; i < m_header; ++i)
      titles += (titles.empty() ? "" : " / ") + row_text(m_grid.rows[i]);
    if (!titles.empty()) {
      note(Severity::note, "table.title-rows", row_place(0),
           text("{} dòng phía trên tiêu đề được bỏ qua: {}", "{} rows above the header were left out: {}",
                {m_header, titles}));
    }
    note(Severity::note, "table.header", row_place(m_header),
         text("dòng tiêu đề: {}", "the header row: {}", {row_text(m_grid.rows[m_header])}));
    const Row& header = m_grid.rows[m_header];
    const auto numbers = std::count_if(header.begin(), header.end(), [](const Cell& cell) {
      if (cell.kind == CellKind::number)
        return cell.number < 1900 || cell.number > 2100;  // years name columns
      return cell.kind == CellKind::text &&
             cell.text.find_first_not_of("0123456789.,%") == std::string::npos &&
             (cell.text.size() != 4 || (!cell.text.starts_with("19") && !cell.text.starts_with("20")));
    });
    if (numbers > 0) {
      note(Severity::warning, "table.header-doubtful", row_place(m_header),
           text("dòng tiêu đề có ô là số; có thể bảng thiếu dòng tiêu đề",
                "the header row holds numbers; the table may lack a header"),
           text("Thêm dòng tên cột hoặc chỉ rõ dòng tiêu đề.",
                "Add a row of names or say which row is the header."));
    }
  }

  /// True when a merge spreads a header cell over several columns, with cells under it.
  bool has_second_header() const {
    const std::uint32_t row = m_grid.row_number[m_header];
    return m_first < m_grid.rows.size() && m_grid.row_number[m_first] == row + 1 &&
           std::any_of(m_grid.merges.begin(), m_grid.merges.end(), [&](const Merge& merge) {
             return merge.first_row == row && merge.last_row == row &&
                    merge.last_column > merge.first_column &&
                    merge.last_column <= m_grid.rows[m_first].size() &&
                    m_grid.rows[m_first][merge.first_column - 1].kind == CellKind::text;
           });
  }

  std::vector<std::string> header_names() {
    const Row& above = m_grid.rows[m_header];
    std::vector<std::string> names;
    for (const Cell& cell : above) names.push_back(cell_text(cell));
    if (!has_second_header()) return names;
    for (const Merge& merge : m_grid.merges) {
      if (merge.first_row != m_table.header_row) continue;
      names.resize(std::max<std::size_t>(names.size(), merge.last_column));
      for (std::uint32_t c = merge.first_column; c < merge.last_column; ++c)
        names[c] = names[merge.first_column - 1];
    }
    const Row& below = m_grid.rows[m_first++];
    names.resize(std::max(names.size(), below.size()));
    for (std::size_t c = 0; c < below.size(); ++c) {
      const std::string name = cell_text(below[c]);
      if (name.empty() || name == names[c]) continue;
      names[c] += (names[c].empty() ? "" : " – ") + name;
    }
    return names;
  }

  void name_columns() {
    m_names = header_names();
    if (m_options.check_width) {
      // A separator at the end of every line makes an empty last column that is none.
      while (!m_names.empty() && m_names.back().empty() && column_is_empty(m_names.size() - 1))
        m_names.pop_back();
    } else {
      for (const Row& row : m_grid.rows) m_names.resize(std::max(m_names.size(), row.size()));
    }
    skip_numbering_row();
    leave_out_closing_block();
    std::map<std::string, int> seen;
    for (std::size_t c = 0; c < m_names.size(); ++c) {
      std::string& name = m_names[c];
      std::replace(name.begin(), name.end(), '\n', ' ');
      if (name.empty() && column_is_empty(c)) continue;
      if (name.empty()) {
        name = "cột " + column_letters(c + 1);
        note(Severity::warning, "table.column-unnamed", text("cột {}", "column {}", {column_letters(c + 1)}),
             text("cột có dữ liệu nhưng không có tên; đặt tạm là “{}”",
                  "the column has data but no name; it is called “{}”", {name}),
             text("Đặt tên cột trong tệp.", "Name the column in the file."));
      }
      const int times = ++seen[name];
      if (times == 1) continue;
      const std::string first = name;
      name += " (" + std::to_string(times) + ")";
      note(Severity::warning, "table.column-repeated", text("cột {}", "column {}", {column_letters(c + 1)}),
           text("tên “{}” lặp lại; cột này gọi là “{}”",
                "the name “{}” is repeated; this column is called “{}”", {first, name}),
           text("Đặt tên khác nhau cho các cột.", "Give the columns different names."));
    }
  }

  bool column_is_empty(std::size_t c) const {
    for (std::size_t i = m_first; i < m_grid.rows.size(); ++i) {
      if (c < m_grid.rows[i].size() && m_grid.rows[i][c].kind != CellKind::empty) return false;
    }
    return true;
  }

  /// Official forms number their columns under the header: "(1) (2) (3)", "1 2 3", "A B 1 2".
  void skip_numbering_row() {
    if (m_first >= m_grid.rows.size()) return;
    const Row& row = m_grid.rows[m_first];
    int expected = 1;
    std::size_t cells = 0;
    bool bracketed = true;
    for (const Cell& cell : row) {
      if (cell.kind == CellKind::empty) continue;
      ++cells;
      std::string_view word = cell.text;
      const std::string number = cell_text(cell);
      if (cell.kind == CellKind::number) word = number;
      const bool brackets = word.size() > 2 && word.front() == '(' && word.back() == ')';
      if (brackets) word = word.substr(1, word.size() - 2);
      bracketed = bracketed && brackets;
      if (expected == 1 && word.size() == 1 && word[0] >= 'A' && word[0] <= 'D') continue;
      if (word != std::to_string(expected)) return;
      ++expected;
    }
    // Bare numbers must fill a wide row, or a first row of data could be taken for it.
    if (expected < 3 || cells < 3 || (!bracketed && (cells < 4 || cells != m_names.size()))) return;
    note(Severity::note, "table.numbering-row", row_place(m_first),
         text("dòng đánh số cột được bỏ qua: {}", "the row that numbers the columns was left out: {}",
              {row_text(row)}));
    ++m_first;
  }

  void leave_out_closing_block() {
    const std::size_t at = closing_block(m_grid.rows, m_first);
    if (at == m_grid.rows.size()) return;
    note(Severity::note, "table.closing-rows", row_place(at),
         text("phần ký tên, ghi chú cuối bảng được bỏ qua: {}",
              "the signatures and notes that close the table were left out: {}",
              {words_of(at, m_grid.rows.size())}));
    m_grid.rows.resize(at);
    m_grid.row_number.resize(at);
  }

  std::string words_of(std::size_t from, std::size_t to) const {
    std::string words;
    for (std::size_t i = from; i < to; ++i) {
      if (filled(m_grid.rows[i]) > 0) words += (words.empty() ? "" : " / ") + row_text(m_grid.rows[i]);
    }
    return words;
  }

  /// The row behind the signatures that begin at this one and close a part of the table; itself where none
  /// do.
  std::size_t behind_signatures(std::size_t at, CappedFindings& blocks) const {
    const std::size_t behind = behind_inner_block(m_grid.rows, m_first, at);
    std::size_t end = at;
    while (end < behind && !repeats_header(m_grid.rows[end])) ++end;
    if (end > at)
      blocks.add(row_place(at), text("phần ký tên, ghi chú giữa bảng được bỏ qua: {}",
                                     "signatures and notes in the midst of the table were left out: {}",
                                     {words_of(at, end)}));
    return end;
  }

  /// The header again, as it stands at the top of each printed page.
  bool repeats_header(const Row& row) const {
    std::size_t same = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c].kind == CellKind::empty) continue;
      if (c >= m_names.size() || cell_text(row[c]) != m_names[c]) return false;
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
    for (std::size_t i = m_first; i < m_grid.rows.size(); ++i) {
      i = behind_signatures(i, blocks);
      if (i == m_grid.rows.size()) break;
      Row& row = m_grid.rows[i];
      const auto first =
          std::find_if(row.begin(), row.end(), [](const Cell& c) { return c.kind == CellKind::text; });
      if (filled(row) == 0) continue;
      if (repeats_header(row)) {
        headers.add(row_place(i), text("dòng tiêu đề lặp lại được bỏ qua: {}",
                                       "a header row that is repeated was left out: {}", {row_text(row)}));
        continue;
      }
      if (says(row, first, is_total_label)) {
        totals.add(row_place(i),
                   text("dòng tổng được bỏ qua: {}", "a total row was left out: {}", {row_text(row)}));
        take_total(i, rows.size());
        continue;
      }
      if (says(row, first, is_mean_label)) {
        totals.add(row_place(i), text("dòng bình quân được bỏ qua: {}", "a row of means was left out: {}",
                                      {row_text(row)}));
        continue;
      }
      check_width(i, ragged);
      for (std::size_t c = 0; c < std::min(row.size(), m_names.size()); ++c) {
        if (!is_sheet_error(row[c])) continue;
        errors.add(cell_place(i, c), text("ô báo lỗi {}; coi như không có số liệu",
                                          "the cell holds the error {}; taken as no data", {row[c].text}));
        row[c] = {};
      }
      rows.push_back(i);
      m_table.source_row.push_back(m_grid.row_number[i]);
    }
    fill_columns(rows);
  }

  void take_total(std::size_t i, std::size_t above) {
    TotalRow total{.above = above, .row = m_grid.row_number[i], .place = row_place(i), .cells = {}};
    for (std::size_t c = 0; c < m_names.size(); ++c) {
      if (m_names[c].empty()) continue;
      total.cells.push_back(c < m_grid.rows[i].size() ? m_grid.rows[i][c] : Cell{});
    }
    m_totals.push_back(std::move(total));
  }

  /// A row of totals or means says so in its first text, which stands in one of the first columns.
  static bool says(const Row& row, Row::const_iterator first, bool (*label)(std::string_view)) {
    return first != row.end() && first - row.begin() < 4 && label(first->text);
  }

  void check_width(std::size_t i, CappedFindings& ragged) const {
    if (!m_options.check_width) return;
    const Row& row = m_grid.rows[i];
    const bool more =
        std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), m_names.size())),
                    row.end(), [](const Cell& cell) { return cell.kind != CellKind::empty; });
    if (more) {
      ragged.add(row_place(i),
                 text("{} ô nhưng tiêu đề có {}; ô thừa bị bỏ, có thể dòng bị lệch cột",
                      "{} cells but the header has {}; the surplus was left out, the row may be shifted",
                      {row.size(), m_names.size()}));
    } else if (row.size() < m_names.size()) {
      ragged.add(row_place(i), text("{} ô nhưng tiêu đề có {}; ô thiếu coi như không có số liệu",
                                    "{} cells but the header has {}; the missing ones are no data",
                                    {row.size(), m_names.size()}));
    }
  }

  void fill_columns(const std::vector<std::size_t>& rows) {
    for (std::size_t c = 0; c < m_names.size(); ++c) {
      if (m_names[c].empty()) continue;
      Column column;
      column.name = m_names[c];
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
  }

  Grid m_grid;
  const ShapeOptions& m_options;
  const std::string& m_file;
  Findings& m_findings;
  model::Table m_table;
  std::size_t m_header = 0;  ///< its index in the grid
  std::size_t m_first = 0;   ///< index of the first row after it
  std::vector<std::string> m_names;
  std::vector<TotalRow> m_totals;
};

}  // namespace

model::Table shape_table(Grid grid, const ShapeOptions& options, const std::string& file,
                         Findings& findings) {
  if (grid.rows.empty()) {
    throw Error(ErrorKind::data, text("{} không có dòng nào", "{} has no rows", {file}),
                text("Chọn tệp hoặc trang khác.", "Choose another file or sheet."));
  }
  const std::string sheet = grid.sheet;
  model::Table table = Shaper(std::move(grid), options, file, findings).run();
  table.file = file;
  table.sheet = sheet;
  return table;
}

}  // namespace ntmap::io
