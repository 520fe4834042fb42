#include "app/data/confirm_names.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/data/load_layer.hpp"
#include "app/data/name_candidate.hpp"
#include "app/data/table_place.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "base/pending_file.hpp"
#include "names/name_grade.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

std::string without_zeros(const std::string& code) {
  const std::size_t first = code.find_first_not_of('0');
  return first == std::string::npos ? code : code.substr(first);
}

/// The unit of that code; spreadsheets take leading zeros away.
const names::MatchUnit& known_unit(const std::vector<names::MatchUnit>& units,
                                   const ConfirmedRow& confirmed) {
  std::vector<const names::MatchUnit*> same;
  std::vector<std::string> all;
  for (const names::MatchUnit& unit : units) {
    all.push_back(unit.code);
    if (without_zeros(unit.code) == without_zeros(confirmed.code)) same.push_back(&unit);
  }
  if (same.size() == 1) return *same.front();
  throw Error(ErrorKind::data,
              same.empty() ? text("dòng {}: không có đơn vị nào mang mã {}",
                                  "row {}: no unit has the code {}", {confirmed.row, confirmed.code})
                           : text("dòng {}: mã {} dùng cho nhiều đơn vị",
                                  "row {}: several units have the code {}", {confirmed.row, confirmed.code}),
              base::nearest_word_advice(confirmed.code, all));
}

bool alike(const std::string& spelled, const std::string& known) {
  const std::vector<names::UnitName> readings = names::unit_name_readings(spelled);
  const names::ComparedName unit(names::parse_unit_name(known).name);
  return std::any_of(readings.begin(), readings.end(), [&](const names::UnitName& reading) {
    return names::grade(names::ComparedName(reading.name), unit) != names::Grade::none;
  });
}

base::Text confirmed_text(const names::MatchRow& row, const names::MatchUnit& unit) {
  return text("“{}” (huyện ghi trong dòng: {}) được xác nhận là {} {} ({})",
              "“{}” (the row's district: {}) is confirmed as {} {} ({})",
              {row.name, row.district.empty() ? "–" : row.district, unit.code, unit.name,
               unit.district.empty() ? "–" : unit.district});
}

[[noreturn]] void refuse_elsewhere(const base::Findings& elsewhere) {
  base::Text list;
  for (const base::Finding& finding : elsewhere) {
    const base::Text one = text("{}: {}", "{}: {}", {finding.place, finding.what});
    list = list.empty() ? one : base::join({list, one}, "; ");
  }
  throw Error(
      ErrorKind::data,
      text("Đơn vị được xác nhận nằm ở huyện khác huyện ghi trong bảng; chưa lưu lựa chọn nào. {}",
           "A confirmed unit lies in another district than its row says; nothing was saved. {}", {list}),
      text("Kiểm tra lại mã. Nếu huyện trong bảng sai, thêm --elsewhere.",
           "Check the code. Where the table's district is wrong, add --elsewhere."));
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

base::Findings confirm(std::vector<names::Alias>& aliases, const std::vector<ConfirmedRow>& confirmed,
                       const model::Table& table, const std::vector<names::MatchRow>& rows,
                       const std::vector<names::MatchUnit>& units, Elsewhere elsewhere) {
  base::Findings other_district;
  base::Findings other_name;
  DistrictCheck districts(units);
  for (const ConfirmedRow& one : confirmed) {
    const std::size_t at = row_of(table, one.row);
    const names::MatchRow& row = rows[at];
    if (row.name.empty()) {
      throw Error(ErrorKind::data,
                  text("dòng {} không có tên để xác nhận", "row {} has no name to confirm", {one.row}));
    }
    const names::MatchUnit& unit = known_unit(units, one);
    const auto tell = [&](const char* rule, base::Findings& to) {
      to.push_back({base::Severity::warning, rule, table.file_of(at), row_place(table, at),
                    confirmed_text(row, unit),
                    text("Nếu nhầm, xác nhận lại dòng này với mã đúng.",
                         "If that is a slip, confirm the row again with the right code.")});
    };
    if (districts.elsewhere(row.district, unit.district)) {
      tell("join.confirmed-elsewhere", other_district);
    } else if (!alike(row.name, unit.name)) {
      tell("join.confirmed-unlike", other_name);
    }
    names::confirm(aliases, {row.name, row.district, row.province, unit.code});
  }
  if (!other_district.empty() && elsewhere == Elsewhere::refused) refuse_elsewhere(other_district);
  other_district.insert(other_district.end(), other_name.begin(), other_name.end());
  return other_district;
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
