#include "app/data/period_rows.hpp"

#include <set>

#include "io/table_reader.hpp"

namespace ntmap::app {

bool is_of_period(const model::TableSource& source, const std::string& period) {
  return source.period.empty() || period.empty() || source.period == period;
}

std::vector<std::uint32_t> units_then(const TableJoin& join, const model::Table& rows,
                                      const model::TableSource& source, const std::string& period) {
  std::vector<std::uint32_t> out = join.unit_of_row;
  if (source.period_field.empty() || period.empty()) return out;
  const model::Column& periods = require_column(rows, source.period_field);
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (periods.text(row) != period) out[row] = k_no_unit;
  }
  return out;
}

NamesQuestion names_question(const model::Project& project, const model::TableSource& source,
                             const std::string& vintage, const model::Table& table) {
  NamesQuestion out{
      .name = source.name, .district = source.district, .other_fields = {source.key, source.period_field}};
  if (source.period_field.empty() || project.periods.empty()) return out;
  std::set<std::string> then;
  for (const model::Period& period : project.periods) {
    if (project.boundaries_on(period.date)->id == vintage) then.insert(period.id);
  }
  const model::Column& periods = require_column(table, source.period_field);
  out.compared = [&periods, then](std::size_t row) { return then.contains(periods.text(row)); };
  return out;
}

TableJoin join_source(const model::Project& project, const model::TableSource& source, const Units& units,
                      const model::Table& table, const names::AliasBook& aliases) {
  TableJoin join =
      join_table(units, table, {source.key, source.name, source.district, source.applies_to}, aliases);
  if (!source.key.empty() && source.name.empty())
    settle_names(units, table, names_question(project, source, units.vintage, table), aliases, join);
  return join;
}

}  // namespace ntmap::app
