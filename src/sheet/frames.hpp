#pragma once

#include <vector>

#include "base/geometry.hpp"
#include "scene/labels.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The parts of the world to show: the main one first, then islands far from it, largest first, at most two.
std::vector<base::Box> world_boxes(const model::PolygonSet& polygons, bool apart);

/// What a request's map shows: its `world` alone where it has one, else as world_boxes.
std::vector<base::Box> worlds_of(const SheetRequest& request);

/// The frame that shows `world` as large as it gets within `area`, `margin` page pixels free on every side.
MapFrame fit_frame(const base::Box& area, const base::Box& world, double margin);

/// The frame of the first of `worlds` within `area`, as fit_frame; where the others' insets would hide units,
/// it leaves them a strip on the right.
MapFrame fit_worlds(const Composer& composer, const base::Box& area, const std::vector<base::Box>& worlds,
                    double margin);

/// Round a set frame: what units cover, so that texts keep off.
scene::UnitRaster raster_of(const Composer& composer, const MapFrame& frame);

/// Adds scale bar, north arrow and insets in corners of the frame that no unit covers, as the request wishes;
/// returns the boxes they take.
std::vector<base::Box> furnish(Composer& composer, const MapFrame& frame, const scene::UnitRaster& raster,
                               const std::vector<base::Box>& worlds);

/// Adds a small map of all units at the foot of a column, with a box round the part that the request is
/// about; returns the height it takes with the room above it. Requires a focus.
double add_overview(Composer& composer, const base::Box& column);

}  // namespace ntmap::sheet
