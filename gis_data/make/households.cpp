#include "make/households.hpp"

#include <algorithm>
#include <cmath>

#include "make/random.hpp"
#include "make/raster_files.hpp"
#include "make/sheet.hpp"
#include "make/totals.hpp"

namespace ntmap::sample {

namespace {

constexpr double k_cell = 500;

/// Where people live: the thicker, the nearer.
struct Settlement {
  Point place;
  double size;    ///< against the others of the unit
  double spread;  ///< metres
};

std::vector<Settlement> settlements_of(const Geos& geos, const GEOSGeometry* land, const std::string& code) {
  Random random("settlements/" + code);
  const Point middle = geos.at(geos.inner_point(land).get());
  const double reach = std::sqrt(geos.area(land)) * 0.4;
  std::vector<Settlement> out{{middle, 6, random.between(700, 1100)}};
  const int villages = 3 + random.below(4);
  for (int i = 0; i < villages; ++i) {
    const Point place = {middle.x + random.between(-reach, reach), middle.y + random.between(-reach, reach)};
    out.push_back({place, random.between(0.4, 1.2), random.between(350, 700)});
  }
  return out;
}

double density(const std::vector<Settlement>& settlements, Point at) {
  double sum = 0.002;  // lone houses
  for (const Settlement& one : settlements) {
    const double x = (at.x - one.place.x) / one.spread;
    const double y = (at.y - one.place.y) / one.spread;
    sum += one.size * std::exp(-(x * x + y * y) / 2);
  }
  return sum;
}

struct Extent {
  double west, south, east, north;
};

Extent extent_of(const Geos& geos, const GEOSGeometry* geometry) {
  Extent out{};
  GEOSGeom_getXMin_r(geos.handle(), geometry, &out.west);
  GEOSGeom_getYMin_r(geos.handle(), geometry, &out.south);
  GEOSGeom_getXMax_r(geos.handle(), geometry, &out.east);
  GEOSGeom_getYMax_r(geos.handle(), geometry, &out.north);
  return out;
}

Counts empty_counts(const Geos& geos, const UnitLayer& layer) {
  Extent all = extent_of(geos, layer.land.front().get());
  for (const Geometry& land : layer.land) {
    const Extent one = extent_of(geos, land.get());
    all = {std::min(all.west, one.west), std::min(all.south, one.south), std::max(all.east, one.east),
           std::max(all.north, one.north)};
  }
  Counts out;
  out.cell = k_cell;
  out.corner = {std::floor(all.west / k_cell) * k_cell, std::ceil(all.north / k_cell) * k_cell};
  out.width = static_cast<int>(std::ceil((all.east - out.corner.x) / k_cell));
  out.height = static_cast<int>(std::ceil((out.corner.y - all.south) / k_cell));
  out.values.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  out.epsg = Hatinh::k_epsg;
  out.description = std::string("Số hộ mỗi ô 500 m. ") + k_made_up;
  return out;
}

std::size_t cell_at(const Counts& counts, Point at) {
  const auto column = static_cast<std::size_t>((at.x - counts.corner.x) / k_cell);
  const auto row = static_cast<std::size_t>((counts.corner.y - at.y) / k_cell);
  return row * static_cast<std::size_t>(counts.width) + column;
}

/// Cells whose middle lies in the unit; one at least.
std::vector<std::size_t> cells_of(const Geos& geos, const Counts& counts, const GEOSGeometry* land) {
  const Extent extent = extent_of(geos, land);
  const int first_column = std::max(0, static_cast<int>((extent.west - counts.corner.x) / k_cell));
  const int first_row = std::max(0, static_cast<int>((counts.corner.y - extent.north) / k_cell));
  std::vector<std::size_t> out;
  for (int row = first_row; row < counts.height && counts.middle(0, row).y > extent.south; ++row) {
    for (int column = first_column; column < counts.width && counts.middle(column, row).x < extent.east;
         ++column) {
      if (geos.contains(land, geos.point(counts.middle(column, row)).get()))
        out.push_back(static_cast<std::size_t>(row) * static_cast<std::size_t>(counts.width) +
                      static_cast<std::size_t>(column));
    }
  }
  if (out.empty()) out.push_back(cell_at(counts, geos.at(geos.inner_point(land).get())));  // a small ward
  return out;
}

}  // namespace

void write_households(const Geos& geos, const UnitLayer& layer, const std::vector<Profile>& units,
                      const std::filesystem::path& file) {
  Counts counts = empty_counts(geos, layer);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const GEOSGeometry* land = layer.land[unit].get();
    const std::vector<std::size_t> cells = cells_of(geos, counts, land);
    const std::vector<Settlement> settlements = settlements_of(geos, land, units[unit].unit.code);
    std::vector<double> weights;
    for (const std::size_t cell : cells) {
      const auto width = static_cast<std::size_t>(counts.width);
      const Point at = counts.middle(static_cast<int>(cell % width), static_cast<int>(cell / width));
      weights.push_back(std::round(density(settlements, at) * 1e6));
    }
    // Most cells hold far fewer households than their weight, so the parts add up to all of them.
    const std::vector<long> parts = distribute(units[unit].households, weights);
    for (std::size_t i = 0; i < cells.size(); ++i)
      counts.values[cells[i]] = static_cast<std::uint16_t>(counts.values[cells[i]] + parts[i]);
  }
  write_geotiff(file, counts);
}

}  // namespace ntmap::sample
