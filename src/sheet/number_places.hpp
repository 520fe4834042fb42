#pragma once

#include <span>

#include "base/geometry.hpp"
#include "scene/labels.hpp"
#include "scene/unit_raster.hpp"

namespace ntmap::sheet {

/// Places numbers on a crowded map, all of them together, where scene::place_labels, which never takes back
/// more than one label, leaves some without a place: each has its possible places, on its unit or beside the
/// map at the end of a line, and those in conflict move in turn until none is. Takes some hundred
/// milliseconds for a hundred numbers. Deterministic; same rules and result as scene::place_labels, but no
/// text is wrapped or made smaller. `circles` may be covered where that leaves room for more.
scene::LabelPlacement place_numbers(std::span<const scene::LabelRequest> requests,
                                    const scene::UnitRaster& raster, std::span<const base::Box> obstacles,
                                    std::span<const base::Box> circles, const scene::LabelRules& rules,
                                    const scene::MeasureText& measure);

}  // namespace ntmap::sheet
