#include "app/data/join_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "app/data/double_claims.hpp"
#include "app/data/heading_rows.hpp"
#include "app/data/load_layer.hpp"
#include "app/data/table_place.hpp"
#include "base/error.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;
using Fields = std::map<std::string, std::string>;

/// One cell of a field by its role; empty where the role has no field.
class Roles {
 public:
  Roles(const model::Table& table, const Fields& fields) {
    for (const auto& [role, field] : fields) m_columns[role] = &require_column(table, field);
  }
  std::string cell(const std::string& role, std::size_t row) const {
    const auto column = m_columns.find(role);
    return column == m_columns.end() ? std::string() : column->second->text(row);
  }

 private:
  std::map<std::string, const model::Column*> m_columns;
};

void check_roles(const Fields& fields, const char* option) {
  for (const auto& [role, field] : fields) {
    if (role == "code" || role == "name" || role == "district" || role == "province" || role == "type")
      continue;
    throw Error(
        ErrorKind::usage, text("{}: không có vai trò “{}”", "{}: there is no role “{}”", {option, role}),
        text("Dùng code, name, district, province, type.", "Use code, name, district, province, type."));
  }
}

/// The confirmed choices, with those of this request added to the file.
std::vector<names::Alias> aliases_of(const JoinRequest& request, const model::Table& table,
                                     const std::vector<names::MatchRow>& rows,
                                     const std::vector<names::MatchUnit>& units, base::Findings& findings) {
  if (request.aliases.empty()) return {};
  std::vector<names::Alias> aliases = read_alias_file(request.aliases);
  if (!request.confirmed.empty()) {
    findings = confirm(aliases, request.confirmed, table, rows, units, request.elsewhere);
    write_alias_file(request.aliases, aliases);
  }
  return aliases;
}

void check_aliases(const JoinRequest& request) {
  if (!request.confirmed.empty() && request.aliases.empty()) {
    throw Error(ErrorKind::usage,
                text("Xác nhận tên cần --aliases để lưu", "Confirming names needs --aliases, to save them"),
                text("Ví dụ: --aliases ten_da_xac_nhan.csv", "For example: --aliases confirmed_names.csv"));
  }
  const bool missing = !request.aliases.empty() && !std::filesystem::exists(request.aliases);
  if (missing && request.confirmed.empty()) {
    throw Error(ErrorKind::not_found,
                text("Không có tệp tên đã xác nhận {}", "There is no alias file {}", {request.aliases}),
                text("Tệp được tạo khi xác nhận dòng đầu tiên: --confirm DÒNG=MÃ.",
                     "It is made when a row is confirmed: --confirm ROW=CODE."));
  }
}

std::vector<names::MatchUnit> units_of(const model::Table& table, const Fields& fields) {
  const Roles roles(table, fields);
  std::vector<names::MatchUnit> units(table.row_count());
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i] = {roles.cell("code", i), roles.cell("name", i), roles.cell("type", i),
                roles.cell("district", i), roles.cell("province", i)};
  }
  return units;
}

std::vector<names::MatchRow> rows_of(const model::Table& table, const Fields& fields) {
  const Roles roles(table, fields);
  std::vector<names::MatchRow> rows(table.row_count());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = {roles.cell("code", i), roles.cell("name", i), roles.cell("district", i),
               roles.cell("province", i), roles.cell("type", i)};
  }
  return rows;
}

/// Units without a code, and codes that several units have: what is matched to them says too little.
base::Findings unit_code_findings(const model::Table& table, const std::vector<names::MatchUnit>& units) {
  base::Findings out;
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto [known, fresh] = first.emplace(units[i].code, i);
    if (units[i].code.empty()) {
      out.push_back(at_row(table, i,
                           {base::Severity::error,
                            "units.code-missing",
                            {},
                            {},
                            text("đơn vị “{}” không có mã", "unit “{}” has no code", {units[i].name}),
                            text("Điền mã của đơn vị.", "Fill in the unit's code.")}));
    } else if (!fresh) {
      out.push_back(
          at_row(table, i,
                 {base::Severity::error,
                  "units.code-twice",
                  {},
                  {},
                  text("mã {} của “{}” đã là mã của “{}”", "code {} of “{}” is that of “{}” as well",
                       {units[i].code, units[i].name, units[known->second].name}),
                  text("Sửa mã bị trùng.", "Mend the code that is used twice.")}));
    }
  }
  return out;
}

/// Rows matched to a unit that its code does not name are ambiguous: the report could not say which is meant.
void doubt_unsound_codes(const std::vector<names::MatchUnit>& units, names::MatchReport& report) {
  std::map<std::string_view, std::vector<std::uint32_t>> units_of;
  for (std::uint32_t i = 0; i < units.size(); ++i) units_of[units[i].code].push_back(i);
  for (names::RowMatch& match : report.rows) {
    if (match.status != names::MatchStatus::matched) continue;
    const std::string& code = units[match.unit].code;
    const std::vector<std::uint32_t>& alike = units_of[code];
    if (!code.empty() && alike.size() == 1) continue;
    match.candidates = code.empty() ? std::vector{match.unit} : alike;
    match.why = text("đơn vị không có mã hoặc trùng mã", "the unit has no code, or shares one");
    match.status = names::MatchStatus::ambiguous;
    match.unit = names::k_no_unit;
    --report.matched;
    ++report.ambiguous;
  }
}

/// "Loại", "Loại ĐVHC", "Cấp hành chính": headings of a field of unit types, as search keys.
bool is_heading_of_types(const std::string& heading) {
  constexpr std::string_view k_headings =
      "|loai|loai dv|loai don vi|loai dvhc|loai don vi hanh chinh|loai hinh|loai xa|loaidv|loaidvhc|cap"
      "|cap dv|cap don vi|cap dvhc|cap don vi hanh chinh|cap hanh chinh|don vi hanh chinh|dvhc"
      "|kieu|kieu don vi|type|unit type|kind|";
  std::string spaced = heading;
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return k_headings.find("|" + names::search_key(spaced) + "|") != std::string_view::npos;
}

/// What the cells of a field say if they are read as types.
struct SaidTypes {
  std::set<names::UnitType> types = {};
  std::size_t filled = 0;
  std::size_t words = 0;  ///< of them, those of more than one letter
  bool only_types = true;
};

SaidTypes said_types(const model::Column& column, std::size_t rows) {
  SaidTypes out;
  for (std::size_t row = 0; row < rows && out.only_types; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    const names::UnitType type = names::unit_type_from(cell);
    out.only_types = type != names::UnitType::none && !names::is_above_commune(type);
    out.types.insert(type);
    ++out.filled;
    out.words += names::search_key(cell).size() > 1 ? 1U : 0U;
  }
  return out;
}

/// The field that says xã, phường, thị trấn or đặc khu in most rows; empty where there is none. "x" ticks a
/// row off and "P" may be anybody's initial: letters alone count under a heading of types only, and where
/// they differ.
std::string field_of_types(const model::Table& table) {
  const std::size_t rows = table.row_count();
  for (const model::Column& column : table.columns) {
    const SaidTypes said = said_types(column, rows);
    if (!said.only_types || 2 * said.filled <= rows) continue;
    if (said.words == 0 && said.types.size() < 2) continue;
    const bool spelled_out = said.words == rows || (said.words > 0 && said.types.size() > 1);
    if (spelled_out || is_heading_of_types(column.name)) return column.name;
  }
  return {};
}

/// Takes the type of units from the field that holds nothing else, where no field was named for it: it tells
/// Xã Thạch Hà from Thị trấn Thạch Hà.
void find_types(const model::Table& table, Fields& fields, base::Findings& findings) {
  if (fields.contains("type")) return;
  const std::string field = field_of_types(table);
  if (field.empty()) return;
  fields["type"] = field;
  findings.push_back({base::Severity::note,
                      "join.types-found",
                      table.file,
                      text("trường {}", "field {}", {field}),
                      text("loại đơn vị lấy từ trường này", "the types of units are taken from this field"),
                      {}});
}

/// Rows called like a district: headings are emptied and matched anew, doubtful ones made ambiguous; both
/// told.
base::Findings settle_headings(const model::Table& table, const Fields& fields,
                               const std::vector<names::MatchUnit>& units, std::vector<names::MatchRow>& rows,
                               const std::function<names::MatchReport()>& match, names::MatchReport& report) {
  const auto name = fields.find("name");
  if (name == fields.end()) return {};
  const HeadingRows found = find_headings(table, name->second, rows, report.rows, units);
  for (const std::size_t row : found.headings) rows[row] = {};
  if (!found.headings.empty()) report = match();
  base::Findings findings = heading_findings(table, name->second, found);
  for (const std::size_t row : found.doubtful) {
    if (report.rows[row].status != names::MatchStatus::matched) continue;
    doubt(report.rows[row], units);
    --report.matched;
    ++report.ambiguous;
    findings.push_back(at_row(table, row,
                              {base::Severity::warning,
                               "join.town-or-heading",
                               {},
                               {},
                               text("“{}”: {}", "“{}”: {}", {rows[row].name, report.rows[row].why}),
                               text("Sửa tên trong bảng, hoặc xác nhận bằng --confirm.",
                                    "Mend the name in the table, or confirm it with --confirm.")}));
  }
  return findings;
}

/// "3 dòng tổng: dòng 8, dòng 14, dòng 20"; empty where there is none.
base::Text total_rows(const base::Findings& findings) {
  base::Text places;
  std::size_t count = 0;
  for (const base::Finding& finding : findings) {
    if (finding.rule != "table.total-row") continue;
    count += finding.place.empty() ? 0U : 1U;
    const base::Text& one = finding.place.empty() ? finding.what : finding.place;  // "and 7 more like these"
    places = places.empty() ? one : base::join({places, one}, ", ");
  }
  return count == 0 ? base::Text() : text("{} dòng tổng: {}", "{} total rows: {}", {count, places});
}

std::string csv_cell(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string report_csv(const names::MatchReport& report, const std::vector<names::MatchUnit>& units,
                       const model::Table& table) {
  std::string csv = "\xEF\xBB\xBFrow,status,method,code,name,score,candidates,file_row\r\n";
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const names::RowMatch& match = report.rows[i];
    const bool matched = match.status == names::MatchStatus::matched;
    std::string candidates;
    for (const std::uint32_t unit : match.candidates) {
      if (!matched)
        candidates += (candidates.empty() ? "" : "; ") + units[unit].code + " " + units[unit].name;
    }
    csv += fmt::format("{},{},{},{},{},{},{},{}\r\n", csv_cell(row_number(table, i)),
                       names::status_word(match.status), names::rule_word(match.rule),
                       matched ? csv_cell(units[match.unit].code) : "",
                       matched ? csv_cell(units[match.unit].name) : "", match.score, csv_cell(candidates),
                       table.source_row[i]);
  }
  return csv;
}

}  // namespace

JoinResult join_files(const JoinRequest& request) {
  check_roles(request.unit_fields, "--unit-fields");
  check_roles(request.table_fields, "--fields");
  if (!request.unit_fields.contains("code") || !request.unit_fields.contains("name")) {
    throw Error(ErrorKind::usage, text("--unit-fields cần code và name", "--unit-fields needs code and name"),
                text("Ghi chẳng hạn --unit-fields code=MA_XA,name=TEN_XA.",
                     "Say for instance --unit-fields code=CODE,name=NAME."));
  }
  if (!request.table_fields.contains("code") && !request.table_fields.contains("name")) {
    throw Error(ErrorKind::usage, text("--fields cần name hoặc code", "--fields needs name or code"),
                text("Ghi chẳng hạn --fields name=TEN_XA.", "Say for instance --fields name=NAME."));
  }
  check_aliases(request);
  const LoadedTable unit_table = load_table({.files = {request.units}});  // whatever the table is typed in
  const LoadedTable table = load_table({.files = {request.table}, .encoding = request.encoding});
  JoinResult result;
  Fields unit_fields = request.unit_fields;
  find_types(unit_table.table, unit_fields, result.findings);
  Fields table_fields = request.table_fields;
  find_types(table.table, table_fields, result.findings);
  const std::vector<names::MatchUnit> units = units_of(unit_table.table, unit_fields);
  std::vector<names::MatchRow> rows = rows_of(table.table, table_fields);
  const base::Findings codes = unit_code_findings(unit_table.table, units);
  base::Findings confirmed;
  const std::vector<names::Alias> aliases = aliases_of(request, table.table, rows, units, confirmed);
  const names::UnitMatcher matcher(units);
  const auto match = [&] { return matcher.match(rows, names::AliasBook(aliases), table.table.source_row); };
  result.report = match();
  const base::Findings headings =
      settle_headings(table.table, table_fields, units, rows, match, result.report);
  doubt_double_claims(table.table, units, result.report);
  result.unit_codes_sound = codes.empty();
  if (!codes.empty()) doubt_unsound_codes(units, result.report);
  result.left_out = total_rows(table.findings);
  result.csv = report_csv(result.report, units, table.table);
  for (const base::Findings& some :
       {unit_table.findings, codes, table.findings, headings, confirmed, result.report.findings}) {
    result.findings.insert(result.findings.end(), some.begin(), some.end());
  }
  for (base::Finding& finding : result.findings) {
    if (finding.file.empty()) finding.file = table.table.file;  // the matcher knows rows, not files
  }
  for (const names::RowNote& note : result.report.notes) {
    result.findings.push_back(at_row(table.table, note.row, note.finding));
  }
  for (base::Finding& finding : names::alias_findings(
           aliases, [&](const std::string& code) { return matcher.knows_code(code); }, request.aliases)) {
    result.findings.push_back(std::move(finding));
  }
  return result;
}

}  // namespace ntmap::app
