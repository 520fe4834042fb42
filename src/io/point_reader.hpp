#pragma once

#include <filesystem>
#include <string>

#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/weights.hpp"

namespace ntmap::io {

struct PointFile {
  model::WeightPoints weights;
  base::Findings findings;  ///< features without a place, without a count or with a negative one: left out
};

/// Reads points with a count each (`field`; empty: each counts 1) from a shapefile, GeoPackage, GeoJSON,
/// FlatGeobuf, MapInfo or KML file; polygons, such as roofs, count where their middle is. `layer` may be
/// empty where there is one layer. Throws Error for what cannot be read, and for a field that is not there.
PointFile read_points(const std::filesystem::path& path, const std::string& layer, const std::string& field,
                      const base::Job& job = {});

}  // namespace ntmap::io
