#include "make/boundaries.hpp"

#include <set>
#include <utility>

#include "make/cells.hpp"
#include "make/outline.hpp"
#include "make/roughen.hpp"
#include "make/vector_files.hpp"
#include "make/voronoi.hpp"

namespace ntmap::sample {

namespace {

std::vector<Geometry> cells_around(const Geos& geos, const std::vector<Atom>& atoms,
                                   const std::filesystem::path& sources, int epsg, const Reach& reach) {
  std::vector<Point> seats;
  for (const Atom& atom : atoms) seats.push_back(atom.place);
  project(seats, epsg);
  const Geometry country = read_polygon(geos, sources / "natural_earth_vietnam.geojson", epsg);
  const Geometry outline = outline_around(geos, seats, country.get(), reach);
  const std::vector<Chain> chains = voronoi_chains(geos, seats, outline.get());
  return cells_of(geos, roughen(geos, chains, seats, Roughness{}), seats);
}

UnitLayer dissolved(const Geos& geos, const std::vector<Geometry>& cells, const std::vector<Atom>& atoms,
                    std::size_t date, std::vector<Unit> units) {
  std::vector<std::string> keys;
  for (const Atom& atom : atoms) keys.push_back(atom.code[date]);
  UnitLayer layer;
  for (const Unit& unit : units) layer.land.push_back(dissolve(geos, cells, keys, unit.code));
  layer.units = std::move(units);
  return layer;
}

VectorLayer communes(const UnitLayer& source, int epsg) {
  VectorLayer layer{"communes", {"MA_XA", "TEN_XA", "LOAI", "MA_HUYEN", "TEN_HUYEN", "GHI_CHU"}, {}, epsg};
  for (std::size_t i = 0; i < source.units.size(); ++i) {
    const Unit& unit = source.units[i];
    layer.features.push_back(
        {source.land[i].get(),
         {unit.code, unit.name, unit.type, unit.district_code, unit.district, k_schematic}});
  }
  return layer;
}

/// The land of the units with the same key, owned by `land`.
VectorLayer districts(const Geos& geos, const UnitLayer& source, int epsg, std::vector<Geometry>& land) {
  VectorLayer layer{"districts", {"MA_HUYEN", "TEN_HUYEN", "GHI_CHU"}, {}, epsg};
  std::vector<std::string> keys;
  std::set<std::pair<std::string, std::string>> names;
  for (const Unit& unit : source.units) {
    keys.push_back(unit.district_code);
    names.emplace(unit.district_code, unit.district);
  }
  for (const auto& [code, name] : names) {
    land.push_back(dissolve(geos, source.land, keys, code));
    layer.features.push_back({land.back().get(), {code, name, k_schematic}});
  }
  return layer;
}

VectorLayer province(const Geos& geos, const UnitLayer& source, int epsg, std::vector<Geometry>& land) {
  VectorLayer layer{"province", {"MA_TINH", "TEN_TINH", "GHI_CHU"}, {}, epsg};
  const std::vector<std::string> keys(source.units.size(), "42");
  land.push_back(dissolve(geos, source.land, keys, "42"));
  layer.features.push_back({land.back().get(), {"42", "Hà Tĩnh", k_schematic}});
  return layer;
}

}  // namespace

Hatinh make_hatinh(const Geos& geos, const std::filesystem::path& sources) {
  const std::vector<Atom> atoms = hatinh_atoms(sources);
  const std::vector<Geometry> cells = cells_around(geos, atoms, sources, Hatinh::k_epsg, Reach{});
  Hatinh result;
  for (std::size_t date = 0; date < k_vintages.size(); ++date)
    result.at[date] = dissolved(geos, cells, atoms, date, official_units(sources, k_vintages[date]));
  return result;
}

Sonduong make_sonduong(const Geos& geos, const std::filesystem::path& sources) {
  District district = sonduong(sources);
  const std::vector<Geometry> cells =
      cells_around(geos, district.atoms, sources, Sonduong::k_epsg, Reach{.share = 0.6, .most = 5000});
  return {dissolved(geos, cells, district.atoms, 0, std::move(district.units))};
}

void write_hatinh(const Geos& geos, const Hatinh& hatinh, const std::filesystem::path& folder) {
  for (std::size_t date = 0; date < k_vintages.size(); ++date) {
    const std::filesystem::path target = folder / "boundaries" / k_vintages[date];
    const UnitLayer& source = hatinh.at[date];
    std::vector<Geometry> land;
    land.reserve(32);
    const Encoding encoding = k_vintages[date] == "2020" ? Encoding::tcvn3 : Encoding::utf8;
    write_shapefile(geos, target, communes(source, Hatinh::k_epsg), encoding);
    if (!source.units.front().district_code.empty())
      write_shapefile(geos, target, districts(geos, source, Hatinh::k_epsg, land), Encoding::utf8);
    write_shapefile(geos, target, province(geos, source, Hatinh::k_epsg, land), Encoding::utf8);
  }
  VectorLayer newest = communes(hatinh.at.back(), Hatinh::k_epsg);
  newest.name = "communes_2025_07";
  write_geopackage(geos, folder / "boundaries" / "hatinh.gpkg", newest);
}

void write_sonduong(const Geos& geos, const Sonduong& sonduong, const std::filesystem::path& folder) {
  write_shapefile(geos, folder / "boundaries", communes(sonduong.units, Sonduong::k_epsg), Encoding::utf8);
}

}  // namespace ntmap::sample
