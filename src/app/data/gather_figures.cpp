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
  if (std::isnan(value)) {
    if (!m_firsts[unit].without) m_firsts[unit].without = row;
    return;
  }
  if (value < m_indicator.minimum || value > m_indicator.maximum) {
    refuse(unit, row, "figures.out-of-range",
           text("{}: {} nằm ngoài khoảng {} – {}", "{}: {} lies outside {} – {}",
                {m_into.units->full_name(unit), base::short_number(value),
                 base::short_number(m_indicator.minimum), base::short_number(m_indicator.maximum)}));
    return;
  }
  First& first = m_firsts[unit];
  if (!first.said) first = {true, false, row, value, {}, first.without};
  if (first.spared || first.number != value) {
    disagree(unit, row, said_first(unit), base::short_number(value));
    return;
  }
  if (!m_refused[unit]) m_into.values[unit] = value;
  m_into.source_row[unit] = m_table.source_row[row];
}

void Gathering::word(std::uint32_t unit, std::size_t row, const std::string& value) {
  if (value.empty()) return;
  First& first = m_firsts[unit];
  if (!first.said) first = {true, false, row, 0, value, {}};
  if (first.spared || first.word != value) {
    disagree(unit, row, said_first(unit), text("“{}”", "“{}”", {value}));
    return;
  }
  if (!m_refused[unit]) m_into.texts[unit] = value;
  m_into.source_row[unit] = m_table.source_row[row];
}

void Gathering::not_applicable(std::uint32_t unit, std::size_t row) {
  First& first = m_firsts[unit];
  if (!first.said) first = {true, true, row, 0, {}, {}};
  if (!first.spared)
    disagree(unit, row, said_first(unit), text("không áp dụng", "not applicable"));
  else if (!m_refused[unit])
    m_into.not_applicable[unit] = 1;
}

Text Gathering::said_first(std::uint32_t unit) const {
  const First& first = m_firsts[unit];
  if (first.spared) return text("không áp dụng", "not applicable");
  return m_indicator.words ? text("“{}”", "“{}”", {first.word}) : base::short_number(first.number);
}

void Gathering::tell_rows_without() {
  constexpr std::size_t k_named = 5;
  std::size_t count = 0;
  Text named;
  for (std::uint32_t unit = 0; unit < m_firsts.size(); ++unit) {
    const First& first = m_firsts[unit];
    if (!first.said || !first.without || m_refused[unit]) continue;
    const std::size_t without = *first.without;
    if (m_table.file_of(without) != m_table.file_of(first.row) ||
        m_table.sheet_of(without) != m_table.sheet_of(first.row))
      continue;
    if (++count > k_named) continue;
    const Text one =
        text("{}: {} không có số liệu, {} có", "{}: {} has none, {} has",
             {m_into.units->full_name(unit), row_place(m_table, without), row_place(m_table, first.row)});
    named = base::join({named, one}, "; ");
  }
  if (count == 0) return;
  if (count > k_named) named = base::join({named, "…"}, "; ");
  m_into.findings.push_back(
      {Severity::warning, "figures.beside-blank", m_table.file,
       text("cột {}", "column {}", {m_indicator.field}),
       text("{} đơn vị có nhiều dòng, có dòng không có số liệu: lấy số ở dòng có ({})",
            "{} units have several rows, some without a figure: the one that there is counts ({})",
            {count, named}),
       text("Giữ một dòng cho mỗi đơn vị trong tệp nguồn.", "Keep one row a unit in the source file.")});
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
  if (m_firsts[unit].spared) m_into.not_applicable[unit] = 0;
  m_into.findings.push_back(
      {Severity::error, rule, m_table.file_of(row),
       text("{}, cột {}", "{}, column {}", {row_place(m_table, row), m_indicator.field}), what,
       text("Sửa trong tệp nguồn; trên bản đồ đơn vị này là “chưa rõ”.",
            "Mend the source file; on the map this unit is “unknown”.")});
}

bool has_values(const Figures& figures) {
  const auto& values = figures.values;
  return std::any_of(values.begin(), values.end(), [](double value) { return !std::isnan(value); }) ||
         std::any_of(figures.texts.begin(), figures.texts.end(),
                     [](const std::string& word) { return !word.empty(); });
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
