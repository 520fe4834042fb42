#include "io/dbf_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "io/binary_reader.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;
using base::Text;
using model::Column;
using model::ColumnType;

constexpr std::uint64_t k_rows_cap = 50'000'000;
constexpr std::size_t k_findings_a_rule = 20;

struct Field {
  std::string name;
  char type = 'C';
  std::size_t offset = 0;  ///< in the record
  std::size_t length = 0;
};

struct DbfHeader {
  std::size_t rows = 0;
  std::size_t header_length = 0;
  std::size_t record_length = 0;
  int language_id = 0;
  std::vector<Field> fields;
};

[[noreturn]] void throw_broken(const std::string& file, const Text& why) {
  throw Error(ErrorKind::data,
              text("{}: bảng thuộc tính hỏng, {}", "{}: broken attribute table, {}", {file, why}),
              text("Xin lại tệp .dbf, hoặc mở bằng phần mềm đã tạo ra nó rồi lưu lại.",
                   "Ask for the .dbf again, or save it anew from the program that made it."));
}

std::vector<Field> parse_fields(std::span<const std::byte> bytes, const std::string& file) {
  std::vector<Field> fields;
  std::size_t offset = 1;
  for (std::size_t at = 32; at + 32 <= bytes.size() && bytes[at] != std::byte{0x0D}; at += 32) {
    Field field;
    const auto* name = reinterpret_cast<const char*>(bytes.data() + at);
    field.name.assign(name, std::find(name, name + 11, '\0'));
    while (!field.name.empty() && field.name.back() == ' ') field.name.pop_back();
    field.type = static_cast<char>(bytes[at + 11]);
    field.length = static_cast<std::size_t>(bytes[at + 16]);
    // dBASE keeps the high byte of a long text field where numbers have their decimals.
    if (field.type == 'C') field.length += static_cast<std::size_t>(bytes[at + 17]) << 8U;
    if (field.name.empty() || field.length == 0) {
      throw_broken(file, text("cột {} không có tên hoặc độ rộng", "field {} has no name or width",
                              {fields.size() + 1}));
    }
    field.offset = offset;
    offset += field.length;
    fields.push_back(std::move(field));
  }
  return fields;
}

DbfHeader read_header(const BinaryFile& dbf, const std::string& file) {
  std::vector<std::byte> bytes(32);
  if (!dbf.read(0, bytes)) throw_broken(file, text("thiếu phần đầu", "the header is cut off"));
  DbfHeader header;
  header.rows = little<std::uint32_t>(bytes, 4);
  header.header_length = little<std::uint16_t>(bytes, 8);
  header.record_length = little<std::uint16_t>(bytes, 10);
  header.language_id = static_cast<int>(bytes[29]);
  if (header.header_length < 33 || header.record_length < 1 || header.rows > k_rows_cap) {
    throw_broken(file, text("phần đầu sai", "the header is wrong"));
  }
  bytes.resize(header.header_length);
  if (!dbf.read(0, bytes)) throw_broken(file, text("thiếu phần đầu", "the header is cut off"));
  header.fields = parse_fields(bytes, file);
  const std::size_t used =
      header.fields.empty() ? 1 : header.fields.back().offset + header.fields.back().length;
  if (used != header.record_length) {
    throw_broken(file, text("độ rộng các cột ({}) khác độ dài dòng ({})",
                            "the fields are {} wide, the rows {}", {used, header.record_length}));
  }
  return header;
}

std::string_view without_padding(std::string_view cell) {
  const std::size_t end = cell.find_last_not_of(std::string_view(" \0", 2));
  return end == std::string_view::npos ? std::string_view() : cell.substr(0, end + 1);
}

std::string_view without_leading_spaces(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view() : cell.substr(begin);
}

bool is_number_field(const Field& field) {
  return field.type == 'N' || field.type == 'F' || field.type == 'I' || field.type == 'O' ||
         field.type == 'B';
}

/// Takes the cells of one field, row after row.
class FieldReader {
 public:
  FieldReader(const Field& field, const std::string& file, std::size_t rows, base::Findings& findings)
      : m_field(field), m_file(file), m_findings(findings) {
    m_column.name = field.name;
    m_column.type = is_number_field(field) ? ColumnType::number : ColumnType::text;
    if (m_column.type == ColumnType::number) {
      m_column.numbers.reserve(rows);
    } else {
      m_column.texts.reserve(rows);
    }
  }

  void take(std::string_view record) {
    const std::string_view cell = record.substr(m_field.offset, m_field.length);
    ++m_row;
    if (!is_number_field(m_field)) {
      take_text(without_padding(cell));
    } else if (cell.find_first_not_of('*') == std::string_view::npos) {
      m_column.numbers.push_back(model::k_no_data);
      m_starred.push_back(m_row);
    } else if (m_field.type == 'N' || m_field.type == 'F') {
      take_number(without_leading_spaces(without_padding(cell)));
    } else {
      m_column.numbers.push_back(binary_number(cell));
    }
  }

  Column finish() {
    tell_starred();
    if (m_column.type == ColumnType::mixed) m_column.texts.resize(m_column.numbers.size());
    return std::move(m_column);
  }

 private:
  void take_text(std::string_view cell) {
    const bool control = std::any_of(cell.begin(), cell.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (control)
      note(Severity::warning, "dbf.control-character",
           text("ô chứa ký tự điều khiển, có thể tệp bị hỏng",
                "the cell holds control characters; the file may be damaged"));
    // As GDAL and QGIS write a date or a yes/no that has no value.
    if ((m_field.type == 'D' && cell == "00000000") || (m_field.type == 'L' && cell == "?")) cell = {};
    if (m_field.type == 'D' && cell.size() == 8) {
      m_column.texts.push_back(std::string(cell.substr(0, 4)) + '-' + std::string(cell.substr(4, 2)) + '-' +
                               std::string(cell.substr(6)));
    } else {
      m_column.texts.emplace_back(cell);
    }
  }

  void take_number(std::string_view cell) {
    m_column.numbers.push_back(model::k_no_data);
    if (cell.empty()) return;
    double value = 0;
    const std::string_view digits = cell.front() == '+' ? cell.substr(1) : cell;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure == std::errc() && end == digits.data() + digits.size() && std::isfinite(value)) {
      m_column.numbers.back() = value;
      return;
    }
    keep_text(cell);
  }

  /// What is no number in a number field stays readable: "1,5" must not become 1.
  void keep_text(std::string_view cell) {
    m_column.type = ColumnType::mixed;
    m_column.texts.resize(m_column.numbers.size());
    m_column.texts.back() = cell;
    note(Severity::error, "dbf.not-a-number",
         text("cột số chứa “{}”", "the number field holds “{}”", {std::string(cell)}));
  }

  /// GDAL and QGIS write a number that has no value as asterisks; old database programs a number that is too
  /// wide.
  void tell_starred() {
    if (m_starred.empty()) return;
    std::string rows;
    for (std::size_t i = 0; i < std::min(m_starred.size(), k_findings_a_rule); ++i)
      rows += (i == 0 ? "" : ", ") + std::to_string(m_starred[i]);
    if (m_starred.size() > k_findings_a_rule) rows += ", …";
    m_findings.push_back(
        {Severity::note, "dbf.no-value", m_file,
         text("dòng {}, cột {}", "row {}, field {}", {rows, m_field.name}),
         text("{} ô chỉ có dấu *, cách GDAL và QGIS ghi ô không có giá trị; coi như không có số liệu",
              "{} cells hold only *, as GDAL and QGIS write a number without a value; taken as no data",
              {m_starred.size()}),
         text("Nếu tệp do phần mềm khác xuất ra, có thể số không vừa độ rộng cột: xem lại các ô ấy.",
              "If another program wrote the file, the numbers may not have fitted: look at these cells.")});
  }

  double binary_number(std::string_view cell) const {
    const auto bytes = std::as_bytes(std::span(cell));
    if (m_field.type == 'I' && bytes.size() == 4) return little<std::int32_t>(bytes, 0);
    if (bytes.size() != 8) return model::k_no_data;
    const double value = little<double>(bytes, 0);
    return std::isfinite(value) ? value : model::k_no_data;
  }

  void note(Severity severity, const char* rule, Text what) {
    if (++m_noted > k_findings_a_rule) return;
    if (m_noted == k_findings_a_rule)
      what = base::join({what, text("(và các dòng sau)", "(and later rows)")}, " ");
    m_findings.push_back({severity, rule, m_file,
                          text("dòng {}, cột {}", "row {}, field {}", {m_row, m_field.name}), std::move(what),
                          text("Sửa ô đó trong tệp gốc.", "Mend the cell in the source file.")});
  }

  const Field& m_field;
  const std::string& m_file;
  base::Findings& m_findings;
  Column m_column;
  std::size_t m_row = 0;
  std::size_t m_noted = 0;
  std::vector<std::size_t> m_starred;  ///< rows, from 1
};

std::size_t rows_present(const BinaryFile& dbf, const DbfHeader& header, const std::string& file,
                         base::Findings& findings) {
  const std::uint64_t room = (dbf.size() - header.header_length) / header.record_length;
  if (room >= header.rows) {
    // One end mark (0x1A) is usual, more is content that the header does not count.
    if (room > header.rows) {
      findings.push_back(
          {Severity::warning,
           "dbf.longer-than-header",
           file,
           {},
           text("phần đầu ghi {} dòng nhưng tệp đủ chỗ cho {} dòng",
                "the header counts {} rows but the file has room for {}", {header.rows, room}),
           text("Kiểm tra số dòng với nơi gửi.", "Check the number of rows with the sender.")});
    }
    return header.rows;
  }
  findings.push_back(
      {Severity::error,
       "dbf.truncated",
       file,
       {},
       text("tệp bị cắt: phần đầu ghi {} dòng, chỉ có {} dòng",
            "the file is cut off: the header counts {} rows, only {} are there", {header.rows, room}),
       text("Xin lại tệp .dbf đầy đủ.", "Ask for the complete .dbf.")});
  return room;
}

void read_rows(const BinaryFile& dbf, const DbfHeader& header, std::vector<FieldReader>& readers,
               DbfFile& out) {
  const std::size_t block = std::max<std::size_t>(1, (std::size_t{1} << 20U) / header.record_length);
  std::vector<std::byte> bytes(block * header.record_length);
  for (std::size_t row = 0; row < out.row_count; row += block) {
    const std::size_t n = std::min(block, out.row_count - row);
    const std::span<std::byte> want = std::span(bytes).first(n * header.record_length);
    if (!dbf.read(header.header_length + row * header.record_length, want)) {
      throw Error(ErrorKind::io, text("Đọc bảng thuộc tính thất bại", "Reading the attribute table failed"));
    }
    for (std::size_t i = 0; i < n; ++i) {
      const std::string_view record(reinterpret_cast<const char*>(want.data()) + i * header.record_length,
                                    header.record_length);
      out.deleted[row + i] = record[0] == '*';
      if (record[0] != '*' && record[0] != ' ') {
        out.findings.push_back({Severity::warning,
                                "dbf.row-mark",
                                {},
                                text("dòng {}", "row {}", {row + i + 1}),
                                text("dấu đầu dòng không hợp lệ, có thể dòng bị lệch hoặc hỏng",
                                     "the row's mark is invalid; the row may be shifted or damaged"),
                                text("So lại dòng đó với bản gốc.", "Compare the row with the original.")});
      }
      for (FieldReader& reader : readers) reader.take(record);
    }
  }
}

}  // namespace

DbfFile read_dbf(const std::filesystem::path& path, const std::vector<std::string>& fields,
                 const std::string& file) {
  const BinaryFile dbf(path);
  const DbfHeader header = read_header(dbf, file);
  DbfFile out;
  out.language_id = header.language_id;
  out.row_count = rows_present(dbf, header, file, out.findings);
  out.deleted.resize(out.row_count);
  std::vector<FieldReader> readers;
  for (const Field& field : header.fields) {
    out.field_names.push_back(field.name);
    const bool wanted = fields.empty() || std::find(fields.begin(), fields.end(), field.name) != fields.end();
    if (wanted) readers.emplace_back(field, file, out.row_count, out.findings);
  }
  read_rows(dbf, header, readers, out);
  for (FieldReader& reader : readers) out.columns.push_back(reader.finish());
  for (base::Finding& finding : out.findings) {
    if (finding.file.empty()) finding.file = file;
  }
  return out;
}

}  // namespace ntmap::io
