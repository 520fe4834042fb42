#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "model/areas.hpp"
#include "model/project.hpp"
#include "model/weights.hpp"

namespace ntmap::app {

/// Where people or houses are, ready to be counted within polygons.
class Weights {
 public:
  Weights(std::variant<model::WeightGrid, model::WeightPoints> weights, std::string map_crs)
      : m_weights(std::move(weights)), m_map_crs(std::move(map_crs)) {}

  std::string id;
  base::Text title;
  base::Text unit;
  base::Findings findings;

  double total() const;
  /// The weight within each feature; polygons in the map's CRS.
  std::vector<double> within(const model::PolygonSet& polygons, const base::Job& job = {}) const;

 private:
  std::variant<model::WeightGrid, model::WeightPoints> m_weights;  ///< points in the map's CRS
  std::string m_map_crs;
};

/// Reads a raster or a layer of points, by the file's extension. Without a coordinate system of its own it
/// is taken to be in the map's, with a finding. Throws Error for what cannot be read.
Weights load_weights(const model::Project& project, const model::WeightSource& source, const Units& units,
                     const base::Job& job = {});

}  // namespace ntmap::app
