#include "app/data/period_rows.hpp"

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

}  // namespace ntmap::app
