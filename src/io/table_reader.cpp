#include "io/table_reader.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "io/csv_reader.hpp"
#include "io/dbf_reader.hpp"
#include "io/other_sheets.hpp"
#include "io/repeat_check.hpp"
#include "io/shapefile_reader.hpp"
#include "io/source_path.hpp"
#include "io/spreadsheet_reader.hpp"
#include "io/table_shape_reader.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;
using model::Column;
using model::ColumnType;

bool is_spreadsheet(std::string_view extension) {
  return extension == ".xlsx" || extension == ".xlsm" || extension == ".ods";
}

SheetFile read_sheet(const std::filesystem::path& path, const std::string& sheet) {
  return extension_of(path) == ".ods" ? read_ods(path, sheet) : read_xlsx(path, sheet);
}

TableFile from_csv(const std::filesystem::path& path, const TableOptions& options) {
  CsvFile csv = read_csv(path);
  TableFile out;
  out.encoding = csv.encoding;
  out.findings = std::move(csv.findings);
  out.table = shape_table(std::move(csv.grid), {options.header_row, false, true, csv.separator == ','},
                          path.string(), out.findings, &out.measures);
  return out;
}

TableFile from_spreadsheet(const std::filesystem::path& path, const TableOptions& options) {
  SheetFile file = read_sheet(path, options.sheet);
  TableFile out;
  out.findings = std::move(file.findings);
  std::string hidden;
  for (const SheetName& sheet : file.sheets) {
    if (sheet.name == file.grid.sheet) continue;
    out.other_sheets.push_back(sheet.name);
    if (sheet.hidden) hidden += (hidden.empty() ? "" : ", ") + sheet.name;
  }
  if (!hidden.empty()) {
    out.findings.push_back({Severity::note,
                            "table.hidden-sheets",
                            path.string(),
                            {},
                            text("trang ẩn không được đọc: {}", "hidden sheets were not read: {}", {hidden}),
                            {}});
  }
  out.table = shape_table(std::move(file.grid), {options.header_row, true, false}, path.string(),
                          out.findings, &out.measures);
  // Who names a sheet knows that there are others.
  const auto others = options.sheet.empty() ? other_sheets_found(path, out.table, file.sheets) : std::nullopt;
  if (others) out.findings.push_back(*others);
  return out;
}

TableFile from_dbf(const std::filesystem::path& path) {
  DbfFile dbf = read_dbf(path, {}, path.string());
  TableFile out;
  out.findings = std::move(dbf.findings);
  out.encoding = dbf_encoding(path, dbf.language_id);
  out.table.file = path.string();
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < dbf.row_count; ++i) {
    if (dbf.deleted[i]) continue;
    kept.push_back(i);
    out.table.source_row.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (kept.size() < dbf.row_count) {
    out.findings.push_back({Severity::note,
                            "dbf.deleted-rows",
                            path.string(),
                            {},
                            text("{} dòng đã đánh dấu xóa được bỏ qua",
                                 "{} rows marked as deleted were left out", {dbf.row_count - kept.size()}),
                            {}});
  }
  for (Column& from : dbf.columns) {
    Column column{from.name, from.type, {}, {}};
    for (const std::size_t i : kept) {
      if (from.type != ColumnType::number) column.texts.push_back(std::move(from.texts[i]));
      if (from.type != ColumnType::text) column.numbers.push_back(from.numbers[i]);
    }
    out.table.columns.push_back(std::move(column));
  }
  return out;
}

/// Lengthens a column to `rows`, and lets it hold cells of another type.
void widen(Column& column, ColumnType other, std::size_t rows) {
  const bool had_rows = column.size() > 0;
  if (column.type != other && had_rows) {
    column.texts.resize(column.size());
    column.numbers.resize(column.texts.size(), model::k_no_data);
    column.type = ColumnType::mixed;
  } else if (!had_rows) {
    column.type = other;
  }
  if (column.type != ColumnType::number) column.texts.resize(rows);
  if (column.type != ColumnType::text) column.numbers.resize(rows, model::k_no_data);
}

Column& column_named(model::Table& table, const Column& like, std::size_t rows_before) {
  for (Column& column : table.columns) {
    if (column.name == like.name) return column;
  }
  Column fresh{like.name, like.type, {}, {}};
  widen(fresh, like.type, rows_before);
  table.columns.push_back(std::move(fresh));
  return table.columns.back();
}

void append_rows(model::Table& to, const model::Table& from) {
  const std::size_t before = to.source_row.size();
  const std::size_t rows = before + from.row_count();
  to.parts.push_back({from.file, from.sheet, from.header_row, before, from.titles});
  to.source_row.insert(to.source_row.end(), from.source_row.begin(), from.source_row.end());
  for (const Column& source : from.columns) {
    Column& column = column_named(to, source, before);
    widen(column, source.type, rows);
    for (std::size_t i = before; i < rows; ++i) {
      if (source.type != ColumnType::number) column.texts[i] = source.texts[i - before];
      if (source.type != ColumnType::text) column.numbers[i] = source.numbers[i - before];
    }
  }
  for (Column& column : to.columns) widen(column, column.type, rows);
}

void check_columns(const model::Table& all, const model::Table& part, base::Findings& findings) {
  const auto missing = [&](const model::Table& in, const model::Table& of) {
    std::string names;
    for (const Column& column : of.columns) {
      if (in.find(column.name) == nullptr) names += (names.empty() ? "" : ", ") + column.name;
    }
    return names;
  };
  const std::string absent = missing(part, all);
  const std::string extra = missing(all, part);
  const base::Text place = part.sheet.empty() ? base::Text() : text("trang “{}”", "sheet “{}”", {part.sheet});
  const base::Text remedy =
      text("Đặt tên cột giống nhau ở mọi tệp, trang.", "Name the columns alike in all files and sheets.");
  if (!absent.empty()) {
    findings.push_back(
        {Severity::warning, "table.columns-missing", part.file, place,
         text("thiếu cột so với phần trước: {}", "columns that earlier parts have are missing: {}", {absent}),
         remedy});
  }
  if (!extra.empty()) {
    findings.push_back(
        {Severity::warning, "table.columns-new", part.file, place,
         text("có thêm cột so với phần trước: {}", "columns that earlier parts lack: {}", {extra}), remedy});
  }
}

/// A sheet of remarks beside sheets of figures: one column has no room for a unit and its figure.
bool is_no_table(const model::Table& table) {
  return table.columns.size() < 2 && !table.sheet.empty();
}

base::Finding sheet_left_out(const model::Table& table) {
  return {Severity::note,
          "table.sheet-left-out",
          table.file,
          text("trang “{}”", "sheet “{}”", {table.sheet}),
          text("trang không có bảng số liệu, được bỏ qua", "the sheet holds no table, and was left out"),
          {}};
}

/// The sources with "*" replaced by each visible sheet that has rows.
std::vector<TableSource> with_sheets_named(const std::vector<TableSource>& sources) {
  std::vector<TableSource> out;
  for (const TableSource& source : sources) {
    if (source.sheet != "*") {
      out.push_back(source);
      continue;
    }
    for (const std::string& sheet : visible_sheets(source.path)) {
      if (sheet.empty() || !read_sheet(source.path, sheet).grid.rows.empty())
        out.push_back({source.path, sheet});
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> visible_sheets(const std::filesystem::path& path) {
  require_file(path);
  if (!is_spreadsheet(extension_of(path))) return {""};
  std::vector<std::string> names;
  for (const SheetName& sheet : read_sheet(path, {}).sheets) {
    if (!sheet.hidden) names.push_back(sheet.name);
  }
  return names;
}

TableFile read_table(const std::filesystem::path& path, const TableOptions& options) {
  require_file(path);
  const std::string extension = extension_of(path);
  if (extension == ".csv" || extension == ".txt" || extension == ".tsv") return from_csv(path, options);
  if (is_spreadsheet(extension)) return from_spreadsheet(path, options);
  if (extension == ".dbf") return from_dbf(path);
  const bool old_excel = extension == ".xls";
  const bool packed = extension == ".zip" || extension == ".rar" || extension == ".7z";
  throw Error(ErrorKind::usage,
              text("{} không phải định dạng bảng đọc được", "{} is of no table format that can be read",
                   {path.string()}),
              packed ? text("Giải nén rồi chọn tệp bên trong (.shp, .csv, .xlsx).",
                            "Unpack it and choose the file inside (.shp, .csv, .xlsx).")
              : old_excel
                  ? text("Mở bằng Excel và lưu thành .xlsx.", "Open it in Excel and save it as .xlsx.")
                  : text("Dùng .csv, .xlsx, .ods hoặc .dbf.", "Use .csv, .xlsx, .ods or .dbf."));
}

TableFile read_tables(const std::vector<TableSource>& sources, const TableOptions& options) {
  const std::vector<TableSource> named = with_sheets_named(sources);
  if (named.empty()) {
    throw Error(ErrorKind::usage, text("Chưa chọn bảng nào", "No table was named"), {});
  }
  TableFile out;
  MeasureCheck measures;
  for (const TableSource& source : named) {
    TableFile part = read_table(source.path, {.sheet = source.sheet, .header_row = options.header_row});
    if (options.prepare) options.prepare(part);
    if (is_no_table(part.table) && named.size() > 1) {
      out.findings.push_back(sheet_left_out(part.table));
      continue;
    }
    if (!out.table.parts.empty()) {
      check_columns(out.table, part.table, out.findings);
      if (part.encoding.raw != out.encoding.raw) {
        out.findings.push_back(
            {Severity::warning,
             "table.encodings-differ",
             part.table.file,
             {},
             text("bảng mã khác với các tệp trước", "its encoding differs from that of the files before"),
             text("Lưu mọi tệp ở dạng CSV UTF-8.", "Save all files as CSV UTF-8.")});
      }
    } else {
      out.table.file = part.table.file;
      out.table.sheet = part.table.sheet;
      out.table.header_row = part.table.header_row;
      out.table.titles = part.table.titles;
      out.encoding = part.encoding;
    }
    measures.take(part.table, part.measures);
    append_rows(out.table, part.table);
    std::move(part.findings.begin(), part.findings.end(), std::back_inserter(out.findings));
  }
  if (out.table.parts.empty()) out.table.file = named.front().path.string();  // none holds a table
  measures.report(out.findings);
  check_repeated_rows(out.table, out.findings);
  return out;
}

}  // namespace ntmap::io
