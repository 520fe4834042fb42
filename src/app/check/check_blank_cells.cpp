#include "app/check/check_blank_cells.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include "app/programme/assessment.hpp"
#include "criteria/figures.hpp"
#include "criteria/rollup.hpp"
#include "criteria/value_table.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

/// The figure that the indicator computes; empty for other ways.
std::string figure_of_indicator(const Assessment& assessment, const std::string& compute) {
  const std::size_t colon = compute.find(':');
  if (colon == std::string::npos) return {};
  const std::string way = compute.substr(0, colon);
  std::string argument = compute.substr(colon + 1);
  if (way == "figure") return argument;
  if (way != "progress") return {};
  const auto& statements = assessment.registers().statements.rows;
  const auto target = std::find_if(statements.begin(), statements.end(), [&](const criteria::Statement& one) {
    return one.is_target && one.id == argument;
  });
  return target == statements.end() ? std::string() : target->figure;
}

/// The columns of tables that a figure is computed from: its own, or those of the figures above and below the
/// line.
void collect_columns(const Assessment& assessment, const std::string& id, std::set<std::string>& seen,
                     std::vector<const criteria::ValueColumn*>& out) {
  if (id.empty() || !seen.insert(id).second) return;
  const criteria::ValueTable* values = assessment.figure_input().values;
  if (const criteria::ValueColumn* column = values == nullptr ? nullptr : values->find(id)) {
    out.push_back(column);
    return;
  }
  const criteria::Figure* figure = criteria::find_figure(assessment.rules().figures, id);
  if (figure == nullptr) return;
  collect_columns(assessment, figure->of, seen, out);
  collect_columns(assessment, figure->base, seen, out);
}

/// The sheet that the column is read from; none where all its cells are blank.
std::uint16_t sheet_of_column(const criteria::ValueColumn& column) {
  for (std::size_t unit = 0; unit < column.value.size(); ++unit) {
    if (const auto place = column.place(unit); place.sheet != criteria::k_no_sheet) return place.sheet;
  }
  return criteria::k_no_sheet;
}

bool has_row(const criteria::ValueTable& values, std::uint16_t sheet, std::size_t unit) {
  return std::any_of(values.columns().begin(), values.columns().end(),
                     [&](const criteria::ValueColumn& column) { return column.place(unit).sheet == sheet; });
}

Text named(const UnitTree& tree, const std::vector<std::uint32_t>& units) {
  constexpr std::size_t k_named = 5;
  Text out;
  for (std::size_t i = 0; i < std::min(k_named, units.size()); ++i) {
    const std::string& name = tree.full_names[units[i]];
    out = i == 0 ? Text(name) : base::join({out, name}, ", ");
  }
  return units.size() > k_named ? base::join({out, "…"}, ", ") : out;
}

}  // namespace

base::Findings blank_cell_findings(ProjectData& data, const model::Indicator& indicator,
                                   const std::string& period) {
  const model::Period* when = data.project().find_period(period);
  const auto assessment = indicator.compute.empty() || when == nullptr ? nullptr : data.assessment(*when);
  base::Findings findings;
  if (!assessment) return findings;
  const std::string id = figure_of_indicator(*assessment, indicator.compute);
  const criteria::Figure* asked = criteria::find_figure(assessment->rules().figures, id);
  std::set<std::string> seen;
  std::vector<const criteria::ValueColumn*> columns;
  if (asked != nullptr) collect_columns(*assessment, id, seen, columns);
  const UnitTree& tree = assessment->tree();
  for (const criteria::ValueColumn* column : columns) {
    const criteria::ValueTable& values = *assessment->figure_input().values;
    const std::uint16_t sheet = sheet_of_column(*column);
    std::vector<std::uint32_t> blank;
    for (std::uint32_t unit = 0; unit < tree.map_count && sheet != criteria::k_no_sheet; ++unit) {
      const bool open =
          std::isnan(column->value[unit]) && column->flags[unit] == 0 && !assessment->excluded(unit);
      if (open && criteria::has_type(tree.units[unit], asked->types) && has_row(values, sheet, unit))
        blank.push_back(unit);
    }
    if (blank.empty()) continue;
    const criteria::Figure* of_column = criteria::find_figure(assessment->rules().figures, column->id);
    findings.push_back(
        {base::Severity::warning, "figures.blank", values.sheets()[sheet].file, named(tree, blank),
         text("{} đơn vị bỏ trống cột “{}” ({}) kỳ {}", "{} units leave the column “{}” ({}) blank in {}",
              {blank.size(), column->id, of_column == nullptr ? Text(column->id) : of_column->name, period}),
         text("Điền số liệu; đến khi đó các chỉ tiêu tính từ cột này của các đơn vị ấy là “chưa rõ”.",
              "Fill in the figures; until then what is computed from them is “unknown” there.")});
  }
  return findings;
}

}  // namespace ntmap::app
