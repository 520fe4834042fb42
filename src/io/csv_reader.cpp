#include "io/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/binary_reader.hpp"
#include "io/utf_reader.hpp"

namespace ntmap::io {
namespace {

using base::Severity;
using base::text;

constexpr std::size_t k_lines_looked_at = 50;
/// A quoted cell with more line ends than this is an unclosed quote: addresses and notes have a few.
constexpr std::size_t k_line_ends_in_cell = 50;

struct Quoted {
  std::string content;
  std::size_t end = 0;  ///< position after the closing quote
  std::size_t line_ends = 0;
};

/// ="00097", which programs write so that Excel keeps the zeros, without its sign and quotes.
std::string_view without_formula(std::string_view text) {
  constexpr std::size_t k_dress = 3;  // ="..."
  const bool dressed = text.size() >= k_dress && text.starts_with("=\"") && text.ends_with('"');
  return dressed ? text.substr(2, text.size() - k_dress) : text;
}

class CsvParser {
 public:
  CsvParser(std::string_view bytes, char separator, std::string file, CsvFile& out)
      : m_bytes(bytes),
        m_separator(separator),
        m_file(std::move(file)),
        m_out(out),
        m_strays(out.findings, Severity::error, "csv.unclosed-quote", m_file,
                 text("Thêm hoặc xóa dấu \" ở dòng đó.", "Add or delete the \" in that row.")) {}

  void parse(std::size_t at, std::uint32_t line) {
    m_at = at;
    m_line = line;
    while (m_at < m_bytes.size()) row();
  }

 private:
  void row() {
    const std::uint32_t first_line = m_line;
    std::vector<Cell> cells;
    do cells.push_back(cell());
    while (more());
    const bool blank =
        std::all_of(cells.begin(), cells.end(), [](const Cell& c) { return c.kind == CellKind::empty; });
    m_cells += cells.size();
    if (cells.size() > k_columns_cap || m_cells > k_cells_cap) {
      throw base::Error(base::ErrorKind::data,
                        text("{}, dòng {}: quá nhiều ô", "{}, row {}: too many cells", {m_file, first_line}),
                        text("Tách tệp thành các phần nhỏ hơn.", "Split it into smaller files."));
    }
    if (blank) return;
    m_out.grid.rows.push_back(std::move(cells));
    m_out.grid.row_number.push_back(first_line);
  }

  Cell cell() {
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"') {
      if (auto found = quoted()) {
        m_at = found->end;
        m_line += static_cast<std::uint32_t>(found->line_ends);
        return text_cell(without_formula(found->content));
      }
      m_strays.add(text("dòng {}", "row {}", {m_line}),
                   text("dấu \" không được đóng; đã đọc như ký tự thường",
                        "a \" is never closed; it was read as an ordinary character"));
    }
    const std::size_t begin = m_at;
    while (m_at < m_bytes.size() && !ends_cell(m_bytes[m_at])) ++m_at;
    return text_cell(without_formula(m_bytes.substr(begin, m_at - begin)));
  }

  /// The quoted cell at m_at; nothing when its quote does not close right before a separator or line end.
  std::optional<Quoted> quoted() const {
    Quoted out;
    for (std::size_t i = m_at + 1; i < m_bytes.size(); ++i) {
      const char c = m_bytes[i];
      if (c == '"' && i + 1 < m_bytes.size() && m_bytes[i + 1] == '"') {
        ++i;
      } else if (c == '"') {
        out.end = i + 1;
        while (out.end < m_bytes.size() && m_bytes[out.end] == ' ') ++out.end;
        if (out.end < m_bytes.size() && !ends_cell(m_bytes[out.end])) return std::nullopt;
        return out;
      }
      out.content += c;
      const bool line_end = c == '\n' || (c == '\r' && (i + 1 == m_bytes.size() || m_bytes[i + 1] != '\n'));
      if (line_end && ++out.line_ends > k_line_ends_in_cell) return std::nullopt;
    }
    return std::nullopt;
  }

  bool ends_cell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

  /// Steps over what ends a cell; true when another cell of the row follows.
  bool more() {
    if (m_at >= m_bytes.size()) return false;
    const char c = m_bytes[m_at++];
    if (c == m_separator) return true;
    if (c == '\r' && m_at < m_bytes.size() && m_bytes[m_at] == '\n') ++m_at;
    ++m_line;
    return false;
  }

  std::string_view m_bytes;
  char m_separator;
  std::string m_file;
  CsvFile& m_out;
  CappedFindings m_strays;
  std::size_t m_at = 0;
  std::uint32_t m_line = 1;
  std::size_t m_cells = 0;
};

/// Lines (of at most k_lines_looked_at) that have the commonest count, above 0, of this separator
/// outside quotes, and that count; of how many.
struct Regularity {
  std::size_t lines = 0;
  std::size_t count = 0;
  std::size_t of = 0;
};

Regularity regularity(std::string_view bytes, char separator) {
  std::map<std::size_t, std::size_t> lines_with;
  std::size_t count = 0;
  std::size_t lines = 0;
  bool in_quotes = false;
  bool blank = true;  // also between CR and LF
  for (std::size_t i = 0; i <= bytes.size() && lines < k_lines_looked_at; ++i) {
    const char c = i < bytes.size() ? bytes[i] : '\n';
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' || c == '\r') {
      if (count > 0) ++lines_with[count];
      lines += blank ? 0U : 1U;
      blank = true;
      count = 0;
      in_quotes = false;  // a stray quote must not hide the lines after it
      continue;
    }
    blank = false;
    if (c == separator && !in_quotes) ++count;
  }
  Regularity best{.of = lines};
  for (const auto& [n, times] : lines_with) {
    if (times > best.lines || (times == best.lines && n > best.count)) best = {times, n, lines};
  }
  return best;
}

/// ';', tab and '|' come before ',': where both divide the lines alike, the comma is a decimal comma. A '|'
/// in a few lines is no separator: scanners take a 1 for it.
char find_separator(std::string_view bytes) {
  char best = ',';
  Regularity best_found;
  for (const char separator : {';', '\t', '|', ','}) {
    const Regularity found = regularity(bytes, separator);
    if (separator == '|' && 2 * found.lines < found.of) continue;
    if (found.lines > best_found.lines) {
      best = separator;
      best_found = found;
    }
  }
  return best;
}

}  // namespace

CsvFile parse_csv(std::string bytes, const std::string& file) {
  CsvFile out;
  const std::string utf16(name_of(utf16_form(bytes)));
  Decoded decoded = to_utf8(std::move(bytes));
  out.encoding.raw = decoded.raw;
  if (decoded.damaged) {
    out.findings.push_back({Severity::error,
                            "csv.utf16",
                            file,
                            {},
                            text("UTF-16 có ký tự hỏng, đã thay bằng “\xEF\xBF\xBD”",
                                 "the UTF-16 holds damaged characters, replaced by “\xEF\xBF\xBD”"),
                            text("Lưu lại tệp ở dạng CSV UTF-8.", "Save the file anew as CSV UTF-8.")});
  }
  if (decoded.utf16 && !decoded.damaged) {
    out.findings.push_back({Severity::note,
                            "csv.utf16",
                            file,
                            {},
                            text("tệp ghi bằng {}, đã đọc theo bảng mã ấy",
                                 "the file is written in {}, and was read so", {utf16}),
                            {}});
  }
  const std::string_view content = decoded.text;
  if (content.find('\0') != std::string_view::npos) {
    throw base::Error(base::ErrorKind::data,
                      text("{} không phải tệp văn bản", "{} is not a text file", {file}),
                      text("Lưu bảng ở dạng CSV UTF-8 hoặc XLSX.", "Save the table as CSV UTF-8 or XLSX."));
  }
  const bool says = content.starts_with("sep=") && content.size() > 4;
  out.separator = says ? content[4] : find_separator(content);
  std::size_t at = 0;
  if (says) {
    at = content.find('\n');
    at = at == std::string_view::npos ? content.size() : at + 1;
  }
  CsvParser(content, out.separator, file, out).parse(at, says ? 2 : 1);
  return out;
}

CsvFile read_csv(const std::filesystem::path& path) {
  return parse_csv(read_whole(path, k_file_cap), path.string());
}

std::string utf16_name(const std::filesystem::path& path) {
  std::string head(k_utf16_head, '\0');
  std::ifstream stream(path, std::ios::binary);
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return std::string(name_of(utf16_form(head)));
}

}  // namespace ntmap::io
