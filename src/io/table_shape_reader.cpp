#include "io/table_shape_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/closing_rows.hpp"
#include "io/header_rows.hpp"
#include "io/number_reader.hpp"
#include "io/percent_cells.hpp"
#include "io/stacked_header.hpp"
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
    merge_stacked_headings();
    repeat_merged_text();
    find_header();
    name_columns();
    tell_merged_figures();
    take_rows();
    m_table.file = m_file;
    m_table.sheet = m_grid.sheet;
    check_totals(m_table, m_totals, m_findings);
    return std::move(m_table);
  }

  const Measures& measures() const { return m_measures; }

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
      const std::size_t top = index_of(merge.first_row);
      const std::size_t column = merge.first_column - 1;
      if (top == m_grid.rows.size() || column >= m_grid.rows[top].size()) continue;
      const Cell source = m_grid.rows[top][column];
      if (source.kind != CellKind::text || merge.first_row == merge.last_row || is_figure(source)) continue;
      for (std::uint32_t row = merge.first_row + 1; row <= merge.last_row; ++row) {
        const std::size_t i = index_of(row);
        if (i == m_grid.rows.size()) continue;
        if (m_grid.rows[i].size() <= column) m_grid.rows[i].resize(column + 1);
        if (m_grid.rows[i][column].kind == CellKind::empty) m_grid.rows[i][column] = source;
      }
    }
  }

  /// A number, or a text that is one by its decimals or percent sign; digits alone may be a code.
  static bool is_figure(const Cell& cell) {
    if (cell.kind != CellKind::text) return cell.kind == CellKind::number;
    const NumberText read = parse_number_text(cell.text);
    return read.percent || (read.shape != NumberShape::plain && read.shape != NumberShape::no_data &&
                            read.shape != NumberShape::word);
  }

  /// Whether one figure for several units is each one's, or all of theirs together, only its author knows.
  void tell_merged_figures() {
    CappedFindings merged(m_findings, Severity::warning, "table.merged-figure", m_file,
                          text("Bỏ gộp ô và ghi số liệu riêng cho từng dòng.",
                               "Unmerge the cells and give each row its own figure."));
    for (const Merge& merge : m_grid.merges) {
      const std::size_t top = index_of(merge.first_row);
      const std::size_t column = merge.first_column - 1;
      if (merge.first_row == merge.last_row || top < m_first || top == m_grid.rows.size()) continue;
      const Row& row = m_grid.rows[top];
      if (column == 0 || column >= row.size() || column >= m_names.size() || !is_figure(row[column]))
        continue;
      const Text rows =
          text("dòng {}–{}, cột “{}”", "rows {}–{}, column “{}”",
               {std::to_string(merge.first_row), std::to_string(merge.last_row), m_names[column]});
      merged.add(
          m_grid.sheet.empty() ? rows : text("trang “{}”, {}", "sheet “{}”, {}", {m_grid.sheet, rows}),
          text("một số ({}) gộp ô cho {} dòng; chỉ dòng đầu có số liệu ấy, các dòng sau coi như không có",
               "one figure ({}) is merged over {} rows; only the first has it, the others are no data",
               {cell_text(row[column]), merge.last_row - merge.first_row + 1}));
    }
  }

  /// How many cells the rows fill that hold most of the cells: a letterhead, groups and signatures are many
  /// rows with few cells.
  std::size_t usual_width() const {
    std::map<std::size_t, std::size_t> rows_of;
    for (const Row& row : m_grid.rows) ++rows_of[filled(row)];
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
      m_header = m_stack ? m_stack->top : 0;
      while (!m_stack && m_header < last && filled(m_grid.rows[m_header]) * 10 < width * 6) ++m_header;
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
    m_first = header.after;
    m_names = std::move(header.names);
    for (std::size_t i = m_header; i < m_first; ++i) {
      m_levels.emplace_back();
      for (const Cell& cell : m_grid.rows[i]) m_levels.back().push_back(cell_text(cell));
    }
    m_table.header_row = m_grid.row_number[m_header];
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
    for (std::size_t i = 0; i < m_header; ++i) {
      if (m_measures.whole.empty()) m_measures.whole = stated_measure(row_text(m_grid.rows[i]));
      titles += (titles.empty() ? "" : " / ") + row_text(m_grid.rows[i]);
    }
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

  void name_columns() {
    for (const std::vector<std::string>& level : m_levels)
      m_header_cells = std::max(m_header_cells, level.size());
    if (m_options.check_width) {
      // A separator at the end of every line makes an empty last column that is none.
      while (!m_names.empty() && m_names.back().empty() && column_is_empty(m_names.size() - 1))
        m_names.pop_back();
    } else {
      for (const Row& row : m_grid.rows) m_names.resize(std::max(m_names.size(), row.size()));
    }
    while (skip_row_under_header()) ++m_first;
    leave_out_closing_block();
    std::map<std::string, int> seen;
    std::string hidden;
    for (const std::size_t c : visible_first()) {
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
      note(Severity::note, "table.hidden-columns", row_place(m_header),
           text("cột đang ẩn cũng được đọc: {}", "hidden columns were read too: {}", {hidden}));
    }
  }

  bool is_hidden(std::size_t c) const {
    return std::any_of(m_grid.hidden_columns.begin(), m_grid.hidden_columns.end(),
                       [&](const ColumnSpan& span) { return span.first <= c + 1 && c + 1 <= span.last; });
  }

  /// A hidden column must not take the name of one that is seen.
  std::vector<std::size_t> visible_first() const {
    std::vector<std::size_t> order(m_names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_partition(order.begin(), order.end(), [&](std::size_t c) { return !is_hidden(c); });
    return order;
  }

  bool column_is_empty(std::size_t c) const {
    for (std::size_t i = m_first; i < m_grid.rows.size(); ++i) {
      if (c < m_grid.rows[i].size() && m_grid.rows[i][c].kind != CellKind::empty) return false;
    }
    return true;
  }

  /// Official forms number their columns under the header, and name their measures: neither is a unit.
  bool skip_row_under_header() {
    if (m_first >= m_grid.rows.size()) return false;
    const Row& row = m_grid.rows[m_first];
    if (numbers_columns(row, m_names.size())) {
      note(Severity::note, "table.numbering-row", row_place(m_first),
           text("dòng đánh số cột được bỏ qua: {}", "the row that numbers the columns was left out: {}",
                {row_text(row)}));
      return true;
    }
    if (!names_measures(row)) return leave_out_doubtful_heading();
    m_measures.columns.clear();
    for (const Cell& cell : row) m_measures.columns.push_back(measure_in(cell_text(cell)));
    note(Severity::note, "table.measures-row", row_place(m_first),
         text("dòng ghi đơn vị tính được bỏ qua: {}", "the row of units of measure was left out: {}",
              {row_text(row)}));
    return true;
  }

  bool leave_out_doubtful_heading() {
    if (!may_be_heading(m_grid, m_first)) return false;
    note(
        Severity::error, "table.header-undecided", row_place(m_first),
        text("có vẻ là dòng tiêu đề thứ hai, nhưng không rõ thuộc ô nào ở trên; dòng được bỏ qua: {}",
             "this looks like a second header row, but nothing ties it to the one above; it was left out: {}",
             {row_text(m_grid.rows[m_first])}),
        text(
            "Gộp ô tiêu đề hoặc chỉ dùng một dòng tiêu đề; nếu chính dòng này ghi tên cột, đặt dòng tiêu đề "
            "(header_row) là {}.",
            "Merge the cells of the header or use one header row only; where this row names the columns, set "
            "the header row (header_row) to {}.",
            {std::to_string(m_grid.row_number[m_first])}));
    return true;
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

  /// The header again, or one of its rows, as it stands at the top of each printed page.
  bool repeats_header(const Row& row) const {
    return says_again(row, m_names) ||
           std::any_of(m_levels.begin(), m_levels.end(),
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
      if (says(row, first, is_mean_label) && !stands_as_unit(i, first - row.begin())) {
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
    check_percent_cells(m_grid, rows, m_names, m_file, m_findings);
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

  /// A commune may be called Trung Bình: its row goes on with the running numbers, or fills what the rows
  /// beside it fill with words (district, type).
  bool stands_as_unit(std::size_t i, std::ptrdiff_t label) const {
    const Row& row = m_grid.rows[i];
    const auto beside = [&](std::size_t column, auto holds) {
      return (i > m_first && column < m_grid.rows[i - 1].size() && holds(m_grid.rows[i - 1][column], -1)) ||
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

  /// More cells than the header has, the surplus blank: in "83,0," a decimal comma may have cut a figure in
  /// two where blank columns follow. Blanks behind a row without two figures side by side are just that.
  bool cut_by_commas(const Row& row) const {
    if (!m_options.commas || row.size() <= m_header_cells) return false;
    std::size_t pairs = 0;
    for (std::size_t c = 1; c < row.size(); ++c)
      pairs += is_digits(row[c - 1]) && is_digits(row[c]) ? 1U : 0U;
    return pairs >= row.size() - m_header_cells;
  }

  static bool is_digits(const Cell& cell) {
    return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::plain;
  }

  void fill_columns(const std::vector<std::size_t>& rows) {
    std::vector<std::string> measures;
    for (std::size_t c = 0; c < m_names.size(); ++c) {
      if (m_names[c].empty()) continue;
      measures.push_back(c < m_measures.columns.size() ? std::move(m_measures.columns[c]) : std::string());
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
    m_measures.columns = std::move(measures);
  }

  Grid m_grid;
  const ShapeOptions& m_options;
  const std::string& m_file;
  Findings& m_findings;
  model::Table m_table;
  std::optional<HeadingStack> m_stack;  ///< the header where it is of several rows without merged cells
  std::size_t m_header = 0;             ///< its index in the grid
  std::size_t m_first = 0;              ///< index of the first row after it
  std::size_t m_header_cells = 0;       ///< of its widest row, blank ones included
  std::vector<std::string> m_names;
  std::vector<std::vector<std::string>> m_levels;  ///< what each row of the header says
  std::vector<TotalRow> m_totals;
  Measures m_measures;
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
