#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::scene {

/// CRS units to page pixels: x grows to the right, y down.
struct ToPage {
  double scale = 1;  ///< pixels a CRS unit
  double left = 0;   ///< page x of CRS x = 0
  double top = 0;    ///< page y of CRS y = 0

  base::Vec2 operator()(base::Vec2 world) const { return {left + world.x * scale, top - world.y * scale}; }
  base::Vec2 to_world(base::Vec2 page) const { return {(page.x - left) / scale, (top - page.y) / scale}; }
  bool operator==(const ToPage&) const = default;
};

inline constexpr std::uint32_t k_no_unit = 0xffffffff;

/// Which unit lies where on the page, in coarse square cells: what label placement asks.
struct UnitRaster {
  base::Box frame;  ///< page pixels covered
  double cell = 1;  ///< side of a cell in page pixels
  int columns = 0;
  int rows = 0;
  std::vector<std::uint32_t> unit;  ///< row by row from the top; k_no_unit where none is

  std::uint32_t at(int column, int row) const {
    return unit[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                static_cast<std::size_t>(column)];
  }
};

/// A cell belongs to the unit that holds its centre. Requires a frame that is not empty and cell > 0.
UnitRaster rasterise_units(const model::PolygonSet& polygons, const ToPage& to_page, const base::Box& frame,
                           double cell);

}  // namespace ntmap::scene
