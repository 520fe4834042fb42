#pragma once

#include <cstdint>
#include <span>

#include "base/job.hpp"
#include "geom/overlay.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// What some of the areas cover of each unit, overlaps counted once: feature u is the covered part of unit u.
/// `overlay` must have its pieces (OverlayOptions::keep_pieces); `chosen` has one entry an area, 0 leaves it
/// out. Needs no look at the units or areas themselves, so a change of year or status costs milliseconds.
/// On all threads. Throws Error{data} where GEOS fails, and Error{cancelled}.
model::PolygonSet covered_by(const Overlay& overlay, std::size_t units, std::span<const std::uint8_t> chosen,
                             const base::Job& job = {});

}  // namespace ntmap::geom
