#include "names/aliases.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "names/fold.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

constexpr std::string_view k_bom = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 4> k_columns{"name", "district", "province", "code"};

struct Record {
  std::vector<std::string> cells = {};
  std::size_t line = 0;  ///< from 1, where it begins
};

[[noreturn]] void refuse(std::string_view file, std::size_t line, base::Text what) {
  throw Error(ErrorKind::data, std::move(what),
              text("Sửa tệp tên gọi khác, hoặc xóa dòng này rồi xác nhận lại.",
                   "Correct the alias file, or delete the row and confirm the choice again."))
      .at(text("{}, dòng {}", "{}, line {}", {file, line}));
}

/// Cells of a CSV text by RFC 4180; blank lines are left out.
class CsvText {
 public:
  CsvText(std::string_view csv, std::string_view file)
      : m_csv(csv), m_file(file), m_separator(separator_of(csv)) {}

  std::vector<Record> records() {
    std::vector<Record> out;
    while (m_at < m_csv.size()) {
      Record record = next();
      const bool blank = record.cells.size() == 1 && record.cells.front().empty();
      if (!blank) out.push_back(std::move(record));
    }
    return out;
  }

 private:
  /// Excel puts the separator of the computer's region in place of the comma.
  static char separator_of(std::string_view csv) {
    const std::string_view header = csv.substr(0, csv.find_first_of("\r\n"));
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    if (count(';') > count(',')) return ';';
    return count('\t') > count(',') ? '\t' : ',';
  }

  Record next() {
    Record record{.line = m_line};
    while (true) {
      record.cells.push_back(at('"') ? quoted() : plain());
      if (!at(m_separator)) break;
      ++m_at;
    }
    if (at('\r')) ++m_at;
    if (m_at < m_csv.size() && !at('\n')) {
      refuse(m_file, record.line, text("có chữ sau dấu ngoặc kép đóng", "characters behind a closing quote"));
    }
    if (at('\n')) ++m_at;
    ++m_line;
    return record;
  }

  std::string plain() {
    const std::size_t end =
        std::min(m_csv.find_first_of(std::string("\r\n") + m_separator, m_at), m_csv.size());
    std::string cell(m_csv.substr(m_at, end - m_at));
    m_at = end;
    return cell;
  }

  std::string quoted() {
    const std::size_t line = m_line;
    std::string cell;
    for (++m_at; m_at < m_csv.size(); ++m_at) {
      if (at('"')) {
        ++m_at;
        if (!at('"')) return cell;
      }
      if (at('\n')) ++m_line;
      cell += m_csv[m_at];
    }
    refuse(m_file, line, text("dấu ngoặc kép không được đóng", "a quote is not closed"));
  }

  bool at(char c) const { return m_at < m_csv.size() && m_csv[m_at] == c; }

  std::string_view m_csv;
  std::string_view m_file;
  char m_separator;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
};

/// The text of UTF-16 with its mark, Excel's "Unicode text"; empty for any other.
std::string from_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return {};
  std::u32string out;
  char32_t high = 0;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = little ? first + 256u * second : 256u * first + second;
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high = unit;
    } else {
      out += low && high != 0 ? 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00)
             : low            ? k_replacement
                              : unit;
      high = 0;
    }
  }
  return to_utf8(out);
}

/// Index of each of k_columns in the header; size where it is missing.
std::array<std::size_t, 4> columns_of(const Record& header, std::string_view file) {
  std::array<std::size_t, 4> out{};
  for (std::size_t i = 0; i < k_columns.size(); ++i) {
    const auto found = std::find_if(header.cells.begin(), header.cells.end(), [&](const std::string& cell) {
      return search_key(cell) == k_columns[i];
    });
    out[i] = static_cast<std::size_t>(found - header.cells.begin());
  }
  for (const std::size_t required : {std::size_t{0}, std::size_t{3}}) {
    if (out[required] < header.cells.size()) continue;
    refuse(file, header.line, text("thiếu cột “{}”", "column “{}” is missing", {k_columns[required]}));
  }
  return out;
}

/// Spellings that count as one have one key.
std::string key_of(std::string_view name, std::string_view district, std::string_view province) {
  return to_utf8(fold(name).folded) + '|' + to_utf8(fold(district).folded) + '|' +
         to_utf8(fold(province).folded);
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::vector<Alias> parse_aliases(std::string_view bytes, std::string_view file) {
  const std::string converted = from_utf16(bytes);
  std::string_view csv = converted.empty() ? bytes : std::string_view(converted);
  if (csv.starts_with(k_bom)) csv.remove_prefix(k_bom.size());
  const std::vector<Record> records = CsvText(csv, file).records();
  if (records.empty()) return {};
  const auto columns = columns_of(records.front(), file);
  std::vector<Alias> out;
  std::unordered_map<std::string, std::string> codes;
  for (auto record = records.begin() + 1; record != records.end(); ++record) {
    const auto cell = [&](std::size_t column) {
      return columns[column] < record->cells.size() ? nfc(record->cells[columns[column]]) : std::string();
    };
    Alias alias{cell(0), cell(1), cell(2), cell(3), static_cast<std::uint32_t>(record->line)};
    if (fold(alias.name).empty() || alias.code.empty()) {
      refuse(file, record->line, text("thiếu tên hoặc mã", "name or code is missing"));
    }
    const auto [known, fresh] = codes.emplace(key_of(alias.name, alias.district, alias.province), alias.code);
    if (!fresh && known->second != alias.code) {
      refuse(file, record->line,
             text("“{}” đã được gán mã {} ở dòng trước", "“{}” has code {} in a row before",
                  {alias.name, known->second}));
    }
    out.push_back(std::move(alias));
  }
  return out;
}

std::string format_aliases(const std::vector<Alias>& aliases) {
  std::string out(k_bom);
  out += "name,district,province,code\r\n";
  for (const Alias& alias : aliases) {
    out += quoted(alias.name) + ',' + quoted(alias.district) + ',' + quoted(alias.province) + ',' +
           quoted(alias.code) + "\r\n";
  }
  return out;
}

void confirm(std::vector<Alias>& aliases, const Alias& choice) {
  const std::string key = key_of(choice.name, choice.district, choice.province);
  std::erase_if(
      aliases, [&](const Alias& known) { return key_of(known.name, known.district, known.province) == key; });
  aliases.push_back(choice);
}

base::Findings alias_findings(const std::vector<Alias>& aliases,
                              const std::function<bool(const std::string&)>& known, std::string_view file) {
  base::Findings out;
  for (const Alias& alias : aliases) {
    if (known(alias.code)) continue;
    const base::Text row =
        alias.line == 0 ? base::Text(alias.name) : text("dòng {}", "row {}", {std::to_string(alias.line)});
    out.push_back(
        {base::Severity::warning, "join.alias-unknown-code", std::string(file), row,
         text("“{}” được xác nhận là mã {}, nhưng không có đúng một đơn vị nào mang mã này; lựa chọn "
              "không có tác dụng",
              "“{}” is confirmed as the code {}, which is not that of exactly one unit; the choice has "
              "no effect",
              {alias.name, alias.code}),
         text("Sửa mã, hoặc xóa dòng này rồi xác nhận lại.",
              "Correct the code, or delete the row and confirm the choice again.")});
  }
  return out;
}

AliasBook::AliasBook(const std::vector<Alias>& aliases) {
  for (const Alias& alias : aliases) {
    m_codes.insert_or_assign(key_of(alias.name, alias.district, alias.province), alias.code);
  }
}

std::optional<AliasBook::Found> AliasBook::find(std::string_view name, std::string_view district,
                                                std::string_view province) const {
  if (m_codes.empty()) return std::nullopt;
  constexpr std::array<std::pair<bool, bool>, 4> k_exact_first{
      {{true, true}, {true, false}, {false, true}, {false, false}}};
  for (const auto& [with_district, with_province] : k_exact_first) {
    const auto found = m_codes.find(key_of(name, with_district ? district : std::string_view(),
                                           with_province ? province : std::string_view()));
    if (found != m_codes.end()) return Found{found->second, with_district, with_province};
  }
  return std::nullopt;
}

}  // namespace ntmap::names
