#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/areas/coverage.hpp"
#include "base/job.hpp"
#include "model/areas.hpp"
#include "model/class_list.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::app {

/// A layer of areas as it lies over a map: hatched and tinted by status and year, no two classes over one
/// another.
struct AreaOverlay {
  std::string id;                                     ///< of the [[areas]]
  std::shared_ptr<const model::PolygonSet> polygons;  ///< feature c is all that class c shows, map CRS
  model::ClassList classes;                           ///< class_of[c] == c; counts are areas
  double opacity = 0;                                 ///< of the tint under the hatching, 0..1
};

/// Which areas are drawn.
struct AreaFilter {
  std::vector<model::AreaStatus> statuses;  ///< empty: all
  std::string by;                           ///< ISO date; empty: that of the map's period
  bool operator==(const AreaFilter&) const = default;
};

/// At work before the year of `date`, come into service in it, being built, planned: a class each where there
/// are such areas; areas that are at work only after `date` are not shown. Without a date all that are at
/// work are one class. Only areas of the given statuses are shown; none given: of all. Areas left out of the
/// figures (duplicates, unknown status) are not shown either.
AreaOverlay area_overlay(const Coverage& coverage, const std::string& date,
                         std::span<const model::AreaStatus> statuses = {}, const base::Job& job = {});

}  // namespace ntmap::app
