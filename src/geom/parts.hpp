#pragma once

#include <cstddef>
#include <cstdint>

#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// Copies the parts of one feature to the feature that is being built in `to`; does not end it.
inline void append_parts(const model::PolygonSet& from, std::size_t feature, model::PolygonSet& to) {
  for (std::uint32_t p = from.feature_start[feature]; p < from.feature_start[feature + 1]; ++p) {
    for (std::uint32_t r = from.part_start[p]; r < from.part_start[p + 1]; ++r) {
      to.xy.insert(to.xy.end(), from.ring(r).begin(), from.ring(r).end());
      to.end_ring();
    }
    to.end_part();
  }
}

}  // namespace ntmap::geom
