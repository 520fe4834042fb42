#include "criteria/read_values.hpp"

#include <algorithm>
#include <cmath>

#include "base/nearest_word.hpp"
#include "criteria/decimal.hpp"
#include "criteria/evidence.hpp"
#include "criteria/units.hpp"
#include "criteria/value_doubts.hpp"
#include "criteria/value_range.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::criteria {
namespace {

using base::text;

base::Text shown(double value) {
  const auto decimal = Decimal::from_double(value);
  return decimal ? decimal->localised() : base::Text("–");
}

CellPlace place_of(ValueTable& values, const model::Table& table, std::size_t row) {
  return {values.sheet({table.file_of(row), table.sheet_of(row), {}}), table.source_row[row]};
}

/// The row of each unit: a column without figures, whose places all figures of the table share.
ValueColumn rows_of(ValueTable& values, const model::Table& table,
                    std::span<const std::uint32_t> unit_of_row) {
  ValueColumn out;
  out.value.assign(values.unit_count(), 0);
  out.flags.assign(values.unit_count(), 0);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::uint32_t unit = unit_of_row[row];
    if (unit < values.unit_count() && out.place(unit).sheet == k_no_sheet)
      out.set_place(unit, place_of(values, table, row));
  }
  return out;
}

/// Reads one column of one table.
class ColumnReader {
 public:
  ColumnReader(ValueTable& values, const ColumnSpec& spec, const model::Table& table, const ValueColumn& rows,
               base::Findings& findings)
      : m_values(values),
        m_spec(spec),
        m_table(table),
        m_findings(findings),
        m_target(values.column(spec.id)) {
    m_target.share_places(rows);
  }

  void take(const model::Column& column, std::size_t row, std::size_t unit) {
    if (column.is_missing(row)) return;
    const std::string cell = column.has_text(row) ? column.texts[row] : std::string();
    if (column.has_text(row) && is_not_applicable_word(cell)) {
      put(row, unit, model::k_no_data, k_cell_not_applicable);
      return;
    }
    const auto figure = column.has_number(row) ? std::optional(column.numbers[row]) : figure_in(cell);
    if (!figure || !std::isfinite(*figure)) {
      refuse(row, unit);
      find(row, "values.not-a-number",
           m_spec.whole ? text("\"{}\" không phải là Đạt hay Không đạt",
                               "\"{}\" is neither Đạt nor Không đạt", {column.text(row)})
                        : text("\"{}\" không phải là số", "\"{}\" is not a number", {column.text(row)}),
           m_spec.whole ? text("ghi Đạt, Không đạt hoặc Không áp dụng; ô này coi như chưa có số liệu",
                               "write Đạt, Không đạt or Không áp dụng; the cell counts as no data")
                        : text("nhập số; ô này coi như chưa có số liệu",
                               "enter a number; the cell counts as no data"));
    } else if (*figure < m_spec.least || *figure > m_spec.most ||
               (m_spec.whole && *figure != 0 && *figure != 1)) {
      refuse(row, unit);
      find(row, "values.out-of-range", out_of_range(*figure),
           {"kiểm tra đơn vị và dấu phẩy; ô này coi như chưa có số liệu",
            "check the unit and the decimal mark; the cell counts as no data"});
    } else if (m_spec.counted && *figure != std::floor(*figure)) {
      refuse(row, unit);
      find(row, "values.out-of-range",
           text("giá trị {} không phải số nguyên", "the value {} is not a whole number",
                {base::join({shown(*figure), unit_text(m_spec.unit)}, " ")}),
           {"kiểm tra đơn vị và dấu phẩy; ô này coi như chưa có số liệu",
            "check the unit and the decimal mark; the cell counts as no data"});
    } else {
      put(row, unit, *figure, 0);
    }
  }

 private:
  /// "Đạt", "x" and "không" are figures only where Đạt or Không đạt is asked for, or in the scale.
  std::optional<double> figure_in(const std::string& cell) const {
    const bool word = is_pass_word(cell) || is_fail_word(cell);
    if (word && !m_spec.whole && rank_in(m_spec.scale, cell) == 0) return std::nullopt;
    return figure_from(cell, m_spec.scale);
  }

  /// The unit has no figure, and the cell that is to blame. A figure in another row stands before it.
  void refuse(std::size_t row, std::size_t unit) {
    if (!std::isnan(m_target.value[unit]) || m_target.flags[unit] != 0) return;
    m_target.flags[unit] = k_cell_refused;
    m_target.set_place(unit, place_of(m_values, m_table, row));
  }

  void put(std::size_t row, std::size_t unit, double value, std::uint8_t flags) {
    constexpr unsigned k_marks = k_cell_estimated | k_cell_parts_differ | k_cell_some_parts;
    const auto before = static_cast<std::uint8_t>(m_target.flags[unit] & ~k_marks);
    const bool empty = std::isnan(m_target.value[unit]) && (before == 0 || before == k_cell_refused);
    const bool same = before == flags && (m_target.value[unit] == value || flags != 0);
    if (!empty && !same) {
      conflict(row, unit, value, flags);
      return;
    }
    if (!empty) return;
    m_target.value[unit] = value;
    m_target.flags[unit] = flags;
    m_target.set_place(unit, place_of(m_values, m_table, row));
  }

  void conflict(std::size_t row, std::size_t unit, double value, std::uint8_t flags) {
    const CellPlace at = m_target.place(unit);
    const SourceSheet& first = m_values.sheets()[at.sheet];
    const base::Text one = word_of(m_target.value[unit], m_target.flags[unit]);
    find(row, "values.conflict",
         text("hai số liệu khác nhau cho một đơn vị, một năm: {} ({}, dòng {}) và {}",
              "two different figures for one unit and year: {} ({}, row {}) and {}",
              {one, first.file, std::to_string(at.row), word_of(value, flags)}),
         {"giữ một trong hai; đến khi đó coi như chưa rõ", "keep one of them; until then it is unknown"});
    std::vector<DifferingCell>& sides = m_target.differing[unit];
    if (sides.empty()) sides.push_back({at, m_target.value[unit]});
    sides.push_back({place_of(m_values, m_table, row), value});
    m_target.value[unit] = model::k_no_data;
    m_target.flags[unit] = k_cell_conflict;
  }

  /// "giá trị 120 % nằm ngoài khoảng 0 – 100".
  base::Text out_of_range(double figure) const {
    if (m_spec.whole) {
      return text("giá trị {} không phải là 1 (Đạt) hay 0 (Không đạt)",
                  "the value {} is neither 1 (Đạt) nor 0 (Không đạt)", {shown(figure)});
    }
    const base::Text value = is_level_unit(m_spec.unit)
                                 ? base::Text(shown(figure))
                                 : base::join({shown(figure), unit_text(m_spec.unit)}, " ");
    return std::isfinite(m_spec.most)
               ? text("giá trị {} nằm ngoài khoảng {} – {}", "the value {} is out of the range {} – {}",
                      {value, shown(m_spec.least), shown(m_spec.most)})
               : text("giá trị {} nhỏ hơn {}, là mức thấp nhất có thể",
                      "the value {} is less than {}, the least it can be", {value, shown(m_spec.least)});
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

const ColumnSpec* spec_of_head(const std::vector<ColumnSpec>& specs, const std::string& head) {
  if (const ColumnSpec* spec = find_spec(specs, head)) return spec;
  const auto found = std::find_if(specs.begin(), specs.end(), [&](const ColumnSpec& spec) {
    return base::edit_distance(spec.id, head) == 0;
  });
  return found == specs.end() ? nullptr : &*found;
}

void read_values(ValueTable& values, const std::vector<ColumnSpec>& specs, const model::Table& table,
                 std::span<const std::uint32_t> unit_of_row, const std::vector<std::string>& other_columns,
                 base::Findings& findings) {
  const ValueColumn rows = rows_of(values, table, unit_of_row);
  for (const model::Column& column : table.columns) {
    if (std::find(other_columns.begin(), other_columns.end(), column.name) != other_columns.end()) continue;
    const ColumnSpec* spec = spec_of_head(specs, column.name);
    if (spec == nullptr) {
      findings.push_back(unknown_figure(table, column.name, specs));
      continue;
    }
    ColumnReader reader(values, *spec, table, rows, findings);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (unit_of_row[row] < values.unit_count()) reader.take(column, row, unit_of_row[row]);
    }
    find_doubts(table, column, *spec, unit_of_row, values.column(spec->id), findings);
  }
}

}  // namespace ntmap::criteria
