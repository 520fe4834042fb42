#include "app/data/names_beside_codes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "app/data/name_columns.hpp"
#include "app/data/table_place.hpp"
#include "app/project/field_names.hpp"
#include "names/name_search.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;
using names::Rank;

/// What the name of a row says of the unit that its code means.
enum class Says : std::uint8_t {
  nothing,    ///< the cell is blank
  same,       ///< it is that unit's
  near,       ///< a letter off, and no other unit's
  type,       ///< it is that unit's, but for the type
  no_unit,    ///< it is no unit's
  another,    ///< it is another unit's
  confirmed,  ///< a person confirmed that it is another unit's
};

struct Comparison {
  Says says = Says::nothing;
  names::RowMatch match;
};

/// All that a cell may mean, with and without the place that may stand behind the name ("Xã Hà Linh, huyện
/// Hương Khê").
std::vector<names::Reading> readings_of_cell(const std::string& cell) {
  std::vector<names::Reading> out = names::readings_of(cell);
  std::size_t end = cell.find_first_of(",;(");
  for (const char* dash : {" - ", " – "}) end = std::min(end, cell.find(dash));
  if (end == std::string::npos || end == 0) return out;
  for (names::Reading& reading : names::readings_of(cell.substr(0, end))) out.push_back(std::move(reading));
  return out;
}

/// How near a cell is to a unit's name.
Rank rank_in(const std::vector<names::Reading>& readings, const names::MatchUnit& unit) {
  const names::ComparedName name(names::parse_unit_name(unit.name).name);
  const names::ComparedName whole(unit.name);
  Rank best = Rank::weak;
  for (const names::Reading& reading : readings) {
    best = std::min(
        {best, names::rank_of(reading, name).value_or(best), names::rank_of(reading, whole).value_or(best)});
  }
  return best;
}

Says judged(const names::RowMatch& match, std::uint32_t unit, const std::string& cell,
            std::span<const names::MatchUnit> units) {
  if (match.rule == names::MatchRule::alias) return match.unit == unit ? Says::same : Says::confirmed;
  const std::vector<names::Reading> readings = readings_of_cell(cell);
  const Rank own = rank_in(readings, units[unit]);
  if (match.status == names::MatchStatus::matched) {
    if (own <= Rank::unmarked) return Says::same;
    return own < Rank::weak ? Says::near : Says::no_unit;
  }
  const bool others = std::any_of(match.candidates.begin(), match.candidates.end(), [&](std::uint32_t other) {
    return other != unit && rank_in(readings, units[other]) <= Rank::unmarked;
  });
  if (others) return Says::another;
  return own <= Rank::unmarked ? Says::type : own < Rank::weak ? Says::near : Says::no_unit;
}

/// One column of names against the codes.
struct Compared {
  NameColumn names;
  std::vector<Comparison> rows;  ///< as many as the table has
  std::size_t same = 0;
  std::size_t told = 0;  ///< that are not blank
  std::vector<names::RowNote> notes;
};

class Comparer {
 public:
  Comparer(std::span<const names::MatchUnit> units, const model::Table& table,
           std::span<const std::uint32_t> unit_of_row, const NamesQuestion& question,
           const names::AliasBook& aliases)
      : m_units(units),
        m_table(table),
        m_aliases(aliases),
        m_unit_of_row(unit_of_row.begin(), unit_of_row.end()) {
    leave_out_shared_codes();
    for (std::size_t row = 0; row < m_unit_of_row.size() && question.compared; ++row) {
      if (!question.compared(row)) m_unit_of_row[row] = k_no_unit;
    }
    std::vector<std::string> known = question.other_fields;
    m_district =
        question.district.empty() ? find_district_column(table, units, known) : table.find(question.district);
    if (m_district != nullptr) known.push_back(m_district->name);
    std::vector<NameColumn> columns;
    if (question.name.empty()) {
      columns = find_name_columns(table, units, m_unit_of_row, known);
    } else {
      columns = {{table.find(question.name)}};
    }
    if (columns.empty()) return;
    const names::UnitMatcher matcher({units.begin(), units.end()});
    for (const NameColumn& column : columns) m_columns.push_back(compare(column, matcher));
  }

  NamesBesideCodes result() {
    for (std::size_t row = 0; row < m_unit_of_row.size(); ++row) {
      if (m_unit_of_row[row] != k_no_unit) judge(row);
    }
    const bool distrusted = of_another_date();
    NamesBesideCodes out;
    tell_another(out);
    tell_no_unit(distrusted, out);
    tell_more(out);
    for (NamedOtherwise& one : m_another) out.set_aside.push_back(std::move(one));
    for (NamedOtherwise& one : m_no_unit) {
      if (distrusted) out.set_aside.push_back(std::move(one));
    }
    out.confirmed = std::move(m_confirmed);
    return out;
  }

 private:
  /// A name of no unit is a unit's that was renamed, or the code is of another date: that where a tenth of
  /// the names are other units', or a quarter are no unit's in a table whose names are the boundaries'
  /// otherwise.
  bool of_another_date() const {
    constexpr std::size_t k_some = 3;
    const bool contradicted = m_another.size() >= k_some && 10 * m_another.size() >= m_named;
    const bool unknown =
        m_no_unit.size() >= k_some && 4 * m_no_unit.size() >= m_named && 10 * m_same >= m_named;
    return contradicted || unknown;
  }

  /// Which of two units with one code is meant cannot be said; that there are two is told elsewhere.
  void leave_out_shared_codes() {
    std::map<std::string, std::size_t> having;
    for (const names::MatchUnit& unit : m_units) ++having[unit.code];
    for (std::uint32_t& unit : m_unit_of_row) {
      if (unit != k_no_unit && (m_units[unit].name.empty() || having[m_units[unit].code] > 1))
        unit = k_no_unit;
    }
  }

  Compared compare(const NameColumn& column, const names::UnitMatcher& matcher) const {
    Compared out{column, std::vector<Comparison>(m_unit_of_row.size()), 0, 0, {}};
    std::vector<std::size_t> at;
    std::vector<names::MatchRow> rows;
    for (std::size_t row = 0; row < m_unit_of_row.size(); ++row) {
      if (m_unit_of_row[row] == k_no_unit || !column.column->has_text(row)) continue;
      if (names_several(column.column->text(row))) continue;
      at.push_back(row);
      rows.push_back({.code = m_units[m_unit_of_row[row]].code,
                      .name = column.column->text(row),
                      .district = m_district == nullptr ? std::string() : m_district->text(row)});
    }
    names::MatchReport report = matcher.match(rows, m_aliases);
    for (std::size_t i = 0; i < at.size(); ++i) {
      Comparison& one = out.rows[at[i]];
      one.says = judged(report.rows[i], m_unit_of_row[at[i]], rows[i].name, m_units);
      one.match = std::move(report.rows[i]);
      ++out.told;
      out.same += one.says == Says::same ? 1U : 0U;
    }
    for (names::RowNote& note : report.notes) out.notes.push_back({at[note.row], std::move(note.finding)});
    return out;
  }

  /// A column that contradicts a code which another bears out is right only where it mostly agrees itself or
  /// is headed as the units' names are, and never where it is of names before: the other may have been looked
  /// up by the code, or hold the names of now.
  bool refutes(const Compared& column) const {
    const bool headed = column.names.column->name == guess_field(m_table, FieldRole::name);
    return !column.names.of_before && (headed || 2 * column.same >= column.told);
  }

  void judge(std::size_t row) {
    const auto says = [row](Says what) {
      return [row, what](const Compared& column) { return column.rows[row].says == what; };
    };
    const auto find = [this](const auto& is) { return std::find_if(m_columns.begin(), m_columns.end(), is); };
    const auto end = m_columns.end();
    const bool named =
        find([row](const Compared& one) { return one.rows[row].says != Says::nothing; }) != end;
    if (!named) return;
    ++m_named;
    if (const auto one = find(says(Says::confirmed)); one != end) return take(*one, row, m_confirmed);
    const auto another =
        find([&](const Compared& one) { return says(Says::another)(one) && !one.names.of_before; });
    const bool same = find(says(Says::same)) != end;
    if (another != end) {
      const auto refuting =
          find([&](const Compared& one) { return says(Says::another)(one) && refutes(one); });
      if (!same) return take(*another, row, m_another);
      if (refuting != end) return take(*refuting, row, m_another);
      return take(*another, row, m_columns_differ);
    }
    m_same += same ? 1U : 0U;
    if (same) return;
    if (const auto one = find(says(Says::type)); one != end) return take(*one, row, m_types);
    if (const auto one = find(says(Says::near)); one != end) return take(*one, row, m_near);
    if (const auto one = find(says(Says::no_unit)); one != end) return take(*one, row, m_no_unit);
    if (const auto before = find(says(Says::another)); before != end) take(*before, row, m_no_unit);
  }

  void take(const Compared& column, std::size_t row, std::vector<NamedOtherwise>& into) const {
    into.push_back({row, m_unit_of_row[row], column.names.column->text(row), column.names.column->name,
                    column.rows[row].match});
  }

  Text label(std::uint32_t unit) const {
    const names::MatchUnit& one = m_units[unit];
    const bool typed = one.type.empty() || names::parse_unit_name(one.name).type != names::UnitType::none;
    return typed ? one.name : one.type + " " + one.name;
  }

  /// One finding for the rows of each file: how many, where, and what the first of them say.
  void tell(const std::vector<NamedOtherwise>& all, Severity severity, const char* rule,
            const std::function<Text(std::size_t)>& what, const Text& remedy,
            base::Findings& findings) const {
    constexpr std::size_t k_rows = 8;
    constexpr std::size_t k_said = 3;
    std::map<std::string, std::vector<const NamedOtherwise*>> by_file;
    for (const NamedOtherwise& one : all) by_file[m_table.file_of(one.row)].push_back(&one);
    for (const auto& [file, rows] : by_file) {
      Text place;
      Text said;
      for (std::size_t i = 0; i < std::min(k_rows, rows.size()); ++i) {
        const NamedOtherwise& one = *rows[i];
        const Text at = row_place(m_table, one.row);
        place = i == 0 ? at : base::join({place, at}, ", ");
        if (i >= k_said) continue;
        const Text words = text("mã {} trên bản đồ là {}, cột “{}” ghi “{}”",
                                "the code {} is {} on the map, the column “{}” says “{}”",
                                {m_units[one.unit].code, label(one.unit), one.field, one.name});
        said = i == 0 ? words : base::join({said, words}, "; ");
      }
      if (rows.size() > k_rows) place = base::join({place, "…"}, ", ");
      if (rows.size() > k_said) said = base::join({said, "…"}, "; ");
      findings.push_back(
          {severity, rule, file, place, text("{}: {}", "{}: {}", {what(rows.size()), said}), remedy});
    }
  }

  void tell_another(NamesBesideCodes& out) const {
    tell(
        m_another, Severity::error, "names.differ",
        [](std::size_t count) {
          return text("{} dòng có mã của đơn vị này mà tên của đơn vị khác",
                      "{} rows have the code of one unit and the name of another", {count});
        },
        text("Sửa mã hoặc tên trong bảng, hoặc chọn ranh giới cùng mốc thời gian với bảng. Số liệu của các "
             "dòng này không dùng: đơn vị là “chưa rõ”. Nếu cột ghi đơn vị khác với đơn vị của dòng, thêm "
             "chữ “khác” vào tiêu đề cột.",
             "Mend the code or the name, or choose boundaries of the table's date. The figures of these rows "
             "are not used: the units are “unknown”. Where the column is about other units than the row's, "
             "say “other” in its heading."),
        out.findings);
  }

  void tell_no_unit(bool distrusted, NamesBesideCodes& out) const {
    const auto what = [](std::size_t count) {
      return text("{} dòng có tên không phải của đơn vị nào trong ranh giới",
                  "{} rows have a name that is no unit's of the boundaries", {count});
    };
    if (distrusted) {
      tell(m_no_unit, Severity::error, "names.differ", what,
           text("Nhiều dòng như vậy: mã trong bảng có vẻ thuộc mốc thời gian khác, nên số liệu của các dòng "
                "này không "
                "dùng. Chọn ranh giới cùng mốc với bảng; đơn vị chỉ đổi tên thì xác nhận bằng ntmap join "
                "--aliases.",
                "So many rows: the codes seem to be those of another date, and the figures of these rows are "
                "not used. "
                "Choose boundaries of the table's date; where a unit was only renamed, confirm it with ntmap "
                "join "
                "--aliases."),
           out.findings);
    }
    std::vector<NamedOtherwise> used = m_near;
    if (!distrusted) used.insert(used.end(), m_no_unit.begin(), m_no_unit.end());
    std::sort(used.begin(), used.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    tell(used, Severity::warning, "names.unknown", what,
         text("Đơn vị chỉ đổi tên hoặc gõ sai một chữ thì số liệu vẫn đúng; nếu không, sửa mã hoặc tên: số "
              "liệu đang "
              "ghi theo mã.",
              "Where a unit was only renamed or misspelt, the figures are right; else mend the code or the "
              "name: the "
              "figures follow the code."),
         out.findings);
  }

  void tell_more(NamesBesideCodes& out) const {
    tell(
        m_columns_differ, Severity::warning, "names.columns-differ",
        [](std::size_t count) {
          return text(
              "{} dòng có hai cột tên chỉ hai đơn vị khác nhau; ghép theo mã và cột khớp với mã",
              "{} rows have two columns of names that mean different units; the code and the column that "
              "agrees with it are followed",
              {count});
        },
        text("Nếu cột này là tên đơn vị, sửa mã hoặc tên; nếu là tên cũ, thêm chữ “cũ” vào tiêu đề cột.",
             "Where these are the units' names, mend code or name; where they are old names, say so in the "
             "heading."),
        out.findings);
    tell(
        m_types, Severity::note, "names.other-type",
        [](std::size_t count) {
          return text("{} dòng ghi loại đơn vị khác trên bản đồ",
                      "{} rows say another type of unit than the map", {count});
        },
        {}, out.findings);
    for (const Compared& column : m_columns) {
      for (const names::RowNote& note : column.notes)
        out.findings.push_back(at_row(m_table, note.row, note.finding));
    }
  }

  std::span<const names::MatchUnit> m_units;
  const model::Table& m_table;
  const names::AliasBook& m_aliases;
  std::vector<std::uint32_t> m_unit_of_row;
  const model::Column* m_district = nullptr;
  std::vector<Compared> m_columns;
  std::size_t m_named = 0;  ///< rows with some name
  std::size_t m_same = 0;   ///< of them, those with their unit's
  std::vector<NamedOtherwise> m_another;
  std::vector<NamedOtherwise> m_no_unit;
  std::vector<NamedOtherwise> m_near;
  std::vector<NamedOtherwise> m_types;
  std::vector<NamedOtherwise> m_columns_differ;
  std::vector<NamedOtherwise> m_confirmed;
};

/// "18077, Phường Nam Hà": what such a row says, for the list "only in the table".
std::string words_of_row(const NamedOtherwise& one, const std::string& code) {
  return code + ", " + one.name;
}

std::vector<std::string> guessed_texts(const Units& units, FieldRole role) {
  const model::Table& table = units.layer.attributes;
  const std::string field = guess_field(table, role);
  std::vector<std::string> out;
  if (field.empty() || table.row_count() != units.size()) return out;
  const model::Column& column = *table.find(field);
  for (std::size_t unit = 0; unit < units.size(); ++unit) out.push_back(column.text(unit));
  return out;
}

bool all_blank(const std::vector<std::string>& texts) {
  return std::all_of(texts.begin(), texts.end(), [](const std::string& one) { return one.empty(); });
}

}  // namespace

NamesBesideCodes compare_names(std::span<const names::MatchUnit> units, const model::Table& table,
                               std::span<const std::uint32_t> unit_of_row, const NamesQuestion& question,
                               const names::AliasBook& aliases) {
  return Comparer(units, table, unit_of_row, question, aliases).result();
}

std::vector<names::MatchUnit> units_to_match(const Units& units) {
  std::vector<names::MatchUnit> all = match_units(units);
  if (!all_blank(units.names)) return all;
  const std::vector<std::string> guessed = guessed_texts(units, FieldRole::name);
  const std::vector<std::string> districts =
      all_blank(units.districts) ? guessed_texts(units, FieldRole::district) : std::vector<std::string>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!guessed.empty()) all[i].name = guessed[i];
    if (!districts.empty()) all[i].district = districts[i];
  }
  return all;
}

void settle_names(const Units& units, const model::Table& table, const NamesQuestion& question,
                  const names::AliasBook& aliases, TableJoin& join) {
  const std::vector<names::MatchUnit> known = units_to_match(units);
  const NamesBesideCodes found = compare_names(known, table, join.unit_of_row, question, aliases);
  join.findings.insert(join.findings.end(), found.findings.begin(), found.findings.end());
  for (const NamedOtherwise& one : found.set_aside) {
    join.unit_of_row[one.row] = k_no_unit;
    join.row_without_unit.push_back(words_of_row(one, units.codes[one.unit]));
    join.ambiguous.push_back({table.file_of(one.row),
                              row_place(table, one.row),
                              one.name,
                              {},
                              one.match.why,
                              one.match.candidates});
  }
  for (const NamedOtherwise& one : found.confirmed) {
    join.unit_of_row[one.row] = one.match.unit;
    std::erase(join.unit_without_row, one.match.unit);
  }
}

base::Findings settle_names(std::span<const names::MatchUnit> units, const model::Table& table,
                            const NamesQuestion& question, const names::AliasBook& aliases,
                            std::vector<names::MatchRow>& rows, names::MatchReport& report) {
  std::vector<std::uint32_t> unit_of_row;
  for (const names::RowMatch& match : report.rows) unit_of_row.push_back(match.unit);
  const NamesBesideCodes found = compare_names(units, table, unit_of_row, question, aliases);
  for (const auto* some : {&found.set_aside, &found.confirmed}) {
    for (const NamedOtherwise& one : *some) {
      rows[one.row].name = one.name;
      report.rows[one.row] = one.match;
    }
  }
  report.matched -= found.set_aside.size();
  report.ambiguous += found.set_aside.size();
  return found.findings;
}

}  // namespace ntmap::app
