#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::geom {

/// What one unit and one area have in common.
struct UnitArea {
  std::uint32_t unit = 0;
  std::uint32_t area = 0;
  double shared = 0;  ///< as measured
};

/// Two areas that overlap, first < second.
struct AreaOverlap {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double shared = 0;  ///< as measured
};

struct OverlayOptions {
  /// How a feature is measured; by default its planar area in square CRS units. Called from several
  /// threads at once.
  std::function<double(const model::PolygonSet& polygons, std::size_t feature)> measure;
  bool keep_pieces = false;  ///< fill Overlay::pair_pieces
  bool keep_covered = true;  ///< fill Overlay::covered
};

struct Overlay {
  std::vector<UnitArea> pairs;        ///< by unit, then area; only those that share some area
  model::PolygonSet pair_pieces;      ///< feature i is what pairs[i] share, when asked for
  model::PolygonSet covered;          ///< feature u is the part of unit u in any area, overlaps once
  std::vector<double> covered_area;   ///< measure of that part of each unit
  std::vector<AreaOverlap> overlaps;  ///< by first, then second
  std::vector<double> area_measure;   ///< measure of each area as given
  std::vector<double> outside;        ///< measure of each area outside every unit; 0 under a millionth of it
};

/// Lays areas (service areas, consolidated land) over units. Requires both in one CRS, valid, shells
/// counter-clockwise, and units that do not overlap one another; areas may. On all threads.
/// Throws Error{data} where GEOS fails, and Error{cancelled}.
Overlay overlay(const model::PolygonSet& units, const model::PolygonSet& areas,
                const OverlayOptions& options = {}, const base::Job& job = {});

}  // namespace ntmap::geom
