#include "app/data/heading_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "app/data/table_place.hpp"
#include "io/table_reader.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::text;

bool is_row_count(std::string_view cell) {
  if (!cell.empty() && cell.back() == '.') cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "I", "IV.", "B": how outlines number what stands above 1, 2, 3.
bool is_outline_head(std::string_view cell) {
  if (!cell.empty() && cell.back() == '.') cell.remove_suffix(1);
  const bool letter = cell.size() == 1 && cell[0] >= 'A' && cell[0] <= 'Z';
  return letter || (!cell.empty() && cell.find_first_not_of("IVX") == std::string_view::npos);
}

/// The rows that the column numbers as heads of others; none where it is no outline.
std::vector<std::size_t> heads_of_outline(const model::Column& column, std::size_t rows) {
  std::vector<std::size_t> heads;
  std::size_t counted = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    if (is_row_count(cell)) {
      ++counted;
    } else if (is_outline_head(cell)) {
      heads.push_back(row);
    } else {
      return {};
    }
  }
  return counted > heads.size() ? heads : std::vector<std::size_t>{};
}

std::string place_key(const std::string& name) {
  return names::search_key(names::parse_unit_name(name).name);
}

/// Looks for headings in one table.
class Finder {
 public:
  Finder(const model::Table& table, const model::Column& name, const std::vector<bool>& is_unit)
      : m_table(table), m_name(name), m_is_unit(is_unit) {}

  std::vector<std::size_t> run(const std::vector<std::string>& districts) {
    const std::vector<std::size_t> outlined = outline_heads();
    const std::vector<std::size_t> named = outlined.empty() ? rows_called_like(districts) : outlined;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const std::size_t end = end_of_group(named, i);
      const bool heads = says_commune(named[i]) ? false
                         : outlined.empty()     ? sums_up(named[i], end)
                                                : stands_above_units(named[i], end);
      if (heads) out.push_back(named[i]);
    }
    return out;
  }

 private:
  std::vector<std::size_t> outline_heads() const {
    for (const model::Column& column : m_table.columns) {
      if (&column == &m_name) break;
      std::vector<std::size_t> heads = heads_of_outline(column, m_table.row_count());
      if (!heads.empty()) return heads;
    }
    return {};
  }

  std::vector<std::size_t> rows_called_like(const std::vector<std::string>& districts) const {
    std::set<std::string> keys;
    for (const std::string& district : districts) keys.insert(place_key(district));
    keys.erase(std::string());
    std::vector<std::size_t> out;
    if (keys.empty()) return out;
    for (std::size_t row = 0; row < m_table.row_count(); ++row) {
      if (keys.contains(place_key(m_name.text(row)))) out.push_back(row);
    }
    return out;
  }

  /// The next head of another name: the town of a district stands below it.
  std::size_t end_of_group(const std::vector<std::size_t>& heads, std::size_t i) const {
    const std::string key = place_key(m_name.text(heads[i]));
    const auto next = std::find_if(heads.begin() + static_cast<std::ptrdiff_t>(i) + 1, heads.end(),
                                   [&](std::size_t row) { return place_key(m_name.text(row)) != key; });
    return next == heads.end() ? m_table.row_count() : *next;
  }

  bool says_commune(std::size_t row) const {
    const names::UnitType type = names::parse_unit_name(m_name.text(row)).type;
    return type != names::UnitType::none && !names::is_above_commune(type);
  }

  /// Most rows below are units: not the villages of a commune.
  bool stands_above_units(std::size_t head, std::size_t end) const {
    std::size_t units = 0;
    for (std::size_t row = head + 1; row < end; ++row) units += m_is_unit[row] ? 1U : 0U;
    return units > 0 && 2 * units >= end - head - 1;
  }

  bool sums_up(std::size_t head, std::size_t end) {
    if (!stands_above_units(head, end)) return false;
    if (m_numbers.empty()) read_figures();
    return std::any_of(m_numbers.begin(), m_numbers.end(), [&](const std::vector<double>& column) {
      double sum = 0;
      double biggest = 0;
      std::size_t count = 0;
      for (std::size_t row = head + 1; row < end; ++row) {
        if (!(column[row] > 0)) continue;
        sum += column[row];
        biggest = std::max(biggest, column[row]);
        ++count;
      }
      return count >= 2 && column[head] > biggest && std::abs(column[head] - sum) <= 1e-6 * sum;
    });
  }

  void read_figures() {
    for (const model::Column& column : m_table.columns) {
      if (&column != &m_name) m_numbers.push_back(io::read_numbers(m_table, column, false).values);
    }
  }

  const model::Table& m_table;
  const model::Column& m_name;
  const std::vector<bool>& m_is_unit;
  std::vector<std::vector<double>> m_numbers;  ///< of the other columns
};

}  // namespace

std::vector<std::size_t> heading_rows(const model::Table& table, const std::string& name_field,
                                      const std::vector<bool>& is_unit,
                                      const std::vector<std::string>& districts) {
  const model::Column* name = name_field.empty() ? nullptr : table.find(name_field);
  return name == nullptr ? std::vector<std::size_t>{} : Finder(table, *name, is_unit).run(districts);
}

base::Findings heading_findings(const model::Table& table, const std::string& name_field,
                                const std::vector<std::size_t>& rows) {
  if (rows.empty()) return {};
  constexpr std::size_t k_named = 5;
  std::string named;
  for (std::size_t i = 0; i < std::min(k_named, rows.size()); ++i)
    named += (i == 0 ? "“" : "”, “") + table.find(name_field)->text(rows[i]);
  named += rows.size() > k_named ? "”, …" : "”";
  return {
      {base::Severity::note,
       "table.heading-rows",
       table.file_of(rows.front()),
       text("từ {}", "from {}", {row_place(table, rows.front())}),
       text("{} dòng tiêu đề đứng trên các đơn vị của mình ({}), bỏ qua như dòng tổng",
            "{} rows that head the units below them ({}) were left out, as totals are", {rows.size(), named}),
       {}}};
}

}  // namespace ntmap::app
