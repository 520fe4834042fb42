#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "names/match.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {

/// The type of a unit, by its field or its name.
names::UnitType unit_type_of(const names::MatchUnit& unit);

/// The districts of units by their bare names: "Huyện Kỳ Anh" and "Thị xã Kỳ Anh" are one place, for a row
/// that says just "Kỳ Anh" may mean either.
class DistrictPlaces {
 public:
  static constexpr std::uint32_t k_none = 0xffffffff;

  explicit DistrictPlaces(std::span<const names::MatchUnit> units);
  /// Learns what is asked of units' names; few tables need it.
  void read_names(std::span<const names::MatchUnit> units);

  std::size_t size() const { return m_ids.size(); }
  /// The place called so, type aside; k_none where no district is. Marks count (Thạch Hạ is not Thạch Hà)
  /// unless the name has none at all; then k_none, too, where several places differ in marks only.
  std::uint32_t find(const std::string& name) const;
  std::uint32_t of_unit(std::uint32_t unit) const { return m_of_unit[unit]; }
  /// The place that the unit is called like; k_none for most. This and the others after read_names().
  std::uint32_t like_unit(std::uint32_t unit) const { return m_like_unit[unit]; }
  const std::vector<std::uint32_t>& units(std::uint32_t place) const { return m_units[place]; }
  /// Whether some unit is called like the place.
  bool is_unit_name(std::uint32_t place) const { return m_named[place]; }

 private:
  std::uint32_t add(const std::string& name);

  std::map<std::u32string, std::uint32_t> m_ids;
  std::map<std::u32string, std::uint32_t> m_bare_ids;  ///< without marks
  std::vector<std::uint32_t> m_of_unit;
  std::vector<std::uint32_t> m_like_unit;
  std::vector<std::vector<std::uint32_t>> m_units;
  std::vector<bool> m_named;
};

}  // namespace ntmap::app
