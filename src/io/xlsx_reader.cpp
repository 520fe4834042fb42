#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
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
using base::Severity;
using base::text;
using Step = XmlReader::Step;

enum class Format : std::uint8_t { general, percent, date };

/// What a number format says, from its code ("0.0%", "dd/mm/yyyy"); quoted words do not count, nor does the
/// character behind a "_" (a blank of its width), a "*" (what fills the cell) or a "\\".
Format format_of(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (!quoted && (c == '\\' || c == '_' || c == '*')) {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      bracketed = c == '[';
    } else if (!quoted && !bracketed) {
      if (c == '%') return Format::percent;
      if (std::string_view("ymdhYMDH").find(c) != std::string_view::npos) return Format::date;
    }
  }
  return Format::general;
}

Format builtin_format(int id) {
  if (id == 9 || id == 10) return Format::percent;
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return Format::date;
  return Format::general;
}

int whole_number(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "2025-12-31" of a day number; the epoch is 1899-12-30, which hides 1900's false leap day.
std::string date_text(double days, bool from_1904) {
  std::int64_t z = static_cast<std::int64_t>(std::floor(days)) + (from_1904 ? 1462 : 0) - 25569 + 719468;
  // Civil date of a day count by 400-year eras (March first).
  const std::int64_t era = z / 146097;
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  const auto two = [](std::int64_t n) { return std::string{char('0' + n / 10), char('0' + n % 10)}; };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

/// Puts the texts of a cell together while its XML is walked: <si> or <is>, of one <t> or of runs <r>.
class RunReader {
 public:
  void open(const XmlReader& reader) {
    const std::string_view name = reader.name();
    if (name == "r") m_text.begin_run();
    if (name == "t") m_in_text = true;
    if (name == "rPh") m_phonetic = true;
    if (name == "vertAlign" && reader.attribute("val") == "superscript") m_text.raise();
    if (name == "strike" && reader.attribute("val") != "0" && reader.attribute("val") != "false")
      m_text.strike();
  }
  void close(std::string_view name) {
    if (name == "t") m_in_text = false;
    if (name == "rPh") m_phonetic = false;
  }
  void add(std::string_view text) {
    if (m_in_text && !m_phonetic) m_text.add(text);
  }
  void clear() { m_text.clear(); }
  const RichText& text() const { return m_text; }

 private:
  RichText m_text;
  bool m_in_text = false;
  bool m_phonetic = false;
};

/// A text of the workbook, with what was left out of it.
struct SharedText {
  std::string text;
  std::string raised;
  std::string struck;

  explicit SharedText(const RichText& rich)
      : text(without_escapes(rich.text())), raised(rich.raised_left_out()), struck(rich.struck_left_out()) {}
};

struct SheetEntry {
  SheetName sheet;
  std::string relation;
};

class Workbook {
 public:
  explicit Workbook(const std::filesystem::path& path) : m_file(path.string()), m_archive(path) {
    read_sheets();
    read_relations();
    read_shared_texts();
    read_formats();
  }

  const std::vector<SheetEntry>& sheets() const { return m_sheets; }

  Grid cells(std::size_t index, base::Findings& findings) const;

 private:
  friend class SheetParser;

  std::string part(std::string_view name, bool needed) const {
    auto bytes = m_archive.read(name);
    if (!bytes && needed) throw_broken(std::string(name));
    return bytes.value_or("");
  }

  [[noreturn]] void throw_broken(const std::string& name) const {
    throw Error(ErrorKind::data,
                text("{} không phải tệp XLSX đọc được (thiếu hoặc hỏng {})",
                     "{} is no readable XLSX ({} is missing or damaged)", {m_file, name}),
                text("Mở bằng Excel hoặc LibreOffice rồi lưu lại.",
                     "Open it in Excel or LibreOffice and save it anew."));
  }

  void read_sheets() {
    const std::string xml = part("xl/workbook.xml", true);
    XmlReader reader(xml);
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (step != Step::open) continue;
      if (reader.name() == "workbookPr")
        m_from_1904 = reader.attribute("date1904") == "1" || reader.attribute("date1904") == "true";
      if (reader.name() != "sheet") continue;
      const std::string state = reader.attribute("state");
      m_sheets.push_back(
          {{reader.attribute("name"), state == "hidden" || state == "veryHidden"}, reader.attribute("id")});
    }
    if (reader.broken() || m_sheets.empty()) throw_broken("xl/workbook.xml");
  }

  void read_relations() {
    const std::string xml = part("xl/_rels/workbook.xml.rels", true);
    XmlReader reader(xml);
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (step != Step::open || reader.name() != "Relationship") continue;
      const std::string target = reader.attribute("Target");
      m_targets[reader.attribute("Id")] = target.starts_with("/") ? target.substr(1) : "xl/" + target;
    }
  }

  void read_shared_texts() {
    const std::string xml = part("xl/sharedStrings.xml", false);
    XmlReader reader(xml);
    RunReader runs;
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (step == Step::text) {
        runs.add(reader.text());
      } else if (step == Step::open) {
        if (reader.name() == "si") runs.clear();
        runs.open(reader);
      } else {
        runs.close(reader.name());
        if (reader.name() == "si") m_texts.emplace_back(runs.text());
      }
    }
    if (reader.broken()) throw_broken("xl/sharedStrings.xml");
  }

  void read_formats() {
    const std::string xml = part("xl/styles.xml", false);
    XmlReader reader(xml);
    std::map<int, Format> custom;
    bool in_cells = false;
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (reader.name() == "cellXfs") in_cells = step == Step::open;
      if (step != Step::open) continue;
      const int id = whole_number(reader.attribute("numFmtId"), 0);
      if (reader.name() == "numFmt") custom[id] = format_of(reader.attribute("formatCode"));
      if (reader.name() != "xf" || !in_cells) continue;
      const auto found = custom.find(id);
      m_formats.push_back(found != custom.end() ? found->second : builtin_format(id));
    }
  }

  std::string m_file;
  Archive m_archive;
  std::vector<SheetEntry> m_sheets;
  std::map<std::string, std::string> m_targets;
  std::vector<SharedText> m_texts;
  std::vector<Format> m_formats;
  bool m_from_1904 = false;
};

/// Walks the XML of one sheet.
class SheetParser {
 public:
  SheetParser(const Workbook& book, const SheetEntry& entry, base::Findings& findings)
      : m_book(book),
        m_uncached(
            findings, Severity::error, "xlsx.formula-without-value", book.m_file,
            text("Mở bằng Excel, tính lại (F9) rồi lưu.", "Open it in Excel, recalculate (F9) and save.")),
        m_raised(findings, Severity::note, "table.footnote-marks", book.m_file, {}),
        m_struck(findings, Severity::warning, "table.struck-text", book.m_file,
                 text("Xóa hẳn phần chữ gạch bỏ trong tệp.", "Delete the struck-out text from the file.")),
        m_findings(findings) {
    m_grid.sheet = entry.sheet.name;
  }

  Grid parse(const std::string& xml) {
    XmlReader reader(xml);
    for (Step step = reader.next(); step != Step::end; step = reader.next()) {
      if (step == Step::text) {
        if (m_in_value) m_value += reader.text();
        m_runs.add(reader.text());
        continue;
      }
      step == Step::open ? open(reader) : close(reader);
    }
    if (reader.broken()) m_book.throw_broken(m_grid.sheet);
    finish_rows();
    if (m_hidden_rows > 0) {
      m_findings.push_back(
          {Severity::note,
           "xlsx.hidden-rows",
           m_book.m_file,
           text("trang “{}”", "sheet “{}”", {m_grid.sheet}),
           text("{} dòng đang ẩn cũng được đọc", "{} hidden rows were read too", {m_hidden_rows}),
           {}});
    }
    return std::move(m_grid);
  }

 private:
  void open(const XmlReader& reader) {
    const std::string_view name = reader.name();
    if (name == "row") {
      const int row = whole_number(reader.attribute("r"), 0);
      m_row = row > 0 ? static_cast<std::uint32_t>(row) : m_row + 1;
      m_column = 0;
      m_hidden_rows += reader.attribute("hidden") == "1" || reader.attribute("hidden") == "true" ? 1U : 0U;
    } else if (name == "c") {
      open_cell(reader);
    } else if (name == "f") {
      m_formula = true;
    } else if (name == "v") {
      m_in_value = true;
    } else if (name == "col") {
      add_hidden_columns(reader);
    } else if (name == "mergeCell") {
      add_merge(reader.attribute("ref"));
    } else {
      m_runs.open(reader);
    }
  }

  void add_hidden_columns(const XmlReader& reader) {
    const std::string hidden = reader.attribute("hidden");
    const int first = whole_number(reader.attribute("min"), 0);
    const int last = whole_number(reader.attribute("max"), 0);
    if ((hidden != "1" && hidden != "true") || first < 1 || last < first) return;
    m_grid.hidden_columns.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  }

  void open_cell(const XmlReader& reader) {
    const CellAddress address = cell_address(reader.attribute("r"));
    m_column = address.column > 0 ? address.column : m_column + 1;
    if (address.row > 0) m_row = address.row;
    m_type = reader.attribute("t");
    m_style = whole_number(reader.attribute("s"), -1);
    m_value.clear();
    m_runs.clear();
    m_formula = false;
  }

  void close(const XmlReader& reader) {
    m_runs.close(reader.name());
    if (reader.name() == "v") m_in_value = false;
    if (reader.name() == "c") store(value());
  }

  void add_merge(const std::string& ref) {
    const std::size_t colon = ref.find(':');
    if (colon == std::string::npos) return;
    const CellAddress from = cell_address(std::string_view(ref).substr(0, colon));
    const CellAddress to = cell_address(std::string_view(ref).substr(colon + 1));
    if (from.row == 0 || to.row < from.row || to.column < from.column) return;
    m_grid.merges.push_back({from.row, to.row, from.column, to.column});
  }

  std::string cell_name() const {
    return m_grid.sheet + "!" + column_letters(m_column) + std::to_string(m_row);
  }

  Cell rich_cell(const SharedText& rich) {
    if (!rich.raised.empty()) {
      m_raised.add(cell_name(), text("chỉ số trên “{}” (dấu chú thích) được bỏ khỏi “{}”",
                                     "the raised “{}” (a footnote's mark) was left out of “{}”",
                                     {rich.raised, rich.text}));
    }
    if (!rich.struck.empty()) {
      m_struck.add(cell_name(),
                   text("phần chữ gạch bỏ “{}” không được đọc; ô là “{}”",
                        "the struck-out “{}” was not read; the cell is “{}”", {rich.struck, rich.text}));
    }
    return text_cell(rich.text);
  }

  Cell value() {
    if (!m_runs.text().empty()) return rich_cell(SharedText(m_runs.text()));
    if (m_value.empty() && m_formula && m_type != "str") {
      m_uncached.add(cell_name(), text("công thức chưa có kết quả lưu trong tệp",
                                       "the formula has no result stored in the file"));
    }
    if (m_value.empty()) return {};
    if (m_type == "s") {
      const int index = whole_number(m_value, -1);
      if (index < 0 || static_cast<std::size_t>(index) >= m_book.m_texts.size())
        m_book.throw_broken("xl/sharedStrings.xml");
      return rich_cell(m_book.m_texts[static_cast<std::size_t>(index)]);
    }
    if (m_type == "b") return text_cell(m_value == "1" ? "TRUE" : "FALSE");
    if (!m_type.empty() && m_type != "n") return text_cell(without_escapes(m_value));
    return number();
  }

  Cell number() const {
    double value = 0;
    const auto [end, failure] = std::from_chars(m_value.data(), m_value.data() + m_value.size(), value);
    if (failure != std::errc() || end != m_value.data() + m_value.size() || !std::isfinite(value))
      return text_cell(m_value);
    const auto style = static_cast<std::size_t>(m_style);
    const Format format =
        m_style >= 0 && style < m_book.m_formats.size() ? m_book.m_formats[style] : Format::general;
    if (format == Format::percent) return {CellKind::number, percent_shown(value), {}, true};
    if (format == Format::date && value >= 1 && value < 2958466)
      return text_cell(date_text(value, m_book.m_from_1904));
    return {CellKind::number, value, {}};
  }

  void store(Cell cell) {
    if (cell.kind == CellKind::empty || m_row == 0 || m_column == 0) return;
    if (++m_cells > k_cells_cap) {
      throw Error(ErrorKind::data, text("{}: quá nhiều ô", "{}: too many cells", {m_book.m_file}));
    }
    auto& row = m_rows[m_row];
    if (row.size() < m_column) row.resize(m_column);
    row[m_column - 1] = std::move(cell);
  }

  void finish_rows() {
    for (auto& [number, cells] : m_rows) {
      m_grid.row_number.push_back(number);
      m_grid.rows.push_back(std::move(cells));
    }
  }

  const Workbook& m_book;
  CappedFindings m_uncached;
  CappedFindings m_raised;
  CappedFindings m_struck;
  base::Findings& m_findings;
  Grid m_grid;
  std::map<std::uint32_t, std::vector<Cell>> m_rows;
  std::uint32_t m_row = 0;
  std::size_t m_column = 0;
  std::size_t m_cells = 0;
  std::size_t m_hidden_rows = 0;
  std::string m_type;
  std::string m_value;
  RunReader m_runs;
  int m_style = -1;
  bool m_in_value = false;
  bool m_formula = false;
};

Grid Workbook::cells(std::size_t index, base::Findings& findings) const {
  const SheetEntry& entry = m_sheets[index];
  const auto target = m_targets.find(entry.relation);
  if (target == m_targets.end()) throw_broken(entry.sheet.name);
  return SheetParser(*this, entry, findings).parse(part(target->second, true));
}

}  // namespace

SheetFile read_xlsx(const std::filesystem::path& path, const std::string& sheet) {
  const Workbook book(path);
  SheetFile out;
  for (const SheetEntry& entry : book.sheets()) out.sheets.push_back(entry.sheet);
  if (!sheet.empty()) {
    out.grid = book.cells(named_sheet(out.sheets, sheet, path.string()), out.findings);
    return out;
  }
  for (std::size_t i = 0; i < out.sheets.size() && out.grid.rows.empty(); ++i) {
    out.findings.clear();
    if (!out.sheets[i].hidden) out.grid = book.cells(i, out.findings);
  }
  return out;
}

std::vector<Grid> visible_xlsx_grids(const std::filesystem::path& path) {
  const Workbook book(path);
  std::vector<Grid> out;
  base::Findings ignored;  // of sheets that are looked at, not read
  for (std::size_t i = 0; i < book.sheets().size(); ++i) {
    if (book.sheets()[i].sheet.hidden) continue;
    try {
      out.push_back(book.cells(i, ignored));
    } catch (const Error&) {
      continue;  // a sheet that nobody asked for may be damaged
    }
  }
  return out;
}

}  // namespace ntmap::io
