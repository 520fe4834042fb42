#include "app/data/province_hint.hpp"

#include <algorithm>

#include "crs/systems.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

bool is_field_of_provinces(const std::string& name) {
  const std::string key = names::search_key(name);
  return key.find("tinh") != std::string::npos || key.find("prov") != std::string::npos;
}

bool same_code(std::string cell, std::string_view code) {
  if (cell.size() == 1) cell.insert(cell.begin(), '0');  // a spreadsheet took it away
  return !code.empty() && cell == code;
}

/// The province that a cell names; null where it is none. A name that may be a district's as well ("Hòa
/// Bình") counts in a field of provinces only.
const crs::Province* province_of(const std::string& cell, bool in_field) {
  const names::UnitName name = names::parse_unit_name(cell);
  if (!in_field && name.type != names::UnitType::province) return nullptr;
  const std::string key = names::search_key(name.name);
  const auto all = crs::provinces();
  const auto found = std::find_if(all.begin(), all.end(), [&](const crs::Province& one) {
    return same_code(cell, one.code) || names::search_key(one.plain) == key;
  });
  return found == all.end() ? nullptr : &*found;
}

const crs::Province* only_province(const model::Column& column) {
  const bool in_field = is_field_of_provinces(column.name);
  const crs::Province* only = nullptr;
  std::string known;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const std::string cell = column.text(row);
    if (cell.empty() || cell == known) continue;
    const crs::Province* const here = province_of(cell, in_field);
    if (here == nullptr || (only != nullptr && here != only)) return nullptr;
    only = here;
    known = cell;
  }
  return only;
}

}  // namespace

std::optional<ProvinceHint> province_in(const model::Table& table) {
  for (const model::Column& column : table.columns) {
    const crs::Province* const province = only_province(column);
    if (province == nullptr) continue;
    return ProvinceHint{std::string(province->name),
                        base::text("theo trường {}", "by the field {}", {column.name})};
  }
  return std::nullopt;
}

}  // namespace ntmap::app
