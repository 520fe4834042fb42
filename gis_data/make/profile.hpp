#pragma once

#include <array>
#include <string>
#include <vector>

#include "make/boundaries.hpp"

namespace ntmap::sample {

/// What the made-up figures of a unit start from.
struct Profile {
  Unit unit;
  double area = 0;  ///< hectares of its schematic land
  int people = 0;
  int households = 0;
  int villages = 0;      ///< thôn; only communes have them
  double farm_land = 0;  ///< hectares
  double hardness = 0;   ///< 0..1: how far it is from meeting the criteria; large and remote units are higher

  bool is_commune() const { return unit.type == "Xã"; }
};

/// The units of each date of Hà Tĩnh. People, households and land of a later date are those of the units of
/// 2020 carried through the reforms; a unit that is split counts equally to each of its successors.
struct Profiles {
  std::array<std::vector<Profile>, k_vintages.size()> at;
};

Profiles make_profiles(const Geos& geos, const Hatinh& hatinh, const std::filesystem::path& sources);

/// Profiles of units that stand alone (Sơn Dương).
std::vector<Profile> make_profiles(const Geos& geos, const UnitLayer& layer);

}  // namespace ntmap::sample
