#pragma once

#include <string>

#include "model/polygon_set.hpp"
#include "model/table.hpp"

namespace ntmap::model {

/// Polygons with their attributes: feature i is row i of the table.
struct Layer {
  std::string name;  ///< layer name in the source
  std::string file;  ///< path as the user gave it
  std::string crs;   ///< "EPSG:9209" where the code is sure, else WKT2; empty when unknown
  PolygonSet polygons;
  Table attributes;
};

}  // namespace ntmap::model
