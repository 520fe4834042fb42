#include "app/data/name_columns.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "names/fold.hpp"
#include "names/name_index.hpp"
#include "names/name_search.hpp"
#include "names/unicode.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using names::UnitType;

/// Reading a name costs microseconds: so many rows say what a column is.
constexpr std::size_t k_rows_looked_at = 400;

names::UnitName typed_name(const names::MatchUnit& unit) {
  names::UnitName parsed = names::parse_unit_name(unit.name);
  const UnitType type = names::unit_type_from(unit.type);
  if (type == UnitType::none || parsed.type == type) return parsed;
  return {type, unit.name};
}

/// The names of the units, and the types they are of.
class UnitNames {
 public:
  explicit UnitNames(std::span<const names::MatchUnit> units) {
    for (const names::MatchUnit& unit : units) {
      const names::UnitName name = typed_name(unit);
      m_types.insert(name.type);
      m_index.add(name, !unit.district.empty());
    }
    m_types.erase(UnitType::none);
    m_index.finish();
  }

  /// Whether these are districts and the like themselves.
  bool above_communes() const {
    return !m_types.empty() && std::all_of(m_types.begin(), m_types.end(), names::is_above_commune);
  }
  /// A layer that says no types may have any that communes have.
  bool has_type(UnitType type) const {
    if (type == UnitType::none) return false;
    return m_types.empty() ? !names::is_above_commune(type) : m_types.contains(type);
  }
  /// Whether some unit is called so, but for spelling.
  bool has_name(const std::vector<names::Reading>& readings) const {
    return std::any_of(readings.begin(), readings.end(), [this](const names::Reading& reading) {
      const std::vector<std::uint32_t>& alike = m_index.same_letters(reading.name);
      return std::any_of(alike.begin(), alike.end(), [&](std::uint32_t unit) {
        const names::NameIndex::Entry& entry = m_index.entry(unit);
        const auto rank = names::rank_of(reading, entry.name);
        return rank && *rank <= names::Rank::unmarked && !names::types_conflict(reading.type, entry);
      });
    });
  }

 private:
  names::NameIndex m_index;
  std::set<UnitType> m_types;
};

/// What the heading lets one expect.
enum class Heading : std::uint8_t { names, anything, hardly_names, something_else };

bool says_any(const std::string& words, std::initializer_list<std::string_view> some) {
  return std::any_of(some.begin(), some.end(), [&](std::string_view one) {
    return words.find(" " + std::string(one) + " ") != std::string::npos;
  });
}

/// " ten xa phuong ": words of a heading between blanks.
std::string heading_words(const std::string& heading) {
  std::string spaced = heading;
  std::replace_if(
      spaced.begin(), spaced.end(),
      [](char c) { return std::string_view("_/-.,;:()\n").find(c) != std::string_view::npos; }, ' ');
  std::string words = " " + names::search_key(spaced) + " ";
  constexpr std::string_view k_town = " thi xa ";  // a district's town is no commune
  for (std::size_t at = words.find(k_town); at != std::string::npos; at = words.find(k_town))
    words.erase(at + 4, 1);
  return words;
}

Heading kind_of_heading(const std::string& heading, bool above_communes) {
  const std::string words = heading_words(heading);
  // Other units than the row's.
  if (says_any(words, {"giap", "lan can", "ke can", "hinh thanh tu", "gom", "gom cac", "sap nhap tu",
                       "nhap tu", "nhap vao", "do dau", "ket nghia", "giup do", "doi tac", "phu trach",
                       "phoi hop", "khac", "other", "neighbour", "partner"}))
    return Heading::something_else;
  if (says_any(words, {"dia ban"})) return Heading::anything;
  if (says_any(words,
               {"thon", "xom", "ban", "ap", "buon", "khoi", "to dan pho", "tdp", "village", "ho va ten",
                "ho ten", "chu tich", "bi thu", "nguoi", "can bo", "cong chuc", "ghi chu"}))
    return Heading::hardly_names;
  const bool unit = says_any(words, {"xa", "phuong", "thi tran", "tenxa", "commune", "ward"});
  if (unit) return Heading::names;
  if (says_any(words, {"huyen", "quan", "district", "tinh", "province", "thanh pho", "thixa"}))
    return above_communes ? Heading::names : Heading::hardly_names;
  return says_any(words, {"ten", "name", "don vi", "dia phuong", "dvhc"}) ? Heading::names
                                                                          : Heading::anything;
}

bool is_of_before(const std::string& heading) {
  return says_any(heading_words(heading), {"cu", "truoc", "old", "former"});
}

/// What the cells of a column are, counted.
struct Cells {
  std::size_t rows = 0;  ///< looked at
  std::size_t filled = 0;
  std::size_t named = 0;  ///< called like a unit
  std::size_t typed = 0;  ///< begin with a type of the units
  std::size_t known = 0;  ///< either
  std::size_t above = 0;  ///< call themselves districts and the like
  std::set<std::u32string> different;
  std::set<std::uint32_t> units;  ///< that the rows' codes mean
};

Cells count_cells(const model::Column& column, const UnitNames& units, const std::vector<std::size_t>& rows,
                  std::span<const std::uint32_t> unit_of_row) {
  Cells out;
  out.rows = rows.size();
  for (const std::size_t row : rows) {
    if (!column.has_text(row)) continue;
    const std::vector<names::Reading> readings = names::readings_of(column.text(row));
    if (readings.empty()) continue;
    const UnitType type = readings.front().type;
    const bool several = names_several(column.text(row));
    const bool typed = !several && units.has_type(type);
    const bool named = !several && units.has_name(readings);
    ++out.filled;
    out.typed += typed ? 1U : 0U;
    out.named += named ? 1U : 0U;
    out.known += typed || named ? 1U : 0U;
    out.above += names::is_above_commune(type) ? 1U : 0U;
    out.different.insert(readings.front().name.key.folded + static_cast<char32_t>(type));
    out.units.insert(unit_of_row[row]);
  }
  return out;
}

bool are_names(const Cells& cells, Heading heading, bool above_communes) {
  if (cells.filled == 0 || 2 * cells.filled < cells.rows) return false;
  if (!above_communes && 2 * cells.above >= cells.filled) return false;
  if (2 * cells.different.size() < cells.units.size()) return false;  // a district for its communes
  if (heading == Heading::names) return 2 * cells.known >= cells.filled;
  // Under the heading of villages, people or districts: nearly all cells, each another unit, of some type or
  // so many that chance is no reason.
  if (heading == Heading::hardly_names) {
    constexpr std::size_t k_many = 20;
    const auto nearly_all = [&](std::size_t count) { return 10 * count >= 9 * cells.filled; };
    return nearly_all(cells.named) && nearly_all(cells.different.size()) &&
           (nearly_all(cells.typed) || cells.named >= k_many);
  }
  constexpr std::size_t k_enough = 4;  // a village or a person may be called like a unit by chance
  return 2 * cells.typed >= cells.filled || (cells.named >= k_enough && 3 * cells.named >= 2 * cells.filled);
}

/// Rows that mean a unit, evenly over the table.
std::vector<std::size_t> rows_to_look_at(std::span<const std::uint32_t> unit_of_row) {
  std::vector<std::size_t> all;
  for (std::size_t row = 0; row < unit_of_row.size(); ++row) {
    if (unit_of_row[row] != names::k_no_unit) all.push_back(row);
  }
  const std::size_t step = all.size() / k_rows_looked_at + 1;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < all.size(); i += step) out.push_back(all[i]);
  return out;
}

bool is_known(const model::Column& column, std::span<const std::string> known) {
  return column.type == model::ColumnType::number ||
         std::find(known.begin(), known.end(), column.name) != known.end();
}

}  // namespace

bool names_several(const std::string& cell) {
  for (std::size_t at = cell.find_first_of(",;"); at != std::string::npos;
       at = cell.find_first_of(",;", at + 1)) {
    const names::UnitName next = names::parse_unit_name(std::string_view(cell).substr(at + 1));
    if (next.type != UnitType::none && !names::is_above_commune(next.type) && !next.name.empty()) return true;
  }
  return false;
}

std::vector<NameColumn> find_name_columns(const model::Table& table, std::span<const names::MatchUnit> units,
                                          std::span<const std::uint32_t> unit_of_row,
                                          std::span<const std::string> known) {
  std::vector<NameColumn> out;
  const std::vector<std::size_t> rows = rows_to_look_at(unit_of_row);
  if (rows.empty()) return out;
  const UnitNames unit_names(units);
  const bool above = unit_names.above_communes();
  for (const model::Column& column : table.columns) {
    const Heading heading = kind_of_heading(column.name, above);
    if (is_known(column, known) || heading == Heading::something_else) continue;
    if (are_names(count_cells(column, unit_names, rows, unit_of_row), heading, above))
      out.push_back({&column, is_of_before(column.name)});
  }
  return out;
}

const model::Column* find_district_column(const model::Table& table, std::span<const names::MatchUnit> units,
                                          std::span<const std::string> known) {
  std::set<std::u32string> districts;
  for (const names::MatchUnit& unit : units) {
    if (!unit.district.empty())
      districts.insert(names::fold(names::parse_unit_name(unit.district).name).folded);
  }
  if (districts.empty()) return nullptr;
  const std::size_t step = table.row_count() / k_rows_looked_at + 1;
  for (const model::Column& column : table.columns) {
    if (is_known(column, known)) continue;
    std::size_t filled = 0;
    std::size_t named = 0;
    for (std::size_t row = 0; row < table.row_count(); row += step) {
      if (!column.has_text(row)) continue;
      const names::UnitName cell = names::parse_unit_name(column.text(row));
      const bool commune = cell.type != UnitType::none && !names::is_above_commune(cell.type);
      ++filled;
      named += !commune && districts.contains(names::fold(cell.name).folded) ? 1U : 0U;
    }
    if (2 * named > filled) return &column;
  }
  return nullptr;
}

}  // namespace ntmap::app
