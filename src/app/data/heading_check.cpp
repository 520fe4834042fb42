#include "app/data/heading_check.hpp"

#include <algorithm>

#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using base::text;

/// The headings in the words of the finding that names the header row.
base::Text header_words(const model::Table& table) {
  std::string row;
  for (const model::Column& column : table.columns) row += (row.empty() ? "" : " | ") + column.name;
  return text("dòng tiêu đề: {}", "the header row: {}", {row});
}

}  // namespace

HeadingCheck::HeadingCheck(const model::Table& raw) {
  bool unicode = false;
  for (std::size_t i = 0; i < raw.columns.size(); ++i) {
    const std::string& name = raw.columns[i].name;
    if (!names::is_valid_utf8(name)) {
      m_alien.push_back(i);
    } else if (!names::is_ascii(name)) {
      unicode = true;
    }
  }
  if (!unicode) m_alien.clear();
}

void HeadingCheck::tell(const model::Table& decoded, base::Findings& findings) const {
  for (base::Finding& finding : findings) {
    const bool header = finding.rule == "table.header" && finding.file == decoded.file;
    if (header && !names::is_valid_utf8(finding.what.vi)) finding.what = header_words(decoded);
  }
  for (std::size_t i = 0; i < decoded.columns.size(); ++i) {
    const std::string& name = decoded.columns[i].name;
    const bool alien = std::find(m_alien.begin(), m_alien.end(), i) != m_alien.end();
    if (!alien && name.find("\uFFFD") == std::string::npos) continue;
    findings.push_back(
        {base::Severity::warning, "table.heading-damaged", decoded.file, text("cột {}", "column {}", {i + 1}),
         text("tiêu đề “{}” có byte không cùng bảng mã với các tiêu đề khác: có thể đã hỏng",
              "the heading “{}” has bytes that are not in the encoding of the others: it may be damaged",
              {name}),
         text("Sửa tiêu đề trong tệp gốc.", "Mend the heading in the source.")});
  }
}

}  // namespace ntmap::app
