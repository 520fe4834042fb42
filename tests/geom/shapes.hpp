#pragma once

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::test {

using Points = std::vector<base::Vec2>;

/// A ring of `corners` about a centre whose distance from it varies at random between low and high.
Points star(std::mt19937_64& random, base::Vec2 centre, std::size_t corners, double low, double high);

/// One part with a shell and holes, as a feature of its own.
model::PolygonSet polygon(const Points& shell, const std::vector<Points>& holes = {});

/// columns x rows features that share wiggly borders of `segments` edges bit by bit; unit squares first.
model::PolygonSet wiggly_grid(std::mt19937_64& random, std::size_t columns, std::size_t rows,
                              std::size_t segments);

/// Area of overlaps between features and of gaps (holes of their union), found with GEOS. Fails the test
/// when a feature is invalid. For small sets only.
struct Fit {
  double overlaps = 0;
  double gaps = 0;
  double area_of_union = 0;
};
Fit fit_of(const model::PolygonSet& polygons);

/// Why GEOS holds a feature for invalid, or an empty text.
std::string invalid_reason(const model::PolygonSet& polygons, std::size_t feature);

}  // namespace ntmap::test
