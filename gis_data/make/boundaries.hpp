#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "make/geos.hpp"
#include "make/units.hpp"

namespace ntmap::sample {

/// The units of one date with their land.
struct UnitLayer {
  std::vector<Unit> units;
  std::vector<Geometry> land;
};

/// Hà Tĩnh at its four dates, as in k_vintages, in VN-2000 / TM-3 105-30.
struct Hatinh {
  static constexpr int k_epsg = 9209;
  std::array<UnitLayer, k_vintages.size()> at;
};

struct Sonduong {
  static constexpr int k_epsg = 9211;  ///< VN-2000 / TM-3 106-00, the zone of Tuyên Quang
  UnitLayer units;
};

/// Said in every file of boundaries.
inline constexpr const char* k_schematic = "Ranh giới sơ đồ, không phải ranh giới thật";

Hatinh make_hatinh(const Geos& geos, const std::filesystem::path& sources);
Sonduong make_sonduong(const Geos& geos, const std::filesystem::path& sources);

/// Shapefiles of communes, districts and province for each date, and the newest communes as GeoPackage.
void write_hatinh(const Geos& geos, const Hatinh& hatinh, const std::filesystem::path& folder);
void write_sonduong(const Geos& geos, const Sonduong& sonduong, const std::filesystem::path& folder);

}  // namespace ntmap::sample
