#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "base/error.hpp"
#include "io/archive_reader.hpp"
#include "io/rich_text.hpp"
#include "io/spreadsheet_reader.hpp"
#include "io/xml_reader.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;
using Step = XmlReader::Step;

std::uint32_t repeat_of(const XmlReader& reader, std::string_view attribute) {
  const std::string written = reader.attribute(attribute);
  std::uint32_t times = 1;
  std::from_chars(written.data(), written.data() + written.size(), times);
  return std::max(1U, times);
}

/// Walks content.xml, making a grid of each table.
class OdsParser {
 public:
  explicit OdsParser(std::string file) : m_file(std::move(file)) {}

  void parse(const std::string& xml) {
    XmlReader reader(xml);
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (step == Step::text) {
        if (m_in_paragraph && !m_in_note) m_text.add(reader.text());
      } else if (step == Step::open) {
        open(reader);
      } else {
        close(reader);
      }
    }
    if (reader.broken() || grids.empty()) {
      throw Error(ErrorKind::data, text("{} không phải tệp ODS đọc được", "{} is no readable ODS", {m_file}),
                  text("Mở bằng LibreOffice rồi lưu lại.", "Open it in LibreOffice and save it anew."));
    }
  }

  std::vector<Grid> grids;
  std::vector<SheetName> sheets;
  std::vector<base::Findings> findings;  ///< of each grid
  std::vector<std::size_t> hidden_rows;  ///< with cells, of each grid: hidden by hand or by a filter

 private:
  void open(const XmlReader& reader) {
    const std::string_view name = reader.name();
    if (name == "style") {
      m_style = reader.attribute("name");
    } else if (name == "text-properties") {
      open_text_style(reader);
    } else if (name == "table-properties") {
      if (reader.attribute("display") == "false") m_hidden_styles.insert(m_style);
    } else if (name == "table") {
      sheets.push_back({reader.attribute("name"), m_hidden_styles.count(reader.attribute("style-name")) > 0});
      grids.emplace_back().sheet = sheets.back().name;
      hidden_rows.push_back(0);
      findings.emplace_back();
      m_row = 0;
      m_columns_declared = 0;
    } else if (grids.empty()) {
      return;
    } else if (name == "table-column") {
      declare_columns(reader);
    } else if (name == "table-row") {
      m_row_repeat = repeat_of(reader, "number-rows-repeated");
      m_row_hidden =
          reader.attribute("visibility") == "filter" || reader.attribute("visibility") == "collapse";
      m_cells.clear();
      m_column = 0;
    } else if (name == "table-cell" || name == "covered-table-cell") {
      open_cell(reader);
    } else if (name == "annotation") {
      m_in_note = true;
    } else if (name == "p" && !m_in_note) {
      if (m_in_paragraph_of_cell++ > 0) m_text.add("\n");
      m_in_paragraph = true;
    } else if (name == "span" && m_in_paragraph) {
      m_spans.push_back(reader.attribute("style-name"));
      begin_run();
    } else if (name == "s" && m_in_paragraph) {
      m_text.add(std::string(std::min(repeat_of(reader, "c"), 100U), ' '));
    }
  }

  /// A style raises text by "super 58%" or "33% 58%".
  void open_text_style(const XmlReader& reader) {
    const std::string position = reader.attribute("text-position");
    const bool percent = !position.empty() && position[0] >= '1' && position[0] <= '9';
    if (position.starts_with("super") || percent) m_raised_styles.insert(m_style);
    const std::string line = reader.attribute("text-line-through-style");
    if (!line.empty() && line != "none") m_struck_styles.insert(m_style);
  }

  void begin_run() {
    m_text.begin_run();
    for (const std::string& style : m_spans) {
      if (m_raised_styles.contains(style)) m_text.raise();
      if (m_struck_styles.contains(style)) m_text.strike();
    }
  }

  void declare_columns(const XmlReader& reader) {
    const std::uint32_t columns = repeat_of(reader, "number-columns-repeated");
    const std::string seen = reader.attribute("visibility");
    if (seen == "collapse" || seen == "filter")
      grids.back().hidden_columns.push_back({m_columns_declared + 1, m_columns_declared + columns});
    m_columns_declared += columns;
  }

  void open_cell(const XmlReader& reader) {
    m_column_repeat = repeat_of(reader, "number-columns-repeated");
    m_type = reader.attribute("value-type");
    m_value = reader.attribute(m_type == "date" ? "date-value" : "value");
    m_string = reader.attribute("string-value");
    m_text.clear();
    m_in_paragraph_of_cell = 0;
    const std::uint32_t columns = repeat_of(reader, "number-columns-spanned");
    const std::uint32_t rows = repeat_of(reader, "number-rows-spanned");
    if (columns > 1 || rows > 1) {
      const auto column = static_cast<std::uint32_t>(m_column + 1);
      grids.back().merges.push_back({m_row + 1, m_row + rows, column, column + columns - 1});
    }
  }

  void close(const XmlReader& reader) {
    const std::string_view name = reader.name();
    if (name == "p") {
      m_in_paragraph = false;
      m_spans.clear();
    } else if (name == "span" && !m_spans.empty()) {
      m_spans.pop_back();
      begin_run();
    } else if (name == "annotation") {
      m_in_note = false;
    } else if ((name == "table-cell" || name == "covered-table-cell") && !grids.empty()) {
      close_cell();
    } else if (name == "table-row" && !grids.empty()) {
      close_row();
    }
  }

  Cell value() const {
    if (m_type == "float" || m_type == "currency" || m_type == "percentage") {
      double number = 0;
      const auto [end, failure] = std::from_chars(m_value.data(), m_value.data() + m_value.size(), number);
      if (failure == std::errc() && end == m_value.data() + m_value.size() && std::isfinite(number)) {
        return {CellKind::number,
                m_type == "percentage" ? percent_shown(number) : number,
                {},
                m_type == "percentage"};
      }
    }
    if (m_type == "date") return text_cell(std::string_view(m_value).substr(0, 10));
    const std::string written = m_text.text();
    return text_cell(written.empty() ? m_string : written);
  }

  void tell_runs(const Cell& cell) {
    if (cell.kind != CellKind::text) return;
    const std::string at =
        grids.back().sheet + "!" + column_letters(m_column + 1) + std::to_string(m_row + 1);
    if (const std::string raised = m_text.raised_left_out(); !raised.empty()) {
      findings.back().push_back(
          {base::Severity::note,
           "table.footnote-marks",
           m_file,
           at,
           text("chỉ số trên “{}” (dấu chú thích) được bỏ khỏi “{}”",
                "the raised “{}” (a footnote's mark) was left out of “{}”", {raised, cell.text}),
           {}});
    }
    if (const std::string struck = m_text.struck_left_out(); !struck.empty()) {
      findings.back().push_back(
          {base::Severity::warning, "table.struck-text", m_file, at,
           text("phần chữ gạch bỏ “{}” không được đọc; ô là “{}”",
                "the struck-out “{}” was not read; the cell is “{}”", {struck, cell.text}),
           text("Xóa hẳn phần chữ gạch bỏ trong tệp.", "Delete the struck-out text from the file.")});
    }
  }

  void close_cell() {
    const Cell cell = value();
    tell_runs(cell);
    if (cell.kind == CellKind::empty) {
      m_column += m_column_repeat;
      return;
    }
    const std::size_t end = std::min<std::size_t>(m_column + m_column_repeat, k_columns_cap);
    if (end > m_cells.size()) m_cells.resize(end);
    for (; m_column < end; ++m_column) m_cells[m_column] = cell;
  }

  void close_row() {
    Grid& grid = grids.back();
    if (!m_cells.empty()) {
      m_total_cells += m_cells.size() * static_cast<std::size_t>(m_row_repeat);
      if (m_total_cells > k_cells_cap) {
        throw Error(ErrorKind::data, text("{}: quá nhiều ô", "{}: too many cells", {m_file}));
      }
      if (m_row_hidden) hidden_rows.back() += m_row_repeat;
      for (std::uint32_t i = 0; i < m_row_repeat; ++i) {
        grid.rows.push_back(m_cells);
        grid.row_number.push_back(m_row + i + 1);
      }
    }
    m_row += m_row_repeat;
  }

  std::string m_file;
  std::set<std::string> m_hidden_styles;
  std::set<std::string> m_raised_styles;
  std::set<std::string> m_struck_styles;
  std::uint32_t m_columns_declared = 0;
  bool m_row_hidden = false;
  std::string m_style;
  std::uint32_t m_row = 0;   ///< rows before the one that is open
  std::size_t m_column = 0;  ///< columns before the cell that is open
  std::uint32_t m_row_repeat = 1;
  std::uint32_t m_column_repeat = 1;
  std::size_t m_total_cells = 0;
  std::vector<Cell> m_cells;
  std::string m_type;
  std::string m_value;
  std::string m_string;
  RichText m_text;
  std::vector<std::string> m_spans;  ///< styles of the spans that are open
  int m_in_paragraph_of_cell = 0;
  bool m_in_paragraph = false;
  bool m_in_note = false;
};

}  // namespace

SheetFile read_ods(const std::filesystem::path& path, const std::string& sheet) {
  const Archive archive(path);
  OdsParser parser(path.string());
  parser.parse(archive.read("content.xml").value_or(""));
  SheetFile out;
  out.sheets = parser.sheets;
  const auto take = [&](std::size_t i) {
    out.grid = std::move(parser.grids[i]);
    out.findings = std::move(parser.findings[i]);
    if (parser.hidden_rows[i] == 0) return;
    out.findings.push_back(
        {base::Severity::note,
         "ods.hidden-rows",
         path.string(),
         text("trang “{}”", "sheet “{}”", {out.sheets[i].name}),
         text("{} dòng đang ẩn cũng được đọc", "{} hidden rows were read too", {parser.hidden_rows[i]}),
         {}});
  };
  if (!sheet.empty()) {
    take(named_sheet(out.sheets, sheet, path.string()));
    return out;
  }
  for (std::size_t i = 0; i < parser.grids.size() && out.grid.rows.empty(); ++i) {
    if (!out.sheets[i].hidden) take(i);
  }
  return out;
}

std::vector<Grid> visible_ods_grids(const std::filesystem::path& path) {
  const Archive archive(path);
  OdsParser parser(path.string());
  parser.parse(archive.read("content.xml").value_or(""));
  std::vector<Grid> out;
  for (std::size_t i = 0; i < parser.grids.size(); ++i) {
    if (!parser.sheets[i].hidden) out.push_back(std::move(parser.grids[i]));
  }
  return out;
}

}  // namespace ntmap::io
