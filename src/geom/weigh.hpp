#pragma once

#include <vector>

#include "base/job.hpp"
#include "model/polygon_set.hpp"
#include "model/weights.hpp"

namespace ntmap::geom {

/// How much of the weights lies in each feature: people, houses. Polygons and weights must be in one CRS;
/// features may be empty (0). On all threads. Both throw Error{cancelled}.

/// A cell's weight counts by the share of the cell that lies inside, exactly.
std::vector<double> weights_within(const model::PolygonSet& polygons, const model::WeightGrid& weights,
                                   const base::Job& job = {});

/// A point counts where it lies inside; one on a border that features share counts to one of them.
std::vector<double> weights_within(const model::PolygonSet& polygons, const model::WeightPoints& weights,
                                   const base::Job& job = {});

}  // namespace ntmap::geom
