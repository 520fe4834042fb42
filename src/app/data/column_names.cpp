#include "app/data/column_names.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "names/letters.hpp"
#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using base::text;

enum class HeaderMarks : unsigned char { count, ignored };

/// Small letters without blanks. Signs stay: "Hộ nghèo" and "Hộ nghèo (%)" are two columns.
std::u32string header_key(const std::string& name, HeaderMarks marks) {
  std::u32string out;
  for (const char32_t c : names::key_characters(name)) {
    if (c > U' ' && c != U'\u00A0') out += names::lower(c);
  }
  return marks == HeaderMarks::ignored ? names::without_marks(out) : out;
}

/// The one of the names that is like this one; nothing where none or several are.
std::optional<std::string> name_like(const std::string& name, const std::vector<std::string>& names,
                                     HeaderMarks marks) {
  std::optional<std::string> found;
  for (const std::string& other : names) {
    if (header_key(other, marks) != header_key(name, marks)) continue;
    if (found) return std::nullopt;
    found = other;
  }
  return found;
}

}  // namespace

void ColumnNames::align(io::TableFile& part) {
  std::vector<model::Column>& columns = part.table.columns;
  const auto known = [&](const std::string& name) {
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
  };
  for (model::Column& column : columns) {
    if (known(column.name)) continue;
    for (const HeaderMarks marks : {HeaderMarks::count, HeaderMarks::ignored}) {
      const auto other = name_like(column.name, m_names, marks);
      if (!other || part.table.find(*other) != nullptr) continue;
      part.findings.push_back(
          {marks == HeaderMarks::count ? base::Severity::note : base::Severity::warning,
           "table.columns-alike", part.table.file,
           part.table.sheet.empty() ? base::Text() : text("trang “{}”", "sheet “{}”", {part.table.sheet}),
           text("cột “{}” được hiểu là cột “{}” của phần trước",
                "the column “{}” was taken for “{}” of the parts before", {column.name, *other}),
           text("Đặt tên cột giống nhau ở mọi tệp, trang.",
                "Name the columns alike in all files and sheets.")});
      column.name = *other;
      break;
    }
  }
  for (const model::Column& column : columns) {
    if (!known(column.name)) m_names.push_back(column.name);
  }
}

}  // namespace ntmap::app
