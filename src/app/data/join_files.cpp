#include "app/data/join_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "app/data/double_claims.hpp"
#include "app/data/full_names.hpp"
#include "app/data/load_layer.hpp"
#include "app/data/match_table.hpp"
#include "app/data/names_beside_codes.hpp"
#include "app/data/table_place.hpp"
#include "app/data/type_fields.hpp"
#include "app/data/unknown_codes.hpp"
#include "base/error.hpp"

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

/// Many rows may be ambiguous for their types alone: then it is a warning where these were found.
void warn_of_types(const model::Table& table, base::Findings& findings) {
  for (base::Finding& finding : findings) {
    if (finding.rule == "join.types-found" && finding.file == table.file)
      finding.severity = base::Severity::warning;
  }
}

/// Where no field holds the types alone, a field of full names may say them.
void take_types(const model::Table& table, const Fields& fields, std::vector<names::MatchUnit>& units,
                base::Findings& findings) {
  std::vector<std::string> types = types_in_full_names(table, fields.at("name"), findings);
  for (std::size_t i = 0; i < types.size(); ++i) units[i].type = std::move(types[i]);
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

/// Said in place of a field: there is none, and none is looked for.
constexpr const char* k_no_field = "-";

/// Takes the type of units from the field that holds nothing else, where no field was named for it.
void find_types(const model::Table& table, Fields& fields, base::Findings& findings) {
  if (fields.contains("type")) {
    if (fields.at("type") == k_no_field) fields.erase("type");
    return;
  }
  const std::string field = field_of_types(table);
  if (field.empty()) return;
  fields["type"] = field;
  findings.push_back(types_found(table, field));
}

RowFields fields_of_request(const Fields& fields) {
  const auto field = [&](const char* role) {
    const auto at = fields.find(role);
    return at == fields.end() ? std::string() : at->second;
  };
  return {field("code"), field("name"), field("district"), field("province"), field("type")};
}

/// Doubtful rows are told one by one, for nothing else in the findings names them.
base::Findings doubtful_findings(const model::Table& table, const TableMatch& match,
                                 const std::vector<names::MatchRow>& rows) {
  base::Findings findings;
  for (const std::size_t row : match.headings.doubtful) {
    findings.push_back(at_row(table, row,
                              {base::Severity::warning,
                               "join.town-or-heading",
                               {},
                               {},
                               text("“{}”: {}", "“{}”: {}", {rows[row].name, match.report.rows[row].why}),
                               text("Sửa tên trong bảng, hoặc xác nhận bằng --confirm.",
                                    "Mend the name in the table, or confirm it with --confirm.")}));
  }
  return findings;
}

/// Rows whose code is no unit's, in a join by code alone; nothing where there are none.
base::Findings unknown_codes(const model::Table& table, const std::vector<names::MatchRow>& rows,
                             const names::MatchReport& report) {
  UnknownCodes unknown;
  for (std::size_t row = 0; row < rows.size(); ++row) unknown.take(table, row, rows[row], report.rows[row]);
  return unknown.findings(table);
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

/// The total rows, and the rows that name a district: none of them means a unit.
base::Text left_out_of(const model::Table& table, const base::Findings& findings, const HeadingRows& rows) {
  base::Text totals = total_rows(findings);
  if (rows.headings.empty()) return totals;
  constexpr std::size_t k_named = 5;
  base::Text places;
  for (std::size_t i = 0; i < std::min(k_named, rows.headings.size()); ++i) {
    const base::Text one = row_place(table, rows.headings[i]);
    places = i == 0 ? one : base::join({places, one}, ", ");
  }
  if (rows.headings.size() > k_named) places = base::join({places, "…"}, ", ");
  const base::Text headings =
      text("{} dòng tiêu đề hoặc dòng tổng của huyện: {}", "{} headings or subtotals of districts: {}",
           {rows.headings.size(), places});
  return totals.empty() ? headings : base::join({totals, headings}, "; ");
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

std::string report_csv(const TableMatch& match, const std::vector<names::MatchUnit>& units,
                       const model::Table& table) {
  std::string csv = "\xEF\xBB\xBFrow,status,method,code,name,score,candidates,file_row,district_from\r\n";
  for (std::size_t i = 0; i < match.report.rows.size(); ++i) {
    const names::RowMatch& row = match.report.rows[i];
    const bool matched = row.status == names::MatchStatus::matched;
    std::string candidates;
    for (const std::uint32_t unit : row.candidates) {
      if (!matched)
        candidates += (candidates.empty() ? "" : "; ") + units[unit].code + " " + units[unit].name;
    }
    csv += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", csv_cell(row_number(table, i)),
                       names::status_word(row.status), names::rule_word(row.rule),
                       matched ? csv_cell(units[row.unit].code) : "",
                       matched ? csv_cell(units[row.unit].name) : "", row.score, csv_cell(candidates),
                       table.source_row[i], source_word(match.districts.sources[i]));
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
  std::vector<names::MatchUnit> units = units_of(unit_table.table, unit_fields);
  if (!unit_fields.contains("type") && !request.unit_fields.contains("type"))
    take_types(unit_table.table, unit_fields, units, result.findings);
  const TableMatcher matcher(table.table, fields_of_request(table_fields), units);
  const base::Findings codes = unit_code_findings(unit_table.table, units);
  base::Findings confirmed;
  const std::vector<names::Alias> aliases =
      aliases_of(request, table.table, matcher.rows(), units, confirmed);
  TableMatch match = matcher.match(names::AliasBook(aliases));
  base::Findings names_said;
  if (table_fields.contains("code") && !table_fields.contains("name")) {
    NamesQuestion question{.name = {}, .district = {}, .other_fields = {}};
    for (const auto& [role, field] : table_fields) question.other_fields.push_back(field);
    std::vector<names::MatchRow> rows = matcher.rows();
    names_said = settle_names(units, table.table, question, names::AliasBook(aliases), rows, match.report);
    for (base::Finding& finding : unknown_codes(table.table, rows, match.report))
      names_said.push_back(std::move(finding));
  }
  const base::Findings doubtful = doubtful_findings(table.table, match, matcher.rows());
  doubt_double_claims(table.table, units, match.report);
  if (10 * match.report.ambiguous > match.report.rows.size()) warn_of_types(table.table, result.findings);
  result.unit_codes_sound = codes.empty();
  if (!codes.empty()) doubt_unsound_codes(units, match.report);
  result.left_out = left_out_of(table.table, table.findings, match.headings);
  result.csv = report_csv(match, units, table.table);
  for (const base::Findings& some : {unit_table.findings, codes, table.findings, match.findings, doubtful,
                                     names_said, confirmed, match.report.findings}) {
    result.findings.insert(result.findings.end(), some.begin(), some.end());
  }
  for (base::Finding& finding : result.findings) {
    if (finding.file.empty()) finding.file = table.table.file;  // the matcher knows rows, not files
  }
  for (const names::RowNote& note : match.report.notes) {
    result.findings.push_back(at_row(table.table, note.row, note.finding));
  }
  for (base::Finding& finding : names::alias_findings(
           aliases, [&](const std::string& code) { return matcher.knows_code(code); }, request.aliases)) {
    result.findings.push_back(std::move(finding));
  }
  result.report = std::move(match.report);
  return result;
}

}  // namespace ntmap::app
