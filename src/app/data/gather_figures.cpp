#include "app/data/gather_figures.hpp"

#include <algorithm>
#include <cmath>

#include "app/data/table_place.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {

using base::Severity;
using base::Text;
using base::text;

Gathering::Gathering(const model::Indicator& indicator, const model::Table& table, Figures& into)
    : m_indicator(indicator),
      m_table(table),
      m_into(into),
      m_refused(into.units->size(), false),
      m_firsts(into.units->size()) {}

Text Gathering::first_place(std::uint32_t unit, std::size_t row) const {
  const std::size_t first = m_firsts[unit].row;
  Text place = row_place(m_table, first);
  if (m_table.file_of(first) == m_table.file_of(row)) return place;
  return text("{}, {}", "{}, {}", {m_table.file_of(first), place});
}

void Gathering::number(std::uint32_t unit, std::size_t row, double value) {
  if (std::isnan(value)) return;
  if (value < m_indicator.minimum || value > m_indicator.maximum) {
    refuse(unit, row, "figures.out-of-range",
           text("{}: {} nằm ngoài khoảng {} – {}", "{}: {} lies outside {} – {}",
                {m_into.units->full_name(unit), base::short_number(value),
                 base::short_number(m_indicator.minimum), base::short_number(m_indicator.maximum)}));
    return;
  }
  First& first = m_firsts[unit];
  if (!first.said) first = {true, row, value, {}};
  if (first.number != value) {
    disagree(unit, row, base::short_number(first.number), base::short_number(value));
    return;
  }
  if (!m_refused[unit]) m_into.values[unit] = value;
  m_into.source_row[unit] = m_table.source_row[row];
}

void Gathering::word(std::uint32_t unit, std::size_t row, const std::string& value) {
  if (value.empty()) return;
  First& first = m_firsts[unit];
  if (!first.said) first = {true, row, 0, value};
  if (first.word != value) {
    disagree(unit, row, text("“{}”", "“{}”", {first.word}), text("“{}”", "“{}”", {value}));
    return;
  }
  if (!m_refused[unit]) m_into.texts[unit] = value;
  m_into.source_row[unit] = m_table.source_row[row];
}

void Gathering::disagree(std::uint32_t unit, std::size_t row, const Text& first, const Text& now) {
  refuse(unit, row, "figures.disagree",
         text("{}: hai giá trị khác nhau, {} ({}) và {}", "{}: two values that differ, {} ({}) and {}",
              {m_into.units->full_name(unit), first, first_place(unit, row), now}));
}

void Gathering::judged(std::uint32_t unit, std::size_t row, double value) {
  if (std::isnan(value)) m_refused[unit] = true;
  number(unit, row, value);
}

void Gathering::refuse(std::uint32_t unit, std::size_t row, const std::string& rule, const Text& what) {
  m_refused[unit] = true;
  m_into.values[unit] = model::k_no_data;
  m_into.texts[unit].clear();
  m_into.findings.push_back(
      {Severity::error, rule, m_table.file_of(row),
       text("{}, cột {}", "{}, column {}", {row_place(m_table, row), m_indicator.field}), what,
       text("Sửa trong tệp nguồn; trên bản đồ đơn vị này là “chưa rõ”.",
            "Mend the source file; on the map this unit is “unknown”.")});
}

std::vector<bool> take_not_applicable(model::Column& column) {
  std::vector<bool> rows(column.size(), false);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!column.has_text(row) || !criteria::is_not_applicable_word(column.texts[row])) continue;
    rows[row] = true;
    column.texts[row].clear();
  }
  return rows;
}

void find_blanks(Figures& figures, const Gathering& gathering, const TableJoin& join) {
  const auto& without_row = join.unit_without_row;
  for (std::uint32_t unit = 0; unit < figures.units->size(); ++unit) {
    const bool has_figure = !std::isnan(figures.values[unit]) || !figures.texts[unit].empty();
    const bool known = !std::binary_search(without_row.begin(), without_row.end(), unit);
    const bool open = known && figures.not_applicable[unit] == 0 && !gathering.refused(unit);
    if (!has_figure && open) figures.blank.push_back(unit);
  }
}

void mark_edited(const EditedTable& edited, const std::string& field, Figures& figures) {
  for (const auto& [changed, unit] : edited.cells) {
    if (changed != field) continue;
    if (figures.edited.empty()) figures.edited.resize(figures.units->size());
    figures.edited[unit] = 1;
  }
}

}  // namespace ntmap::app
