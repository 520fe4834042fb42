#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::test {

/// One fuzz target: reads bytes as one kind of input. It may throw base::Error and nothing else; anything
/// else, and any crash or report of a sanitizer, is a defect.
struct FuzzTarget {
  std::string_view name;
  std::vector<std::string> seeds;  ///< sound inputs that mutations start from
  void (*run)(std::string_view bytes);
};

/// csv, shapefile (.shp, .shx and .dbf one after another, each after its 4-byte length), xlsx, xlsx-sheet
/// (the XML of one sheet), ods, ods-content, dbf, geojson, project (the project file), criteria-set, aliases,
/// crosswalk, encodings (lines of a column), match (lines "code,name,district", a unit and a row in turn).
const std::vector<FuzzTarget>& fuzz_targets();

}  // namespace ntmap::test
