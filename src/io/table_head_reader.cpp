#include "io/table_head_reader.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/closing_rows.hpp"
#include "io/grid_rows.hpp"
#include "io/header_rows.hpp"
#include "io/missing_header.hpp"
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
    const std::size_t searched = std::min(m_grid.rows.size(), k_header_searched);
    const std::vector<std::vector<Cell>> written(m_grid.rows.begin(),
                                                 m_grid.rows.begin() + static_cast<std::ptrdiff_t>(searched));
    auto stack = find_repeated_headings(m_grid, first_wide_row());
    for (std::size_t row = 0; stack && row < searched; ++row) {
      if (stack->top <= row && row <= stack->last) add_level(written[row]);
    }
    if (!stack) stack = find_heading_stack(m_grid);
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

  /// The first row that fills most of the columns; the count of those looked at where none does.
  std::size_t first_wide_row() const {
    const std::size_t width = usual_width();
    const std::size_t last = std::min(m_grid.rows.size(), k_header_searched);
    std::size_t row = 0;
    while (row < last && filled_cells(m_grid.rows[row]) * 10 < width * 6) ++row;
    return row < last ? below_letterhead(row, width) : row;
  }

  /// The two cells of a letterhead fill most of a narrow table: its header is then a row close below that
  /// fills it wholly and has more words of a header.
  std::size_t below_letterhead(std::size_t at, std::size_t width) const {
    constexpr std::size_t k_lines = 6;
    constexpr std::size_t k_cells = 2;
    if (filled_cells(m_grid.rows[at]) > k_cells || k_cells >= width) return at;
    for (std::size_t row = at + 1; row < std::min(at + k_lines, m_grid.rows.size()); ++row) {
      const std::vector<Cell>& below = m_grid.rows[row];
      if (filled_cells(below) < width || !names_only(below)) continue;
      if (count_headings(below) > count_headings(m_grid.rows[at]) + 1) return row;
    }
    return at;
  }

  /// What a row of the header says, to know it again on the next page.
  void add_level(const std::vector<Cell>& row) {
    m_head.levels.emplace_back();
    for (const Cell& cell : row) m_head.levels.back().push_back(cell_text(cell));
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
      m_header = m_stack ? m_stack->top : first_wide_row();
      if (m_header == std::min(m_grid.rows.size(), k_header_searched)) {
        throw Error(ErrorKind::data,
                    text("{}: không tìm thấy dòng tiêu đề", "{}: no header row was found", {m_file}),
                    text("Chỉ rõ dòng tiêu đề.", "Say which row is the header."));
      }
    }
    const bool said = m_options.header_row > 0;
    if (!said && !m_stack) {
      climb_to_short_header();
      check_row_above();
    }
    Header header =
        m_stack ? header_between(m_grid, m_stack->top, m_stack->last) : header_at(m_grid, m_header, !said);
    m_header = header.top;
    m_head.first = header.after;
    report_titles();
    const bool one_row = m_head.first == m_header + 1;
    if (!said && !m_stack && one_row && is_row_of_data(m_grid, m_header)) return go_without_header();
    m_head.names = std::move(header.names);
    for (std::size_t i = m_header; i < m_head.first; ++i) add_level(m_grid.rows[i]);
    m_head.row = m_grid.row_number[m_header];
    report_header();
  }

  /// How long most rows are, blank cells counted.
  std::size_t usual_length() const {
    std::map<std::size_t, std::size_t> rows_of;
    for (const std::vector<Cell>& row : m_grid.rows) ++rows_of[row.size()];
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(rows_of.begin(), rows_of.end(), more)->first;
  }

  /// A header whose last cells are blank fills less than most rows: the first of these is then no header.
  void climb_to_short_header() {
    if (m_header == 0 || m_grid.row_number[m_header] != m_grid.row_number[m_header - 1] + 1) return;
    if (!names_first_columns(m_grid, m_header - 1)) return;
    --m_header;
    std::vector<Cell>& row = m_grid.rows[m_header];
    row.resize(std::max(row.size(), usual_length()));
  }

  /// The first row is data: the columns are called by their letters.
  void go_without_header() {
    m_head.first = m_header;
    m_head.names.resize(std::max(m_grid.rows[m_header].size(), usual_length()));
    note(Severity::warning, "table.header-missing", row_place(m_grid, m_header),
         text("bảng không có dòng tên cột: dòng này giống các dòng dưới nên là số liệu; các cột được gọi là "
              "“cột A”, “cột B”…: {}",
              "the table has no header: this row is like those below, and is data; the columns are called "
              "“cột A”, “cột B”…: {}",
              {row_text(m_grid.rows[m_header])}),
         text("Thêm dòng tên cột vào tệp; nếu chính dòng này ghi tên cột, đặt dòng tiêu đề (header_row) là "
              "{}.",
              "Give the file a row of column names; where this row holds them, set the header row "
              "(header_row) to {}.",
              {std::to_string(m_grid.row_number[m_header])}));
  }

  /// A first unit must not name the columns where the row above it may do so.
  void check_row_above() const {
    if (m_header == 0 || m_grid.row_number[m_header] != m_grid.row_number[m_header - 1] + 1) return;
    if (names_only(m_grid.rows[m_header - 1]) && reads_like_data(m_grid, m_header))
      refuse_header(m_header - 1, m_header - 1);
  }

  void report_titles() {
    std::string titles;
    for (std::size_t i = 0; i < m_header; ++i) {
      if (m_head.measures.whole.empty()) m_head.measures.whole = stated_measure(row_text(m_grid.rows[i]));
      titles += (titles.empty() ? "" : " / ") + row_text(m_grid.rows[i]);
      if (i < k_header_searched) m_head.titles.push_back(row_words(m_grid.rows[i]));
    }
    if (titles.empty()) return;
    note(Severity::note, "table.title-rows", row_place(m_grid, 0),
         text("{} dòng phía trên tiêu đề được bỏ qua: {}", "{} rows above the header were left out: {}",
              {m_header, titles}));
  }

  void report_header() {
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

  bool has_header() const { return m_head.row > 0; }

  void name_columns() {
    for (const std::vector<std::string>& level : m_head.levels)
      m_head.cells = std::max(m_head.cells, level.size());
    if (m_options.check_width) {
      // A separator at the end of every line makes an empty last column that is none.
      while (!m_head.names.empty() && m_head.names.back().empty() && column_is_empty(m_head.names.size() - 1))
        m_head.names.pop_back();
    } else {
      for (const std::vector<Cell>& row : m_grid.rows)
        m_head.names.resize(std::max(m_head.names.size(), row.size()));
    }
    while (has_header() && skip_row_under_header()) ++m_head.first;
    leave_out_closing_block();
    std::map<std::string, int> seen;
    std::string hidden;
    for (const std::size_t c : visible_first()) {
      std::string& name = m_head.names[c];
      std::replace(name.begin(), name.end(), '\n', ' ');
      if (name.empty() && column_is_empty(c)) continue;
      if (name.empty()) {
        name = "cột " + column_letters(c + 1);
        if (!has_header()) continue;
        note(Severity::warning, "table.column-unnamed", text("cột {}", "column {}", {column_letters(c + 1)}),
             text("cột có dữ liệu nhưng không có tên; đặt tạm là “{}”",
                  "the column has data but no name; it is called “{}”", {name}),
             text("Đặt tên cột trong tệp.", "Name the column in the file."));
      }
      const int times = ++seen[name];
      if (is_hidden(c)) hidden.append(hidden.empty() ? "“" : ", “").append(name).append("”");
      if (times == 1) continue;
      const std::string first = name;
      name += " (" + std::to_string(times) + ")";
      note(Severity::warning, "table.column-repeated", text("cột {}", "column {}", {column_letters(c + 1)}),
           text("tên “{}” lặp lại; cột này gọi là “{}”",
                "the name “{}” is repeated; this column is called “{}”", {first, name}),
           text("Đặt tên khác nhau cho các cột.", "Give the columns different names."));
    }
    if (!hidden.empty()) {
      note(Severity::note, "table.hidden-columns", row_place(m_grid, m_header),
           text("cột đang ẩn cũng được đọc: {}", "hidden columns were read too: {}", {hidden}));
    }
  }

  bool is_hidden(std::size_t c) const {
    return std::any_of(m_grid.hidden_columns.begin(), m_grid.hidden_columns.end(),
                       [&](const ColumnSpan& span) { return span.first <= c + 1 && c + 1 <= span.last; });
  }

  /// A hidden column must not take the name of one that is seen.
  std::vector<std::size_t> visible_first() const {
    std::vector<std::size_t> order(m_head.names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_partition(order.begin(), order.end(), [&](std::size_t c) { return !is_hidden(c); });
    return order;
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
    m_head.measures.columns.clear();
    for (const Cell& cell : row) m_head.measures.columns.push_back(measure_in(cell_text(cell)));
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
