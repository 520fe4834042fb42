#include "io/xlsx_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/error.hpp"
#include "io/output_file.hpp"
#include "io/text_writer.hpp"
#include "io/xlsx_styles.hpp"
#include "io/zip_archive.hpp"

namespace ntmap::io {
namespace {

using base::text;

// Limits of the format (Microsoft's "Excel specifications and limits").
constexpr std::size_t k_most_rows = 1'048'576;
constexpr std::size_t k_most_columns = 16'384;
constexpr std::size_t k_longest_text = 32'767;
constexpr std::size_t k_longest_name = 31;
constexpr std::size_t k_rows_a_report = 1024;

constexpr std::string_view k_xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view k_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view k_relations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view k_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Characters of a UTF-8 text.
std::size_t length_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string first_characters(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < utf8.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(utf8[at]) & 0xc0) != 0x80;
    if (starts && seen++ == count) break;
  }
  return std::string(utf8.substr(0, at));
}

/// Names that spreadsheets take, each once (letter case aside they must differ: a number does that).
std::vector<std::string> sheet_names(std::span<const Sheet> sheets) {
  std::vector<std::string> names;
  for (const Sheet& sheet : sheets) {
    std::string clean = sheet.name.empty() ? "Sheet" : sheet.name;
    for (char& c : clean) {
      if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos || c == '\'') c = '_';
    }
    std::string name = first_characters(clean, k_longest_name);
    for (int n = 2; std::ranges::find(names, name) != names.end(); ++n) {
      const std::string mark = fmt::format(" {}", n);
      name = first_characters(clean, k_longest_name - mark.size()) + mark;
    }
    names.push_back(name);
  }
  return names;
}

/// "A" for 0, "AA" for 26.
std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return out;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Spreadsheets read "_x0041_" in a text as "A": the underscore is escaped the same way.
std::string cell_xml(std::string_view cell) {
  if (length_of(cell) > k_longest_text) {
    throw base::Error(base::ErrorKind::data, text("Văn bản dài hơn {} ký tự",
                                                  "A text is longer than {} characters", {k_longest_text}));
  }
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::string_view rest = cell.substr(i, 7);
    const bool escape = rest.size() == 7 && rest.starts_with("_x") && rest[6] == '_' &&
                        std::ranges::all_of(rest.substr(2, 4), is_hex);
    out += escape ? "_x005F_" : std::string_view(&cell[i], 1);
  }
  return xml(out);
}

/// Writes the rows of one sheet.
class SheetPart {
 public:
  SheetPart(const Sheet& sheet, XlsxStyles& styles) : m_sheet(sheet), m_styles(styles) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) m_letters.push_back(column_letters(i));
    m_rows = sheet.columns.empty() ? 0 : sheet.columns.front().cells.size();
    require_size();
  }

  std::string xml_text(bool selected, const base::Job& job) {
    m_out = std::string(k_xml) + "<worksheet xmlns=\"" + std::string(k_main) + "\">";
    m_out += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
    m_out += fmt::format("<dimension ref=\"{}\"/><sheetViews><sheetView workbookViewId=\"0\"", range());
    if (selected) m_out += " tabSelected=\"1\"";
    m_out += ">" + panes() + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    append_widths();
    m_out += "<sheetData>";
    append_header();
    for (std::size_t row = 0; row < m_rows; ++row) {
      if (row % k_rows_a_report == 0) {
        job.checkpoint();
        job.progress(static_cast<double>(row) / static_cast<double>(m_rows));
      }
      append_row(row);
    }
    m_out += "</sheetData>";
    if (m_sheet.filter && !m_sheet.columns.empty()) m_out += fmt::format("<autoFilter ref=\"{}\"/>", range());
    return m_out + page_setup() + "</worksheet>";
  }

  std::string range() const {
    if (m_sheet.columns.empty()) return "A1";
    return fmt::format("A1:{}{}", m_letters.back(), m_rows + 1);
  }

 private:
  std::string panes() const {
    if (m_sheet.frozen == 0 || m_sheet.frozen >= m_sheet.columns.size()) {
      return "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
             "<selection pane=\"bottomLeft\"/>";
    }
    return fmt::format(
        "<pane xSplit=\"{}\" ySplit=\"1\" topLeftCell=\"{}2\" activePane=\"bottomRight\" state=\"frozen\"/>"
        "<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/><selection pane=\"bottomRight\"/>",
        m_sheet.frozen, m_letters[m_sheet.frozen]);
  }

  void require_size() const {
    if (m_rows < k_most_rows && m_sheet.columns.size() <= k_most_columns) return;
    throw base::Error(base::ErrorKind::data,
                      text("Trang tính “{}” có {} dòng, {} cột: quá nhiều cho một bảng tính",
                           "Sheet “{}” has {} rows and {} columns: too many for a spreadsheet",
                           {m_sheet.name, m_rows, m_sheet.columns.size()}),
                      text("Xuất ra CSV.", "Export as CSV."));
  }

  static const std::string& heading(const SheetColumn& column) {
    return column.heading.empty() ? column.cells.name : column.heading;
  }

  /// As wide as the longest text, within reason; the header wraps, so it asks for a word's width only.
  void append_widths() {
    constexpr std::size_t k_narrowest = 9;
    constexpr std::size_t k_widest = 60;
    constexpr std::size_t k_of_header = 12;
    if (m_sheet.columns.empty()) return;
    m_out += "<cols>";
    for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
      const SheetColumn& column = m_sheet.columns[i];
      std::size_t longest = std::min(length_of(heading(column)), k_of_header);
      for (const std::string& cell : column.cells.texts) longest = std::max(longest, length_of(cell));
      const std::size_t width = std::clamp(longest + 3, k_narrowest, k_widest);
      m_width += width;
      m_header_lines = std::max(m_header_lines, lines_of(heading(column), width - 2));
      m_out += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, width);
    }
    m_out += "</cols>";
  }

  /// How many lines a text takes that wraps between words.
  static std::size_t lines_of(const std::string& words, std::size_t width) {
    std::size_t lines = 1;
    std::size_t at = 0;
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      const std::size_t word = length_of(words.substr(begin, end - begin));
      if (at > 0 && at + 1 + word > width) {
        ++lines;
        at = 0;
      }
      at += (at > 0 ? 1 : 0) + word;
      begin = end + 1;
    }
    return lines;
  }

  /// A3 across, what planners pin to the wall: as many pages wide as keep the letters readable, as many down
  /// as it takes.
  std::string page_setup() const {
    constexpr std::size_t k_characters_a_page = 400;
    return fmt::format(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"8\" orientation=\"landscape\" fitToWidth=\"{}\" fitToHeight=\"0\"/>"
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>",
        m_width / k_characters_a_page + 1);
  }

  void append_header() {
    constexpr std::size_t k_points_a_line = 15;
    m_out += fmt::format("<row r=\"1\" ht=\"{}\" customHeight=\"1\">", k_points_a_line * m_header_lines);
    for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
      append_text_cell(i, 1, {CellLook::Kind::header, -1, {}}, heading(m_sheet.columns[i]));
    }
    m_out += "</row>";
  }

  void append_row(std::size_t row) {
    const std::size_t number = row + 2;
    m_out += fmt::format("<row r=\"{}\">", number);
    try {
      for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) append_cell(i, row, number);
    } catch (base::Error& error) {
      throw error.at(text("{}, dòng {}", "{}, row {}", {m_sheet.name, number}));
    }
    m_out += "</row>";
  }

  void append_cell(std::size_t i, std::size_t row, std::size_t number) {
    const SheetColumn& column = m_sheet.columns[i];
    std::optional<model::Rgb> fill;
    if (!column.fills.empty()) fill = column.fills[row];
    if (column.cells.has_number(row) && std::isfinite(column.cells.numbers[row])) {
      append_reference(i, number, {CellLook::Kind::number, column.decimals, fill});
      m_out += "><v>";
      append_json(m_out, column.cells.numbers[row]);
      m_out += "</v></c>";
    } else if (column.cells.has_text(row)) {
      append_text_cell(i, number, {CellLook::Kind::text, -1, fill}, column.cells.texts[row]);
    } else if (fill) {
      append_reference(i, number, {CellLook::Kind::text, -1, fill});
      m_out += "/>";
    }
  }

  void append_text_cell(std::size_t i, std::size_t number, const CellLook& look, std::string_view cell) {
    append_reference(i, number, look);
    m_out += " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell_xml(cell) + "</t></is></c>";
  }

  void append_reference(std::size_t i, std::size_t number, const CellLook& look) {
    m_out += "<c r=\"" + m_letters[i] + std::to_string(number) + "\" s=\"" +
             std::to_string(m_styles.index_of(look)) + '"';
  }

  const Sheet& m_sheet;
  XlsxStyles& m_styles;
  std::vector<std::string> m_letters;
  std::size_t m_rows = 0;
  std::size_t m_width = 0;  // of all columns, in characters
  std::size_t m_header_lines = 1;
  std::string m_out;
};

std::string sheet_file(std::size_t i) {
  return fmt::format("worksheets/sheet{}.xml", i + 1);
}

std::string content_types(std::size_t sheets) {
  const std::string office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string out = std::string(k_xml) +
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"rels\" "
                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                    office + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" +
                    office +
                    "styles+xml\"/><Override PartName=\"/docProps/core.xml\" "
                    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";
  for (std::size_t i = 0; i < sheets; ++i) {
    out += "<Override PartName=\"/xl/" + sheet_file(i) + "\" ContentType=\"" + office + "worksheet+xml\"/>";
  }
  return out + "</Types>";
}

std::string relation(std::size_t id, std::string_view type, const std::string& target) {
  return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}\" Target=\"{}\"/>", id, type, target);
}

std::string relations(const std::string& inner) {
  return std::string(k_xml) + "<Relationships xmlns=\"" + std::string(k_relations) + "\">" + inner +
         "</Relationships>";
}

std::string package_relations() {
  return relations(
      relation(1, std::string(k_office) + "/officeDocument", "xl/workbook.xml") +
      relation(2, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
               "docProps/core.xml"));
}

std::string workbook_relations(std::size_t sheets) {
  std::string inner;
  for (std::size_t i = 0; i < sheets; ++i) {
    inner += relation(i + 1, std::string(k_office) + "/worksheet", sheet_file(i));
  }
  return relations(inner + relation(sheets + 1, std::string(k_office) + "/styles", "styles.xml"));
}

/// "'Kết quả'!$A$1:$C$9" from "A1:C9".
std::string absolute(const std::string& range) {
  std::string out;
  for (std::size_t i = 0; i < range.size(); ++i) {
    const bool letter = range[i] >= 'A' && range[i] <= 'Z';
    const bool after_letter = i > 0 && range[i - 1] >= 'A' && range[i - 1] <= 'Z';
    if (letter ? !after_letter : after_letter) out += '$';
    out += range[i];
  }
  return out;
}

std::string workbook(std::span<const Sheet> sheets, const std::vector<std::string>& names,
                     const std::vector<std::string>& ranges) {
  std::string list;
  std::string defined;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string name = xml(names[i]);
    list += fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>", name, i + 1);
    if (sheets[i].columns.empty()) continue;
    if (sheets[i].filter) {
      defined += fmt::format(
          "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" "
          "hidden=\"1\">'{}'!{}</definedName>",
          i, name, absolute(ranges[i]));
    }
    const std::string columns =
        sheets[i].frozen == 0 ? "" : fmt::format("'{}'!$A:${},", name, column_letters(sheets[i].frozen - 1));
    defined +=
        fmt::format("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">{}'{}'!$1:$1</definedName>",
                    i, columns, name);
  }
  if (!defined.empty()) defined = fmt::format("<definedNames>{}</definedNames>", defined);
  return std::string(k_xml) + "<workbook xmlns=\"" + std::string(k_main) + "\" xmlns:r=\"" +
         std::string(k_office) + "\"><bookViews><workbookView/></bookViews><sheets>" + list + "</sheets>" +
         defined + "</workbook>";
}

std::string core_properties(const std::string& title) {
  return std::string(k_xml) +
         "<cp:coreProperties "
         "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
         xml(title) + "</dc:title><dc:creator>ntmap</dc:creator></cp:coreProperties>";
}

}  // namespace

void write_xlsx(std::span<const Sheet> sheets, const std::string& title, const std::filesystem::path& target,
                base::Overwrite overwrite, const base::Job& job) {
  base::PendingFile file(target, overwrite);
  OutputFile out(file.temporary(), target);
  ZipWriter zip(out);
  zip.add("[Content_Types].xml", content_types(sheets.size()));
  zip.add("_rels/.rels", package_relations());
  XlsxStyles styles;
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    SheetPart part(sheets[i], styles);
    ranges.push_back(part.range());
    const auto share = [&](std::size_t done) {
      return 0.98 * static_cast<double>(done) / static_cast<double>(sheets.size());
    };
    zip.add("xl/" + sheet_file(i), part.xml_text(i == 0, job.part(share(i), share(i + 1))));
  }
  zip.add("xl/workbook.xml", workbook(sheets, sheet_names(sheets), ranges));
  zip.add("xl/_rels/workbook.xml.rels", workbook_relations(sheets.size()));
  zip.add("xl/styles.xml", styles.part());
  zip.add("docProps/core.xml", core_properties(title));
  zip.finish();
  out.close();
  job.progress(0.98);
  job.checkpoint();
  file.commit();
  job.progress(1);
}

}  // namespace ntmap::io
