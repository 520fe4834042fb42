#include "app/data/value_check.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "app/data/figure_reader.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

std::optional<double> as_number(const std::string& value) {
  double number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (failure != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

/// What reading a table with this one cell finds: the same rules, the same words.
Text as_read(const criteria::ColumnSpec& spec, double value) {
  model::Table table;
  table.columns.emplace_back();
  table.columns[0].name = spec.id;
  table.columns[0].type = model::ColumnType::number;
  table.columns[0].numbers = {value};
  table.source_row = {1};
  const std::vector<std::uint32_t> unit_of_row{0};
  const FigureColumn read = read_figure(spec, table, unit_of_row, 1);
  if (!std::isnan(read.values[0]) || read.findings.empty()) return {};
  return read.findings.front().what;
}

bool is_criteria_table(const model::Project& project, const std::string& table) {
  if (!project.criteria) return false;
  const auto& tables = project.criteria->tables;
  return std::find(tables.begin(), tables.end(), table) != tables.end();
}

}  // namespace

Text why_impossible(const model::Project& project, const std::vector<criteria::ColumnSpec>& specs,
                    const std::string& table, const std::string& field, const std::string& value) {
  const std::optional<double> number = as_number(value);
  if (!number) return {};
  if (is_criteria_table(project, table)) {
    if (const criteria::ColumnSpec* spec = criteria::find_spec(specs, field)) {
      if (Text why = as_read(*spec, *number); !why.empty()) return why;
    }
  }
  for (const model::Indicator& indicator : project.indicators) {
    if (indicator.table != table || indicator.field != field) continue;
    if (*number < indicator.minimum || *number > indicator.maximum)
      return text("giá trị {} nằm ngoài khoảng {} – {}", "the value {} is out of the range {} – {}",
                  {base::short_number(*number), base::short_number(indicator.minimum),
                   base::short_number(indicator.maximum)});
  }
  return {};
}

}  // namespace ntmap::app
