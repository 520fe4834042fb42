#include "app/data/full_names.hpp"

#include <algorithm>
#include <cstddef>

#include "app/data/type_fields.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

std::string written_type(names::UnitType type) {
  switch (type) {
    case names::UnitType::commune:
      return "Xã";
    case names::UnitType::ward:
      return "Phường";
    case names::UnitType::town:
      return "Thị trấn";
    case names::UnitType::special_zone:
      return "Đặc khu";
    default:
      return {};
  }
}

/// The type that a cell puts in front of the name beside it; empty where it does not.
std::string type_before(const std::string& cell, const std::string& name) {
  const names::UnitName full = names::parse_unit_name(cell);
  const std::string type = written_type(full.type);
  const bool same = !type.empty() && names::fold(full.name).folded == names::fold(name).folded;
  return same ? type : std::string();
}

}  // namespace

std::vector<std::string> types_in_full_names(const model::Table& table, const std::string& name_field,
                                             base::Findings& findings) {
  const model::Column* names = table.find(name_field);
  if (names == nullptr) return {};
  const std::size_t rows = table.row_count();
  for (const model::Column& column : table.columns) {
    if (&column == names || column.type == model::ColumnType::number) continue;
    std::vector<std::string> types(rows);
    std::size_t missing = 0;
    for (std::size_t row = 0; row < rows && 10 * missing <= rows; ++row) {
      types[row] = type_before(column.text(row), names->text(row));
      missing += types[row].empty() ? 1U : 0U;
    }
    if (rows == 0 || 10 * missing > rows) continue;
    findings.push_back(types_found(table, column.name));
    return types;
  }
  return {};
}

}  // namespace ntmap::app
