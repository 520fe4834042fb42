#include "io/csv_writer.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "io/output_file.hpp"
#include "io/text_writer.hpp"
#include "model/number_text.hpp"

namespace ntmap::io {
namespace {

using model::Column;

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t k_rows_a_write = 4096;

bool needs_quotes(std::string_view text, const CsvOptions& options) {
  if (text.empty()) return false;
  if (text.front() == ' ' || text.back() == ' ') return true;
  if (text.find_first_not_of("0123456789.,-+eE") == std::string_view::npos) return true;
  const char special[] = {options.separator, options.decimal == ',' ? ',' : '"', '"', '\r', '\n', '\t'};
  return text.find_first_of(std::string_view(special, sizeof special)) != std::string_view::npos;
}

void append_text(std::string& out, std::string_view text, const CsvOptions& options) {
  require_utf8(text);
  if (!needs_quotes(text, options)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_number(std::string& out, double value, const CsvOptions& options) {
  std::string written = model::number_text(value);
  std::replace(written.begin(), written.end(), '.', options.decimal);
  out += written;
}

void append_row(std::string& out, std::span<const Column> columns, std::size_t row,
                const CsvOptions& options) {
  for (const Column& column : columns) {
    if (&column != &columns.front()) out += options.separator;
    if (column.has_text(row)) append_text(out, column.texts[row], options);
    if (column.has_number(row)) append_number(out, column.numbers[row], options);
  }
  out += "\r\n";
}

std::string header(std::span<const Column> columns, const CsvOptions& options) {
  std::string out(k_byte_order_mark);
  for (const Column& column : columns) {
    if (&column != &columns.front()) out += options.separator;
    append_text(out, column.name, options);
  }
  return out + "\r\n";
}

}  // namespace

void write_csv(std::span<const Column> columns, const CsvOptions& options,
               const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job) {
  base::PendingFile file(target, overwrite);
  OutputFile out(file.temporary(), target);
  std::string text = header(columns, options);
  const std::size_t rows = columns.empty() ? 0 : columns.front().size();
  for (std::size_t row = 0; row < rows; ++row) {
    append_row(text, columns, row, options);
    if (row % k_rows_a_write != 0) continue;
    out.write(text);
    text.clear();
    job.progress(0.98 * static_cast<double>(row) / static_cast<double>(rows));
    job.checkpoint();
  }
  out.write(text);
  out.close();
  job.progress(0.98);
  job.checkpoint();
  file.commit();
  job.progress(1);
}

}  // namespace ntmap::io
