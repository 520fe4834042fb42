#include "app/data/confirm_names.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/data/load_layer.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "base/pending_file.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

std::string without_zeros(const std::string& code) {
  const std::size_t first = code.find_first_not_of('0');
  return first == std::string::npos ? code : code.substr(first);
}

/// The unit's own code; spreadsheets take leading zeros away.
std::string known_code(const std::vector<names::MatchUnit>& units, const ConfirmedRow& confirmed) {
  std::vector<std::string> same;
  std::vector<std::string> all;
  for (const names::MatchUnit& unit : units) {
    all.push_back(unit.code);
    if (without_zeros(unit.code) == without_zeros(confirmed.code)) same.push_back(unit.code);
  }
  if (same.size() == 1) return same.front();
  throw Error(ErrorKind::data,
              same.empty() ? text("dòng {}: không có đơn vị nào mang mã {}",
                                  "row {}: no unit has the code {}", {confirmed.row, confirmed.code})
                           : text("dòng {}: mã {} dùng cho nhiều đơn vị",
                                  "row {}: several units have the code {}", {confirmed.row, confirmed.code}),
              base::nearest_word_advice(confirmed.code, all));
}

std::size_t row_of(const model::Table& table, const std::string& number) {
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (row_number(table, row) == number) return row;
  }
  throw Error(ErrorKind::data, text("Bảng không có dòng {}", "The table has no row {}", {number}),
              text("Dùng số dòng ghi trong báo cáo ghép.", "Use the row numbers of the join report."));
}

}  // namespace

std::string row_number(const model::Table& table, std::size_t row) {
  const model::Column* numbers = table.find("row");
  return numbers == nullptr ? std::to_string(row + 1) : numbers->text(row);
}

std::vector<ConfirmedRow> confirmed_in_report(const std::string& path) {
  const LoadedTable report = load_table({.files = {path}});
  const model::Column& rows = require_column(report.table, "row");
  const model::Column& statuses = require_column(report.table, "status");
  const model::Column& codes = require_column(report.table, "code");
  std::vector<ConfirmedRow> confirmed;
  for (std::size_t row = 0; row < report.table.row_count(); ++row) {
    const std::string code = codes.text(row);
    if (statuses.text(row) != "matched" && !code.empty()) confirmed.push_back({rows.text(row), code});
  }
  return confirmed;
}

std::vector<names::Alias> read_alias_file(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    throw Error(ErrorKind::io,
                text("Không mở được tệp tên đã xác nhận {}", "Cannot open the alias file {}", {path}),
                text("Kiểm tra quyền đọc.", "Check the permission to read it."));
  }
  const std::string csv{std::istreambuf_iterator<char>(stream), {}};
  return names::parse_aliases(csv, path);
}

void confirm(std::vector<names::Alias>& aliases, const std::vector<ConfirmedRow>& confirmed,
             const model::Table& table, const std::vector<names::MatchRow>& rows,
             const std::vector<names::MatchUnit>& units) {
  for (const ConfirmedRow& one : confirmed) {
    const names::MatchRow& row = rows[row_of(table, one.row)];
    if (row.name.empty()) {
      throw Error(ErrorKind::data,
                  text("dòng {} không có tên để xác nhận", "row {} has no name to confirm", {one.row}));
    }
    names::confirm(aliases, {row.name, row.district, row.province, known_code(units, one)});
  }
}

void write_alias_file(const std::string& path, const std::vector<names::Alias>& aliases) {
  base::PendingFile file(path, base::Overwrite::yes);
  std::ofstream stream(file.temporary(), std::ios::binary);
  stream << names::format_aliases(aliases);
  stream.close();
  if (!stream) {
    throw Error(
        ErrorKind::io, text("Không ghi được {}", "Cannot write {}", {path}),
        text("Kiểm tra dung lượng đĩa và quyền ghi.", "Check the free disk space and the permission."));
  }
  file.commit();
}

}  // namespace ntmap::app
