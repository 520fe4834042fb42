#include "app/data/join_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/data/match_table.hpp"
#include "app/data/table_place.hpp"
#include "app/data/type_fields.hpp"
#include "app/data/unknown_codes.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

std::string words_of(const names::MatchRow& row) {
  std::string words = row.code;
  for (const std::string& part : {row.name, row.district}) {
    if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
  }
  return words;
}

/// What a row without a code and a name says: its first texts.
std::string first_texts(const model::Table& table, std::size_t row) {
  constexpr std::size_t k_shown = 2;
  std::string out;
  std::size_t shown = 0;
  for (const model::Column& column : table.columns) {
    const std::string cell = column.type == model::ColumnType::number ? std::string() : column.text(row);
    if (cell.empty() || shown == k_shown) continue;
    out += (out.empty() ? "" : ", ") + cell;
    ++shown;
  }
  return out;
}

void tell_row(const model::Table& table, std::size_t row, const names::RowMatch& match,
              const std::string& words, base::Findings& findings) {
  const bool ambiguous = match.status == names::MatchStatus::ambiguous;
  findings.push_back({Severity::warning, ambiguous ? "join.ambiguous" : "join.unmatched", table.file_of(row),
                      row_place(table, row), text("“{}”: {}", "“{}”: {}", {words, match.why}),
                      text("Sửa tên hoặc mã trong bảng, hoặc xác nhận bằng ntmap join --aliases.",
                           "Mend the name or code in the table, or confirm it with ntmap join --aliases.")});
}

void take_missing(const Units& units, const std::vector<std::string>& types, TableJoin& join) {
  std::vector<bool> seen(units.size(), false);
  for (const std::uint32_t unit : join.unit_of_row) {
    if (unit != k_no_unit) seen[unit] = true;
  }
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    if (!seen[unit] && applies(units, unit, types)) join.unit_without_row.push_back(unit);
  }
}

/// Rows are named as the file counts them; the matcher's own findings know only the rows it was given, and
/// take the periods of one unit for rows that claim it twice.
void tell_padded(const model::Table& table, const std::vector<std::size_t>& rows, base::Findings& findings) {
  if (rows.empty()) return;
  findings.push_back(
      {Severity::note,
       "join.code-padded",
       table.file_of(rows.front()),
       text("từ {}", "from {}", {row_place(table, rows.front())}),
       text("{} mã chỉ khác mã của ranh giới ở số 0 đầu, dấu ’ hoặc đuôi “.0”; đã hiểu là mã ấy",
            "{} codes differ from the boundaries' only in leading zeros, an apostrophe or “.0”; taken for "
            "those",
            {rows.size()}),
       {}});
}

/// One of several files or sheets that says of no row who it is about: its rows are lost, told once.
class KeylessParts {
 public:
  KeylessParts(const model::Table& table, const JoinFields& fields, base::Findings& findings) {
    const auto blank = [&](const std::string& field, std::size_t row) {
      return field.empty() || require_column(table, field).text(row).empty();
    };
    for (std::size_t i = 0; i < table.parts.size() && table.parts.size() > 1; ++i) {
      const std::size_t begin = table.parts[i].first_row;
      const std::size_t end = i + 1 < table.parts.size() ? table.parts[i + 1].first_row : table.row_count();
      bool keyless = begin < end;
      for (std::size_t row = begin; row < end && keyless; ++row)
        keyless = blank(fields.code, row) && blank(fields.name, row);
      if (!keyless) continue;
      m_ranges.emplace_back(begin, end);
      findings.push_back(
          {Severity::error, "join.part-without-key", table.parts[i].file,
           table.parts[i].sheet.empty() ? Text() : text("trang “{}”", "sheet “{}”", {table.parts[i].sheet}),
           text("cột “{}” không có hoặc trống ở cả {} dòng: không dòng nào ghép được",
                "the column “{}” is missing or blank in all {} rows: none can be joined",
                {fields.code.empty() ? fields.name : fields.code, end - begin}),
           text("Đặt tên cột giống nhau ở mọi tệp, trang.",
                "Name the columns alike in all files and sheets.")});
    }
  }
  bool holds(std::size_t row) const {
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [row](const auto& range) { return range.first <= row && row < range.second; });
  }

 private:
  std::vector<std::pair<std::size_t, std::size_t>> m_ranges;
};

/// The unit of each row whose code is simply a unit's; k_no_unit for those that have to be matched.
std::vector<std::uint32_t> decided_by_code(const Units& units, const model::Table& table,
                                           const JoinFields& fields) {
  std::vector<std::uint32_t> out(table.row_count(), k_no_unit);
  const model::Column* code = fields.code.empty() ? nullptr : &require_column(table, fields.code);
  const model::Column* name = fields.name.empty() ? nullptr : &require_column(table, fields.name);
  if (code == nullptr) return out;
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (name != nullptr && !name->text(row).empty()) continue;
    const auto found = units.by_code.find(code->text(row));
    if (found != units.by_code.end()) out[row] = found->second;
  }
  return out;
}

/// The fields to match by, with the one that holds the types of units, where names are matched.
RowFields fields_of_join(const model::Table& table, const JoinFields& fields, base::Findings& findings) {
  RowFields out{.code = fields.code, .name = fields.name, .district = fields.district};
  if (!out.name.empty()) out.type = field_of_types(table);
  if (!out.type.empty()) findings.push_back(types_found(table, out.type));
  return out;
}

void join_open_rows(const Units& units, const model::Table& table, const JoinFields& fields,
                    const names::AliasBook& aliases, const KeylessParts& keyless, TableJoin& join) {
  const RowFields by = fields_of_join(table, fields, join.findings);
  const TableMatcher matcher(table, by, match_units(units), join.unit_of_row);
  const TableMatch found = matcher.match(aliases);
  std::vector<std::size_t> padded;
  UnknownCodes unknown;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (join.unit_of_row[row] != k_no_unit) continue;
    if (std::binary_search(found.headings.headings.begin(), found.headings.headings.end(), row)) continue;
    const names::RowMatch& match = found.report.rows[row];
    if (match.status == names::MatchStatus::matched) {
      join.unit_of_row[row] = match.unit;
      if (match.rule == names::MatchRule::code_padded) padded.push_back(row);
      continue;
    }
    const names::MatchRow& said = matcher.rows()[row];
    const std::string words = words_of(said);
    join.row_without_unit.push_back(words.empty() ? first_texts(table, row) : words);
    if (keyless.holds(row) || unknown.take(table, row, said, match)) continue;
    tell_row(table, row, match, join.row_without_unit.back(), join.findings);
    if (!said.name.empty() && !match.candidates.empty()) {
      join.ambiguous.push_back(
          {table.file_of(row), row_place(table, row), said.name, said.district, match.why, match.candidates});
    }
  }
  for (base::Finding& finding : unknown.findings(table)) join.findings.push_back(std::move(finding));
  tell_padded(table, padded, join.findings);
  for (const base::Finding& finding : found.findings) join.findings.push_back(finding);
  for (const names::RowNote& note : found.report.notes)
    join.findings.push_back(at_row(table, note.row, note.finding));
  for (const base::Finding& finding : found.report.findings) {
    const bool of_table = finding.rule == "join.scope-unused" || finding.rule == "join.codes-unused";
    if (!of_table || finding.severity == base::Severity::note) continue;
    join.findings.push_back(finding);
    join.findings.back().file = table.file;
  }
}

TableJoin join_in_order(const Units& units, const model::Table& table) {
  if (table.row_count() != units.size()) {
    throw base::Error(
        base::ErrorKind::data,
        text("{}: có {} dòng mà bản đồ có {} đơn vị", "{}: there are {} rows, but {} units on the map",
             {table.file, table.row_count(), units.size()}),
        text("Ghi trường mã để ghép từng dòng.", "Name the code field, so that each row can be joined."));
  }
  TableJoin join;
  join.unit_of_row.resize(units.size());
  std::iota(join.unit_of_row.begin(), join.unit_of_row.end(), 0U);
  return join;
}

}  // namespace

std::vector<names::MatchUnit> match_units(const Units& units) {
  std::vector<names::MatchUnit> all(units.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = {units.codes[i], units.names[i], units.types[i], units.districts[i], {}};
  }
  return all;
}

Text some_names(const Units& units, const std::vector<std::uint32_t>& some) {
  constexpr std::size_t k_named = 5;
  Text out;
  for (std::size_t i = 0; i < std::min(k_named, some.size()); ++i) {
    const std::string name = units.full_name(some[i]);
    out = base::join({out, name.empty() ? units.codes[some[i]] : name}, ", ");
  }
  return some.size() > k_named ? base::join({out, "…"}, ", ") : out;
}

std::optional<base::Finding> unit_without_row_finding(const Units& units,
                                                      const std::vector<std::uint32_t>& without_row,
                                                      const std::string& file) {
  if (without_row.empty()) return std::nullopt;
  return base::Finding{
      Severity::warning,
      k_unit_without_row,
      file,
      {},
      text("{} đơn vị trên bản đồ không có dòng nào: {}", "{} units on the map have no row: {}",
           {without_row.size(), some_names(units, without_row)}),
      text("Các đơn vị này là “chưa rõ”.", "These units are “unknown”.")};
}

bool applies(const Units& units, std::size_t unit, const std::vector<std::string>& types) {
  return types.empty() || std::find(types.begin(), types.end(), units.types[unit]) != types.end();
}

TableJoin join_table(const Units& units, const model::Table& table, const JoinFields& fields,
                     const names::AliasBook& aliases) {
  if (fields.code.empty() && fields.name.empty()) return join_in_order(units, table);
  TableJoin join;
  join.unit_of_row = decided_by_code(units, table, fields);
  const KeylessParts keyless(table, fields, join.findings);
  const bool open =
      std::find(join.unit_of_row.begin(), join.unit_of_row.end(), k_no_unit) != join.unit_of_row.end();
  if (open) join_open_rows(units, table, fields, aliases, keyless, join);
  take_missing(units, fields.applies_to, join);
  if (auto missing = unit_without_row_finding(units, join.unit_without_row, table.file))
    join.findings.push_back(std::move(*missing));
  return join;
}

}  // namespace ntmap::app
