#include "criteria/read_values.hpp"

#include <algorithm>
#include <cmath>

#include "base/nearest_word.hpp"
#include "criteria/decimal.hpp"

#include "criteria/units.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::criteria {
namespace {

using base::text;

base::Text shown(double value) {
  const auto decimal = Decimal::from_double(value);
  return decimal ? decimal->localised() : base::Text("–");
}

/// Reads one column of one table.
class ColumnReader {
 public:
  ColumnReader(ValueTable& values, const ColumnSpec& spec, const model::Table& table,
               base::Findings& findings)
      : m_values(values),
        m_spec(spec),
        m_table(table),
        m_findings(findings),
        m_target(values.column(spec.id)) {}

  void take(const model::Column& column, std::size_t row, std::size_t unit) {
    if (column.is_missing(row)) return;
    const std::string cell = column.has_text(row) ? column.texts[row] : std::string();
    if (column.has_text(row) && is_not_applicable_word(cell)) {
      put(row, unit, model::k_no_data, k_cell_not_applicable);
      return;
    }
    const auto figure =
        column.has_number(row) ? std::optional(column.numbers[row]) : figure_from(cell, m_spec.scale);
    if (!figure || !std::isfinite(*figure)) {
      find(row, "values.not-a-number",
           text("\"{}\" không phải là số", "\"{}\" is not a number", {column.text(row)}),
           {"nhập số; ô này coi như chưa có số liệu", "enter a number; the cell counts as no data"});
    } else if (*figure < m_spec.least || *figure > m_spec.most ||
               (m_spec.whole && *figure != 0 && *figure != 1)) {
      find(row, "values.out-of-range",
           text("giá trị {} {} nằm ngoài khoảng cho phép", "the value {} {} is out of range",
                {shown(*figure), m_spec.unit}),
           {"kiểm tra đơn vị và dấu phẩy; ô này coi như chưa có số liệu",
            "check the unit and the decimal mark; the cell counts as no data"});
    } else {
      put(row, unit, *figure, 0);
    }
  }

 private:
  void put(std::size_t row, std::size_t unit, double value, std::uint8_t flags) {
    const std::uint8_t before = m_target.flags[unit];
    const bool empty = std::isnan(m_target.value[unit]) && before == 0;
    const bool same = before == flags && (m_target.value[unit] == value || flags != 0);
    if (!empty && !same) {
      conflict(row, unit, value, flags);
      return;
    }
    if (!empty) return;
    m_target.value[unit] = value;
    m_target.flags[unit] = flags;
    m_target.sheet[unit] = m_values.sheet({m_table.file_of(row), m_table.sheet_of(row), {}});
    m_target.row[unit] = m_table.source_row[row];
  }

  void conflict(std::size_t row, std::size_t unit, double value, std::uint8_t flags) {
    const SourceSheet& first = m_values.sheets()[m_target.sheet[unit]];
    const base::Text one = word_of(m_target.value[unit], m_target.flags[unit]);
    find(row, "values.conflict",
         text("hai số liệu khác nhau cho một đơn vị, một năm: {} ({}, dòng {}) và {}",
              "two different figures for one unit and year: {} ({}, row {}) and {}",
              {one, first.file, std::to_string(m_target.row[unit]), word_of(value, flags)}),
         {"giữ một trong hai; đến khi đó coi như chưa rõ", "keep one of them; until then it is unknown"});
    m_target.value[unit] = model::k_no_data;
    m_target.flags[unit] = k_cell_conflict;
  }

  static base::Text word_of(double value, std::uint8_t flags) {
    if ((flags & k_cell_not_applicable) != 0) return {"không áp dụng", "not applicable"};
    if ((flags & k_cell_conflict) != 0) return {"đã mâu thuẫn", "already in conflict"};
    return shown(value);
  }

  void find(std::size_t row, const char* rule, base::Text what, base::Text remedy) {
    m_findings.push_back({base::Severity::error, rule, m_table.file_of(row),
                          text("dòng {}, cột \"{}\"", "row {}, column \"{}\"",
                               {std::to_string(m_table.source_row[row]), m_spec.id}),
                          std::move(what), std::move(remedy)});
  }

  ValueTable& m_values;
  const ColumnSpec& m_spec;
  const model::Table& m_table;
  base::Findings& m_findings;
  ValueColumn& m_target;
};

/// The figure that a head names. The case of letters says nothing: "dtvm.G2" is dtvm.g2.
const ColumnSpec* spec_of_head(const std::vector<ColumnSpec>& specs, const std::string& head) {
  if (const ColumnSpec* spec = find_spec(specs, head)) return spec;
  const auto found = std::find_if(specs.begin(), specs.end(), [&](const ColumnSpec& spec) {
    return base::edit_distance(spec.id, head) == 0;
  });
  return found == specs.end() ? nullptr : &*found;
}

base::Finding unknown_figure(const model::Table& table, const std::string& head,
                             const std::vector<ColumnSpec>& specs) {
  std::vector<std::string> known;
  for (const ColumnSpec& spec : specs) known.push_back(spec.id);
  const auto guess = base::nearest_word(head, known);
  return {base::Severity::error,
          "values.unknown-figure",
          table.file,
          text("dòng {}, cột \"{}\"", "row {}, column \"{}\"", {std::to_string(table.header_row), head}),
          text("không có số liệu nào tên \"{}\"; cột bị bỏ qua",
               "no figure is called \"{}\"; the column is left out", {head}),
          guess
              ? text("có phải \"{}\"?", "did you mean \"{}\"?", {*guess})
              : base::Text("sửa tên cột hoặc ghi là cột khóa", "mend the head, or name it as a key column")};
}

}  // namespace

void read_values(ValueTable& values, const std::vector<ColumnSpec>& specs, const model::Table& table,
                 std::span<const std::uint32_t> unit_of_row, const std::vector<std::string>& other_columns,
                 base::Findings& findings) {
  for (const model::Column& column : table.columns) {
    if (std::find(other_columns.begin(), other_columns.end(), column.name) != other_columns.end()) continue;
    const ColumnSpec* spec = spec_of_head(specs, column.name);
    if (spec == nullptr) {
      findings.push_back(unknown_figure(table, column.name, specs));
      continue;
    }
    ColumnReader reader(values, *spec, table, findings);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (unit_of_row[row] < values.unit_count()) reader.take(column, row, unit_of_row[row]);
    }
  }
}

}  // namespace ntmap::criteria
