#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "make/geos.hpp"

namespace ntmap::sample {

/// A whole number, a real number or text; the same kind in every row of a field.
using FieldValue = std::variant<std::string, double, int>;

struct Feature {
  const GEOSGeometry* geometry;
  std::vector<FieldValue> values;
};

struct VectorLayer {
  std::string name;
  std::vector<std::string> fields;
  std::vector<Feature> features;
  int epsg = 0;
};

enum class Encoding { utf8, tcvn3 };

/// Writes NAME.shp into the folder, with .prj; with .cpg for UTF-8, without for TCVN3 (as old offices send
/// it). Dates inside the files are fixed, so that the same layer gives the same bytes.
void write_shapefile(const Geos& geos, const std::filesystem::path& folder, const VectorLayer& layer,
                     Encoding encoding);

/// Writes a GeoPackage with one layer, replacing the file.
void write_geopackage(const Geos& geos, const std::filesystem::path& file, const VectorLayer& layer);

/// Transforms points from longitude and latitude in degrees to the projected system, in place.
void project(std::vector<Point>& points, int epsg);

/// The first polygon of a vector file, projected.
Geometry read_polygon(const Geos& geos, const std::filesystem::path& file, int epsg);

}  // namespace ntmap::sample
