#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// A unit of an official list; the district is empty where there is no such level.
struct Unit {
  std::string code;
  std::string name;
  std::string type;
  std::string district_code;
  std::string district;
};

/// The dates of the boundaries of Hà Tĩnh, oldest first.
inline constexpr std::array<std::string_view, 4> k_vintages = {"2008", "2020", "2025_01", "2025_07"};

/// The units of one date, in the order of their codes.
std::vector<Unit> official_units(const std::filesystem::path& sources, std::string_view vintage);

/// A piece of land that belongs to one unit at every date; its place is the unit's seat of 2008, or beside
/// it where a later reform split the unit.
struct Atom {
  Point place;                                      ///< lon, lat in degrees
  std::array<std::string, k_vintages.size()> code;  ///< of the unit it belongs to at each date
};

/// All atoms of Hà Tĩnh: the seats of 2008 carried through the reforms.
std::vector<Atom> hatinh_atoms(const std::filesystem::path& sources);

/// The seats of Sơn Dương, one atom and one unit each; only the first code is filled.
struct District {
  std::vector<Atom> atoms;
  std::vector<Unit> units;
};
District sonduong(const std::filesystem::path& sources);

}  // namespace ntmap::sample
