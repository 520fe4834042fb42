#include "criteria/value_table.hpp"

#include <algorithm>
#include <cmath>

#include "model/table.hpp"

namespace ntmap::criteria {

CellPlace ValueColumn::place(std::size_t unit) const {
  const bool holds_nothing = std::isnan(value[unit]) && flags[unit] == 0;
  return m_places == nullptr || holds_nothing ? CellPlace{} : (*m_places)[unit];
}

void ValueColumn::set_place(std::size_t unit, CellPlace place) {
  if (m_places != nullptr && (*m_places)[unit] == place) return;
  if (m_places == nullptr) {
    m_places = std::make_shared<std::vector<CellPlace>>(value.size());
  } else if (m_places.use_count() > 1) {
    m_places = std::make_shared<std::vector<CellPlace>>(*m_places);
  }
  (*m_places)[unit] = place;
}

void ValueColumn::share_places(const ValueColumn& other) {
  if (m_places == nullptr) m_places = other.m_places;
}

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
