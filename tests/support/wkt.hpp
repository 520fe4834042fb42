#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "model/polygon_set.hpp"

namespace ntmap::test {

/// One feature a text: "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, ...))", "MULTIPOLYGON (((...)))" or
/// "POLYGON EMPTY". Rings are stored as given, without the closing vertex. Throws on bad text.
model::PolygonSet from_wkt(std::initializer_list<std::string_view> features);

/// The feature as MULTIPOLYGON text with closed rings and shortest numbers.
std::string to_wkt(const model::PolygonSet& polygons, std::size_t feature);

}  // namespace ntmap::test
