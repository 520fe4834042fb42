#include "io/table_head_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/closing_rows.hpp"
#include "io/grid_rows.hpp"
#include "io/header_rows.hpp"
#include "io/stacked_header.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Findings;
using base::Severity;
using base::text;
using base::Text;

constexpr std::size_t k_header_searched = 60;  ///< rows looked at for the header

class HeadReader {
 public:
  HeadReader(Grid& grid, const ShapeOptions& options, const std::string& file, Findings& findings)
      : m_grid(grid), m_options(options), m_file(file), m_findings(findings) {}

  TableHead run() {
    merge_stacked_headings();
    repeat_merged_text();
    find_header();
    name_columns();
    return std::move(m_head);
  }

 private:
  void note(Severity severity, const char* rule, Text place, Text what, Text remedy = {}) {
    m_findings.push_back({severity, rule, m_file, std::move(place), std::move(what), std::move(remedy)});
  }

  bool is_said(std::size_t row) const {
    return m_options.header_row > 0 &&
           m_grid.row_number[row] == static_cast<std::uint32_t>(m_options.header_row);
  }

  /// A header of several rows without merged cells becomes one with them.
  void merge_stacked_headings() {
    const auto stack = find_heading_stack(m_grid);
    if (!stack) return;
    if (m_options.header_row > 0) {
      bool within = false;
      for (std::size_t row = stack->top; row <= stack->last; ++row) within = within || is_said(row);
      if (within && stack->decided) merge_headings(m_grid, *stack);
      return;
    }
    if (!stack->decided) refuse_header(stack->top, stack->last);
    if (merge_headings(m_grid, *stack)) m_stack = stack;
  }

  [[noreturn]] void refuse_header(std::size_t top, std::size_t last) const {
    const std::string row = std::to_string(m_grid.row_number[last]);
    throw Error(
        ErrorKind::data,
        text("{}: tiêu đề từ dòng {} đến dòng {} không cho biết ô trên thuộc những cột nào",
             "{}: the header in rows {} to {} does not tell which columns the upper cells belong to",
             {m_file, std::to_string(m_grid.row_number[top]), row}),
        text("Gộp ô tiêu đề hoặc chỉ dùng một dòng tiêu đề, hoặc đặt dòng tiêu đề (header_row) là {}.",
             "Merge the cells of the header, use one header row only, or set the header row (header_row) to "
             "{}.",
             {row}));
  }

  void repeat_merged_text() {
    for (const Merge& merge : m_grid.merges) {
      const std::size_t top = row_index(m_grid, merge.first_row);
      const std::size_t column = merge.first_column - 1;
      if (top == m_grid.rows.size() || column >= m_grid.rows[top].size()) continue;
      const Cell source = m_grid.rows[top][column];
      if (source.kind != CellKind::text || merge.first_row == merge.last_row || holds_figure(source))
        continue;
      for (std::uint32_t row = merge.first_row + 1; row <= merge.last_row; ++row) {
        const std::size_t i = row_index(m_grid, row);
        if (i == m_grid.rows.size()) continue;
        if (m_grid.rows[i].size() <= column) m_grid.rows[i].resize(column + 1);
        if (m_grid.rows[i][column].kind == CellKind::empty) m_grid.rows[i][column] = source;
      }
    }
  }

  /// How many cells the rows fill that hold most of the cells: a letterhead, groups and signatures are many
  /// rows with few cells.
  std::size_t usual_width() const {
    std::map<std::size_t, std::size_t> rows_of;
    for (const std::vector<Cell>& row : m_grid.rows) ++rows_of[filled_cells(row)];
    std::size_t width = 0;
    std::size_t most = 0;
    for (const auto& [n, times] : rows_of) {
      if (n > 0 && n * times >= most) {
        width = n;
        most = n * times;
      }
    }
    return width;
  }

  void find_header() {
    if (m_options.header_row > 0) {
      m_header = row_index(m_grid, static_cast<std::uint32_t>(m_options.header_row));
      if (m_header == m_grid.rows.size()) {
        throw Error(ErrorKind::usage,
                    text("{}: dòng tiêu đề {} trống hoặc không có",
                         "{}: the header row {} is blank or not there", {m_file, m_options.header_row}),
                    text("Chọn dòng chứa tên cột.", "Name the row that holds the names of the columns."));
      }
    } else {
      const std::size_t width = usual_width();
      const std::size_t last = std::min(m_grid.rows.size(), k_header_searched);
      m_header = m_stack ? m_stack->top : 0;
      while (!m_stack && m_header < last && filled_cells(m_grid.rows[m_header]) * 10 < width * 6) ++m_header;
      if (m_header == last) {
        throw Error(ErrorKind::data,
                    text("{}: không tìm thấy dòng tiêu đề", "{}: no header row was found", {m_file}),
                    text("Chỉ rõ dòng tiêu đề.", "Say which row is the header."));
      }
    }
    const bool said = m_options.header_row > 0;
    if (!said && !m_stack) check_row_above();
    Header header =
        m_stack ? header_between(m_grid, m_stack->top, m_stack->last) : header_at(m_grid, m_header, !said);
    m_header = header.top;
    m_head.first = header.after;
    m_head.names = std::move(header.names);
    for (std::size_t i = m_header; i < m_head.first; ++i) {
      m_head.levels.emplace_back();
      for (const Cell& cell : m_grid.rows[i]) m_head.levels.back().push_back(cell_text(cell));
    }
    m_head.row = m_grid.row_number[m_header];
    report_header();
  }

  /// A first unit must not name the columns where the row above it may do so.
  void check_row_above() const {
    if (m_header == 0 || m_grid.row_number[m_header] != m_grid.row_number[m_header - 1] + 1) return;
    if (names_only(m_grid.rows[m_header - 1]) && reads_like_data(m_grid, m_header))
      refuse_header(m_header - 1, m_header - 1);
  }

  void report_header() {
    std::string titles;
    for (std::size_t i = 0; i < m_header; ++i)
      titles += (titles.empty() ? "" : " / ") + row_text(m_grid.rows[i]);
    if (!titles.empty()) {
      note(Severity::note, "table.title-rows", row_place(m_grid, 0),
           text("{} dòng phía trên tiêu đề được bỏ qua: {}", "{} rows above the header were left out: {}",
                {m_header, titles}));
    }
    note(Severity::note, "table.header", row_place(m_grid, m_header),
         text("dòng tiêu đề: {}", "the header row: {}", {row_text(m_grid.rows[m_header])}));
    const std::vector<Cell>& header = m_grid.rows[m_header];
    const auto numbers = std::count_if(header.begin(), header.end(), [](const Cell& cell) {
      if (cell.kind == CellKind::number)
        return cell.number < 1900 || cell.number > 2100;  // years name columns
      return cell.kind == CellKind::text &&
             cell.text.find_first_not_of("0123456789.,%") == std::string::npos &&
             (cell.text.size() != 4 || (!cell.text.starts_with("19") && !cell.text.starts_with("20")));
    });
    if (numbers > 0) {
      note(Severity::warning, "table.header-doubtful", row_place(m_grid, m_header),
           text("dòng tiêu đề có ô là số; có thể bảng thiếu dòng tiêu đề",
                "the header row holds numbers; the table may lack a header"),
           text("Thêm dòng tên cột hoặc chỉ rõ dòng tiêu đề.",
                "Add a row of names or say which row is the header."));
    }
  }

  void name_columns() {
    if (m_options.check_width) {
      // A separator at the end of every line makes an empty last column that is none.
      while (!m_head.names.empty() && m_head.names.back().empty() && column_is_empty(m_head.names.size() - 1))
        m_head.names.pop_back();
    } else {
      for (const std::vector<Cell>& row : m_grid.rows)
        m_head.names.resize(std::max(m_head.names.size(), row.size()));
    }
    while (skip_row_under_header()) ++m_head.first;
    leave_out_closing_block();
    std::map<std::string, int> seen;
    for (std::size_t c = 0; c < m_head.names.size(); ++c) {
      std::string& name = m_head.names[c];
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
    for (std::size_t i = m_head.first; i < m_grid.rows.size(); ++i) {
      if (c < m_grid.rows[i].size() && m_grid.rows[i][c].kind != CellKind::empty) return false;
    }
    return true;
  }

  /// Official forms number their columns under the header, and name their measures: neither is a unit.
  bool skip_row_under_header() {
    if (m_head.first >= m_grid.rows.size()) return false;
    const std::vector<Cell>& row = m_grid.rows[m_head.first];
    if (numbers_columns(row, m_head.names.size())) {
      note(Severity::note, "table.numbering-row", row_place(m_grid, m_head.first),
           text("dòng đánh số cột được bỏ qua: {}", "the row that numbers the columns was left out: {}",
                {row_text(row)}));
      return true;
    }
    if (!names_measures(row)) return leave_out_doubtful_heading();
    note(Severity::note, "table.measures-row", row_place(m_grid, m_head.first),
         text("dòng ghi đơn vị tính được bỏ qua: {}", "the row of units of measure was left out: {}",
              {row_text(row)}));
    return true;
  }

  bool leave_out_doubtful_heading() {
    if (!may_be_heading(m_grid, m_head.first)) return false;
    note(
        Severity::error, "table.header-undecided", row_place(m_grid, m_head.first),
        text("có vẻ là dòng tiêu đề thứ hai, nhưng không rõ thuộc ô nào ở trên; dòng được bỏ qua: {}",
             "this looks like a second header row, but nothing ties it to the one above; it was left out: {}",
             {row_text(m_grid.rows[m_head.first])}),
        text(
            "Gộp ô tiêu đề hoặc chỉ dùng một dòng tiêu đề; nếu chính dòng này ghi tên cột, đặt dòng tiêu đề "
            "(header_row) là {}.",
            "Merge the cells of the header or use one header row only; where this row names the columns, set "
            "the header row (header_row) to {}.",
            {std::to_string(m_grid.row_number[m_head.first])}));
    return true;
  }

  void leave_out_closing_block() {
    const std::size_t at = closing_block(m_grid.rows, m_head.first);
    if (at == m_grid.rows.size()) return;
    note(Severity::note, "table.closing-rows", row_place(m_grid, at),
         text("phần ký tên, ghi chú cuối bảng được bỏ qua: {}",
              "the signatures and notes that close the table were left out: {}",
              {rows_text(m_grid, at, m_grid.rows.size())}));
    m_grid.rows.resize(at);
    m_grid.row_number.resize(at);
  }

  Grid& m_grid;
  const ShapeOptions& m_options;
  const std::string& m_file;
  Findings& m_findings;
  std::optional<HeadingStack> m_stack;  ///< the header where it is of several rows without merged cells
  std::size_t m_header = 0;             ///< its index in the grid
  TableHead m_head;
};

}  // namespace

TableHead read_table_head(Grid& grid, const ShapeOptions& options, const std::string& file,
                          Findings& findings) {
  return HeadReader(grid, options, file, findings).run();
}

}  // namespace ntmap::io
