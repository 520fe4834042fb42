#include "app/data/figure_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/data/carried_marks.hpp"
#include "criteria/read_values.hpp"
#include "criteria/units.hpp"
#include "criteria/value_text.hpp"
#include "io/number_reader.hpp"
#include "io/table_reader.hpp"

namespace ntmap::app {
namespace {

/// Whether the column is measured: its cells are numbers, not words.
bool is_measured(const criteria::ColumnSpec& spec) {
  return !spec.whole && spec.scale.empty();
}

/// The column with its texts read as numbers. Words stay: criteria::read_values() tells of those that are
/// none. What is out of the figure's range is told there too.
model::Column with_numbers(const model::Table& table, const model::Column& column, bool percent,
                           base::Findings& findings) {
  model::Column asked = column;
  model::Column out = column;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.has_text(row)) continue;
    const bool word = io::parse_number_text(column.texts[row]).shape == io::NumberShape::word;
    (word ? asked : out).texts[row].clear();
  }
  io::NumberColumn numbers = io::read_numbers(table, asked, percent);
  std::erase_if(numbers.findings, [](const base::Finding& one) { return one.rule == "percent.outside"; });
  for (base::Finding& finding : numbers.findings) {
    // Some figures of the criteria are small by nature (a share of 1 to 3 %): worth a note, no alarm.
    if (finding.rule == "percent.some-below-one") finding.severity = base::Severity::note;
    findings.push_back(std::move(finding));
  }
  out.numbers = std::move(numbers.values);
  if (out.type == model::ColumnType::text) out.type = model::ColumnType::mixed;
  return out;
}

/// Numbers are kept with 15 digits; what is written with more is told.
void find_rounded(const model::Table& table, const model::Column& column, const criteria::ColumnSpec& spec,
                  std::span<const std::uint32_t> unit_of_row, base::Findings& findings) {
  constexpr std::size_t k_kept = 15;
  constexpr std::uint32_t k_none = criteria::k_no_unit;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (unit_of_row[row] == k_none || !column.has_text(row)) continue;
    if (criteria::significant_digits(column.texts[row]) <= k_kept) continue;
    if (io::parse_number_text(column.texts[row]).shape == io::NumberShape::word) continue;
    findings.push_back(
        {base::Severity::warning, "values.rounded", table.file_of(row),
         base::text("dòng {}, cột \"{}\"", "row {}, column \"{}\"",
                    {std::to_string(table.source_row[row]), spec.id}),
         base::text("“{}” có quá nhiều chữ số; chỉ giữ được {} chữ số",
                    "“{}” has too many digits; {} of them are kept", {column.texts[row], k_kept}),
         base::text("làm tròn trong tệp nếu không cần đến", "round it in the file if they are not needed")});
  }
}

}  // namespace

void read_figures(criteria::ValueTable& values, const std::vector<criteria::ColumnSpec>& specs,
                  const model::Table& table, std::span<const std::uint32_t> unit_of_row,
                  const std::vector<std::string>& labels, base::Findings& findings) {
  model::Table read = table;
  for (model::Column& column : read.columns) {
    const bool label = std::find(labels.begin(), labels.end(), column.name) != labels.end();
    const criteria::ColumnSpec* spec = label ? nullptr : criteria::spec_of_head(specs, column.name);
    if (spec == nullptr || !is_measured(*spec)) continue;
    find_rounded(table, column, *spec, unit_of_row, findings);
    column = with_numbers(table, column, spec->unit == "%", findings);
  }
  criteria::read_values(values, specs, read, unit_of_row, labels, findings);
  const CarriedMarks marks(table, unit_of_row, values.unit_count());
  for (const model::Column& column : table.columns) {
    const criteria::ColumnSpec* spec = criteria::spec_of_head(specs, column.name);
    if (spec != nullptr && values.find(spec->id) != nullptr) marks.mark(column.name, values.column(spec->id));
  }
}

FigureColumn read_figure(const criteria::ColumnSpec& spec, const model::Table& table,
                         std::span<const std::uint32_t> unit_of_row, std::size_t unit_count) {
  model::Table one{table.file, table.sheet, table.header_row, {}, table.source_row, table.parts};
  if (const model::Column* column = table.find(spec.id)) one.columns.push_back(*column);
  criteria::ValueTable values(0, unit_count);
  FigureColumn out;
  read_figures(values, {spec}, one, unit_of_row, {}, out.findings);
  const criteria::ValueColumn& column = values.column(spec.id);
  out.values = column.value;
  out.flags = column.flags;
  return out;
}

}  // namespace ntmap::app
