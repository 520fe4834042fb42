#pragma once

#include <functional>
#include <vector>

#include "base/geometry.hpp"
#include "scene/labels.hpp"
#include "scene/unit_raster.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The importance of a unit's label.
double importance_of(const SheetRequest& request, std::size_t unit);

/// What names and numbers on one map keep off.
struct MapGround {
  const MapFrame& frame;
  const scene::UnitRaster& raster;
  std::vector<base::Box> obstacles;  ///< page pixels: furniture and circles
};

/// Where the list of numbered names goes, asked once it is known who is in it: `enough` tells of an area
/// whether it holds them all.
using KeyPlace = std::function<base::Box(const std::function<bool(const base::Box&)>& enough)>;

/// Places the units' names on the map. Those that find no place get a small number there, and the numbers are
/// explained in `key`, an area beside the map (none: no numbers); those that find no place even so are added
/// to the layout's unplaced ones.
void place_names(Composer& composer, const MapGround& ground, const KeyPlace& key);

}  // namespace ntmap::sheet
