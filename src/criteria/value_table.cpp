#include "criteria/value_table.hpp"

#include <algorithm>

#include "model/table.hpp"

namespace ntmap::criteria {

const ValueColumn* ValueTable::find(std::string_view id) const {
  const auto found =
      std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& c) { return c.id == id; });
  return found == m_columns.end() ? nullptr : &*found;
}

ValueColumn& ValueTable::column(std::string_view id) {
  const auto found =
      std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& c) { return c.id == id; });
  if (found != m_columns.end()) return *found;
  ValueColumn& out = m_columns.emplace_back();
  out.id = id;
  out.value.assign(m_unit_count, model::k_no_data);
  out.flags.assign(m_unit_count, 0);
  out.sheet.assign(m_unit_count, k_no_sheet);
  out.row.assign(m_unit_count, 0);
  return out;
}

std::uint16_t ValueTable::sheet(const SourceSheet& sheet) {
  const auto found = std::find(m_sheets.begin(), m_sheets.end(), sheet);
  const auto index = static_cast<std::uint16_t>(found - m_sheets.begin());
  if (found == m_sheets.end()) m_sheets.push_back(sheet);
  return index;
}

void ValueTable::set(std::string_view id, std::size_t unit, double value, std::uint8_t flags) {
  ValueColumn& target = column(id);
  target.value[unit] = value;
  target.flags[unit] = flags;
}

}  // namespace ntmap::criteria
