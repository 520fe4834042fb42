#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/data/units.hpp"
#include "criteria/units.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The units of one vintage with those above them, as the criteria engine takes them: first the map's units
/// in their order, then the districts (none where the boundaries name none, as after June 2025), then the
/// province (none where the project gives no code for it).
struct UnitTree {
  criteria::Units units;
  std::vector<std::string> full_names;  ///< "Xã Cẩm Bình", "Thị xã Kỳ Anh", "Tỉnh Hà Tĩnh"
  std::size_t map_count = 0;
  std::size_t district_count = 0;
  std::uint32_t province = criteria::k_no_unit;

  std::size_t size() const { return units.size(); }
  /// Indices of the units of a level.
  std::vector<std::uint32_t> of_level(model::UnitLevel level) const;
  model::UnitLevel level_of(std::uint32_t unit) const;
  /// The index of the unit with that code at that level; k_no_unit when there is none.
  std::uint32_t find(model::UnitLevel level, const std::string& code) const;
};

/// Throws Error for a region that does not exist.
UnitTree unit_tree(const Units& units, const model::Project& project);

/// The units of a level above communes, as tables are joined to them: no polygons. Unit i is the i-th of
/// UnitTree::of_level.
Units units_of_level(const UnitTree& tree, model::UnitLevel level, const std::string& vintage);

}  // namespace ntmap::app
