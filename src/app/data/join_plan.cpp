#include "app/data/join_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "app/data/file_kinds.hpp"
#include "app/data/full_names.hpp"
#include "app/data/gather_figures.hpp"
#include "app/data/match_table.hpp"
#include "app/data/names_beside_codes.hpp"
#include "app/data/table_place.hpp"
#include "app/data/type_fields.hpp"
#include "app/project/field_names.hpp"
#include "base/error.hpp"
#include "io/number_reader.hpp"
#include "io/source_path.hpp"
#include "io/table_reader.hpp"
#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

const model::Column* column(const model::Table& table, const std::string& name) {
  return name.empty() ? nullptr : &require_column(table, name);
}

std::string cell(const model::Column* column, std::size_t row) {
  return column == nullptr ? std::string() : column->text(row);
}

std::vector<names::MatchUnit> match_units(const JoinPlan& plan, const model::Table& table,
                                          base::Findings& findings) {
  const model::Column* code = column(table, plan.code);
  const model::Column* name = column(table, plan.name);
  const model::Column* type = column(table, plan.name.empty() ? "" : plan.type);
  const model::Column* district = column(table, plan.district);
  std::vector<names::MatchUnit> units(table.row_count());
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i] = {
        .code = cell(code, i), .name = cell(name, i), .type = cell(type, i), .district = cell(district, i)};
  }
  if (type != nullptr || name == nullptr) return units;
  const std::vector<std::string> types = types_in_full_names(table, plan.name, findings);
  for (std::size_t i = 0; i < types.size(); ++i) units[i].type = types[i];
  return units;
}

/// The fields to match by, with the one that holds the types of units, where names are matched.
RowFields fields_of_plan(const JoinPlan& plan, const model::Table& table) {
  RowFields out{.code = plan.key, .name = plan.table_name, .district = plan.table_district};
  if (!out.name.empty()) out.type = field_of_types(table);
  return out;
}

std::string joined_words(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

OpenRow open_row(const names::MatchRow& row, const names::RowMatch& match,
                 const std::vector<names::MatchUnit>& units, DistrictCheck& districts, std::uint32_t number) {
  OpenRow out{.row = number,
              .words = joined_words({row.code, row.name, row.district}),
              .name = row.name,
              .district = row.district,
              .ambiguous = match.status == names::MatchStatus::ambiguous,
              .why = match.why,
              .candidates = {}};
  if (row.name.empty()) return out;  // a choice could be kept under nothing
  for (const std::uint32_t unit : match.candidates) {
    out.candidates.push_back({units[unit].code, joined_words({units[unit].name, units[unit].district}),
                              districts.elsewhere(row.district, units[unit].district)});
  }
  return out;
}

std::string unit_words(const names::MatchUnit& unit) {
  return joined_words({unit.name, unit.district, unit.code});
}

/// In which no names of units are looked for.
std::vector<std::string> other_fields(const JoinPlan& plan) {
  std::vector<std::string> fields = plan.values;
  fields.push_back(plan.key);
  return fields;
}

/// How much a match wants a look: rules that guess come first, equal codes last.
int trust(names::MatchRule rule) {
  switch (rule) {
    case names::MatchRule::fuzzy:
      return 0;
    case names::MatchRule::unmarked:
      return 1;
    case names::MatchRule::legacy:
      return 2;
    case names::MatchRule::alias:
      return 3;
    case names::MatchRule::folded:
      return 4;
    case names::MatchRule::code_padded:
      return 5;
    case names::MatchRule::exact:
      return 6;
    case names::MatchRule::code:
    case names::MatchRule::none:
      break;
  }
  return 7;
}

/// Units without a code of their own cannot be chosen: nothing says which of them is meant.
std::vector<JoinUnit> choosable(const std::vector<names::MatchUnit>& units,
                                const std::map<std::uint32_t, std::vector<std::size_t>>& rows_of) {
  std::map<std::string, std::size_t> having;
  for (const names::MatchUnit& unit : units) ++having[unit.code];
  std::vector<JoinUnit> out;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].code.empty() || having[units[i].code] > 1) continue;
    const std::string words = unit_words(units[i]);
    out.push_back({units[i].code, words, units[i].district, names::search_key(words), rows_of.contains(i)});
  }
  return out;
}

/// What is wrong with a file in which there is nothing to join.
void require_content(const model::Table& table, const std::string& path, bool boundaries) {
  const bool no_fields = table.columns.empty();
  if (!no_fields && table.row_count() > 0) return;
  const std::string file = std::filesystem::path(path).filename().string();
  if (boundaries && no_fields && io::extension_of(io::split_source(path).path) == ".shp") {
    throw Error(ErrorKind::data,
                text("{}: không có bảng thuộc tính (tệp .dbf), nên không biết mã và tên của đơn vị nào",
                     "{}: there is no attribute table (.dbf file), so the codes and names of the units are "
                     "not known",
                     {file}),
                text("Một lớp shapefile gồm các tệp .shp, .shx, .dbf, .prj cùng tên: chép đủ các tệp vào một "
                     "thư mục rồi chọn lại.",
                     "A shapefile is .shp, .shx, .dbf and .prj of one name: copy all of them into one folder "
                     "and choose it again."));
  }
  if (boundaries) {
    throw Error(ErrorKind::data,
                no_fields ? text("{}: không có trường nào", "{}: there are no fields", {file})
                          : text("{}: không có đơn vị nào", "{}: there are no units", {file}),
                text("Chọn tệp ranh giới khác.", "Choose another file of boundaries."));
  }
  throw Error(ErrorKind::data,
              no_fields ? text("{}: tệp rỗng, không có cột nào", "{}: the file is empty", {file})
                        : text("{}: chỉ có dòng tiêu đề, không có dòng số liệu nào",
                               "{}: there is a header row and no row of data", {file}),
              text("Chọn bảng khác; nếu bảng có số liệu, đặt lại dòng tiêu đề (0: tự tìm).",
                   "Choose another table; where it does hold data, set the header row (0: find it)."));
}

/// A column that the map is to show, read as the map will read it.
struct ShownCells {
  const model::Column& column;
  std::vector<bool> not_applicable;
  std::vector<double> numbers;

  ShownCells(const model::Table& table, const model::Column& cells) : column(cells) {
    model::Column read = cells;
    not_applicable = take_not_applicable(read);
    numbers = io::read_numbers(table, read, says_percent(cells.name)).values;
  }
};

/// Of the values that the table has.
std::vector<ShownCells> shown_cells(const JoinPlan& plan, const model::Table& table) {
  std::vector<ShownCells> shown;
  for (const std::string& field : plan.values) {
    if (const model::Column* column = table.find(field)) shown.emplace_back(table, *column);
  }
  return shown;
}

/// What several rows say of one unit, from harmless to worst.
enum class Repeated : std::uint8_t { alike, some_without, differ };

/// By the rule that the map goes by: figures that differ make the unit unknown, a cell without one does not.
Repeated compare_rows(const ShownCells& cells, const std::vector<std::size_t>& rows) {
  std::optional<std::size_t> first;
  bool without = false;
  for (const std::size_t row : rows) {
    const bool spared = cells.not_applicable[row];
    if (!spared && std::isnan(cells.numbers[row]))
      without = true;
    else if (!first)
      first = row;
    else if (spared != cells.not_applicable[*first] ||
             (!spared && cells.numbers[row] != cells.numbers[*first]))
      return Repeated::differ;
  }
  return without && first ? Repeated::some_without : Repeated::alike;
}

/// What a row says of the unit: "dòng 4: 12,5", of several columns "dòng 4: 12,5; 40".
base::Text words_of(const model::Table& table, const std::vector<const ShownCells*>& shown, std::size_t row) {
  const std::string number = std::to_string(table.source_row[row]);
  std::string words;
  for (const ShownCells* cells : shown) {
    const std::string said = cells->column.text(row);
    words.append(words.empty() ? "" : "; ").append(said.empty() ? "–" : said);
  }
  return shown.empty() ? text("dòng {}", "row {}", {number})
                       : text("dòng {}: {}", "row {}: {}", {number, words});
}

/// Tells of a unit that several rows mean, and of the values in which they are not alike.
Repeated tell_repeated(const std::string& unit, const std::vector<std::size_t>& rows,
                       const model::Table& table, const std::vector<ShownCells>& values,
                       base::Findings& findings) {
  Repeated worst = Repeated::alike;
  std::vector<const ShownCells*> shown;
  for (const ShownCells& cells : values) {
    const Repeated what = compare_rows(cells, rows);
    worst = std::max(worst, what);
    if (what != Repeated::alike) shown.push_back(&cells);
  }
  if (shown.empty() && !values.empty()) shown.push_back(&values.front());
  base::Text said;
  for (const std::size_t row : rows) {
    const base::Text one = words_of(table, shown, row);
    said = said.empty() ? one : base::join({said, one}, " · ");
  }
  base::Finding finding{
      base::Severity::note,
      "join.repeated-unit",
      table.file,
      unit,
      text("có {} dòng trong bảng ({})", "has {} rows in the table ({})", {rows.size(), said}),
      {}};
  if (worst == Repeated::differ) {
    finding.severity = base::Severity::error;
    finding.remedy = text("Giữ một dòng cho mỗi đơn vị; đến khi đó đơn vị này là “chưa rõ”.",
                          "Keep one row a unit; until then the unit is “unknown”.");
  } else if (worst == Repeated::some_without) {
    finding.severity = base::Severity::warning;
    finding.remedy = text("Bản đồ lấy số ở dòng có số liệu. Giữ một dòng cho mỗi đơn vị để chắc chắn.",
                          "The map takes the figure that there is. Keep one row a unit to be sure.");
  }
  findings.push_back(std::move(finding));
  return worst;
}

names::AliasBook book_of(const std::vector<model::ConfirmedName>& confirmed) {
  std::vector<names::Alias> aliases;
  for (const model::ConfirmedName& one : confirmed) aliases.push_back({one.name, one.district, {}, one.code});
  return names::AliasBook(aliases);
}

/// "TT", "STT": the number of the row says nothing of the unit.
bool counts_rows(const std::string& field) {
  const std::string key = names::search_key(field);
  return key == "tt" || key == "stt" || key == "no" || key == "so tt" || key == "so thu tu";
}

/// How many cells are numbers, decimal commas and all; also where it is undecided which.
std::size_t count_numbers(const model::Column& column) {
  std::size_t known = 0;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const io::NumberShape shape =
        column.has_text(row) ? io::parse_number_text(column.texts[row]).shape : io::NumberShape::no_data;
    const bool number = shape != io::NumberShape::no_data && shape != io::NumberShape::word;
    known += number || column.has_number(row) ? 1U : 0U;
  }
  return known;
}

/// At least half of the cells.
bool mostly_numbers(const model::Column& column) {
  const std::size_t known = count_numbers(column);
  return known > 0 && 2 * known >= column.size();
}

std::vector<std::string> columns_of_numbers(const model::Table& table) {
  std::vector<std::string> names;
  for (const model::Column& column : table.columns) {
    if (mostly_numbers(column)) names.push_back(column.name);
  }
  return names;
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Keeps the first reason why a file cannot be read: the other one can be looked at all the same.
template <class Read>
void unless_it_fails(std::optional<Error>& failure, const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::cancelled) throw;
    if (!failure) failure = error;
  }
}

void guess_into(std::string& field, const model::Table& table, const FieldRole role) {
  if (!field.empty() && table.find(field) != nullptr) return;
  field = guess_field(table, role);
}

}  // namespace

const std::vector<std::string>& encoding_words() {
  static const std::vector<std::string> k_words{"auto",   "utf-8", "utf-16", "cp1252",
                                                "cp1258", "tcvn3", "vni"};
  return k_words;
}

JoinPreview join_preview(const JoinPlan& plan, const base::Job& job) {
  JoinPreview preview;
  constexpr double k_share_of_boundaries = 0.8;  // of the work, nearly always the larger file
  if (!plan.boundaries.empty()) {
    job.phase(text("Đọc ranh giới", "Reading the boundaries"));
    unless_it_fails(preview.failure, [&] {
      require_boundary_file(plan.boundaries);
      preview.units = load_table({.files = {plan.boundaries}, .encoding = plan.boundaries_encoding},
                                 job.part(0, k_share_of_boundaries));
    });
  }
  job.progress(k_share_of_boundaries);
  job.checkpoint();
  if (!plan.table.empty()) {
    job.phase(text("Đọc bảng", "Reading the table"));
    unless_it_fails(preview.failure, [&] {
      preview.rows =
          load_table({.files = {plan.table}, .encoding = plan.table_encoding, .header_row = plan.header_row});
      preview.number_columns = columns_of_numbers(preview.rows.table);
    });
  }
  job.progress(1);
  return preview;
}

void guess_fields(JoinPlan& plan, const JoinPreview& preview) {
  guess_into(plan.code, preview.units.table, FieldRole::code);
  guess_into(plan.name, preview.units.table, FieldRole::name);
  guess_into(plan.district, preview.units.table, FieldRole::district);
  if (plan.type.empty() || preview.units.table.find(plan.type) == nullptr)
    plan.type = field_of_types(preview.units.table);
  guess_into(plan.key, preview.rows.table, FieldRole::code);
  guess_into(plan.table_name, preview.rows.table, FieldRole::name);
  guess_into(plan.table_district, preview.rows.table, FieldRole::district);
  std::erase_if(plan.values,
                [&](const std::string& field) { return preview.rows.table.find(field) == nullptr; });
  if (!plan.values.empty()) return;
  const std::vector<std::string> likely = likely_values(plan, preview);
  if (!likely.empty()) plan.values.push_back(likely.front());
}

bool holds_numbers(const model::Column& column) {
  return count_numbers(column) > 0;
}

std::vector<std::string> likely_values(const JoinPlan& plan, const JoinPreview& preview) {
  std::vector<std::string> likely = preview.number_columns;
  std::erase_if(likely, [&](const std::string& name) {
    return name == plan.key || name == plan.table_name || name == plan.table_district || counts_rows(name);
  });
  return likely;
}

void choose_values(JoinPlan& plan, const JoinPreview& preview, const std::vector<std::string>& columns,
                   bool chosen) {
  std::vector<std::string> values;
  for (const model::Column& one : preview.rows.table.columns) {
    if (is_among(columns, one.name) ? chosen : is_among(plan.values, one.name)) values.push_back(one.name);
  }
  plan.values = std::move(values);
}

JoinLists join_lists(const JoinPlan& plan, const JoinPreview& preview) {
  require_content(preview.units.table, plan.boundaries, true);
  require_content(preview.rows.table, plan.table, false);
  if (plan.code.empty() || (plan.key.empty() && plan.table_name.empty())) {
    throw Error(ErrorKind::usage, text("Chưa có trường để ghép", "There is no field to join by"),
                text("Chọn trường mã của ranh giới, và trường mã hoặc tên của bảng.",
                     "Choose the code field of the boundaries, and code or name of the table."));
  }
  JoinLists lists;
  const TableMatcher matcher(preview.rows.table, fields_of_plan(plan, preview.rows.table),
                             match_units(plan, preview.units.table, lists.findings));
  const std::vector<names::MatchUnit>& units = matcher.units();
  std::vector<names::MatchRow> rows = matcher.rows();
  TableMatch found = matcher.match(book_of(plan.confirmed));
  names::MatchReport& report = found.report;
  base::Findings names_said;
  if (!plan.key.empty() && plan.table_name.empty()) {
    names_said =
        settle_names(units, preview.rows.table,
                     {.name = {}, .district = plan.table_district, .other_fields = other_fields(plan)},
                     book_of(plan.confirmed), rows, report);
  }
  std::map<std::uint32_t, std::vector<std::size_t>> rows_of;  // by unit
  DistrictCheck districts(units);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const names::RowMatch& match = report.rows[i];
    if (std::binary_search(found.headings.headings.begin(), found.headings.headings.end(), i)) continue;
    if (match.status == names::MatchStatus::matched) {
      rows_of[match.unit].push_back(i);
      lists.matched.push_back({preview.rows.table.source_row[i],
                               joined_words({rows[i].code, rows[i].name, rows[i].district}), rows[i].name,
                               rows[i].district, unit_words(units[match.unit]), match.rule});
    } else {
      lists.open.push_back(open_row(rows[i], match, units, districts, preview.rows.table.source_row[i]));
    }
  }
  std::stable_sort(lists.open.begin(), lists.open.end(),
                   [](const OpenRow& a, const OpenRow& b) { return a.ambiguous && !b.ambiguous; });
  std::stable_sort(lists.matched.begin(), lists.matched.end(),
                   [](const MatchedRow& a, const MatchedRow& b) { return trust(a.rule) < trust(b.rule); });
  lists.units = choosable(units, rows_of);
  const std::vector<ShownCells> values = shown_cells(plan, preview.rows.table);
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    const std::string words = unit_words(units[unit]);
    const auto of_unit = rows_of.find(unit);
    if (of_unit == rows_of.end())
      lists.only_on_map.push_back(words);
    else if (of_unit->second.size() > 1)
      lists.repeated += tell_repeated(words, of_unit->second, preview.rows.table, values, lists.findings) ==
                                Repeated::differ
                            ? 1U
                            : 0U;
  }
  for (const names::RowNote& note : report.notes) {
    lists.findings.push_back(at_row(preview.rows.table, note.row, note.finding));
  }
  base::Findings of_join = report.findings;
  std::erase_if(
      of_join, [](const base::Finding& one) { return one.rule == "join.unit-claimed-twice"; });  // told above
  for (const base::Findings& some :
       {preview.units.findings, preview.rows.findings, found.findings, names_said, of_join})
    lists.findings.insert(lists.findings.end(), some.begin(), some.end());
  return lists;
}

}  // namespace ntmap::app
