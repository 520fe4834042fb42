#include "app/data/district_places.hpp"

#include "names/fold.hpp"

namespace ntmap::app {

namespace {

names::Key place_key_of(const std::string& name) {
  return names::fold(names::parse_unit_name(name).name);
}

}  // namespace

names::UnitType unit_type_of(const names::MatchUnit& unit) {
  const names::UnitType type = names::unit_type_from(unit.type);
  return type != names::UnitType::none ? type : names::parse_unit_name(unit.name).type;
}

DistrictPlaces::DistrictPlaces(std::span<const names::MatchUnit> units) {
  std::map<std::string, std::uint32_t> of_text;
  for (const names::MatchUnit& unit : units) {
    const auto [at, fresh] = of_text.try_emplace(unit.district, k_none);
    if (fresh) at->second = add(unit.district);
    m_of_unit.push_back(at->second);
  }
}

void DistrictPlaces::read_names(std::span<const names::MatchUnit> units) {
  m_units.resize(m_ids.size());
  m_named.resize(m_ids.size());
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    m_like_unit.push_back(find(units[i].name));
    if (m_like_unit.back() != k_none) m_named[m_like_unit.back()] = true;
    if (m_of_unit[i] != k_none) m_units[m_of_unit[i]].push_back(i);
  }
}

std::uint32_t DistrictPlaces::find(const std::string& name) const {
  const names::Key key = place_key_of(name);
  const auto& ids = key.marked ? m_ids : m_bare_ids;
  const auto at = ids.find(key.marked ? key.folded : key.bare);
  return at == ids.end() ? k_none : at->second;
}

std::uint32_t DistrictPlaces::add(const std::string& name) {
  const names::Key key = place_key_of(name);
  if (key.empty()) return k_none;
  const auto [at, fresh] = m_ids.try_emplace(key.folded, static_cast<std::uint32_t>(m_ids.size()));
  if (fresh && !m_bare_ids.try_emplace(key.bare, at->second).second) m_bare_ids[key.bare] = k_none;
  return at->second;
}

}  // namespace ntmap::app
