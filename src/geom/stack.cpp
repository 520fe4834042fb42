#include "geom/stack.hpp"

#include <utility>
#include <vector>

#include "geom/geos_shapes.hpp"
#include "geom/parts.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

/// The union of the areas of one class, as one feature.
PolygonSet united(GeosShapes& geos, const PolygonSet& areas, std::span<const std::uint32_t> class_of,
                  std::uint32_t wanted) {
  std::vector<Shape> shapes;
  for (std::size_t a = 0; a < areas.feature_count(); ++a) {
    if (class_of[a] == wanted) shapes.push_back(geos.feature(areas, a));
  }
  PolygonSet out;
  geos.append_parts(geos.unite(geos.collect(std::move(shapes))), out);
  out.end_feature();
  return out;
}

}  // namespace

PolygonSet stacked(const PolygonSet& areas, std::span<const std::uint32_t> class_of, std::size_t classes,
                   const base::Job& job) {
  GeosShapes geos;
  PolygonSet out;
  PolygonSet above;  // parts of all lower classes, which may not overlap one another
  above.end_feature();
  for (std::uint32_t c = 0; c < classes; ++c) {
    job.checkpoint();
    const PolygonSet own = united(geos, areas, class_of, c);
    PolygonSet seen;
    geos.append_parts(geos.difference(geos.feature(own, 0), geos.feature(above, 0)), seen);
    seen.end_feature();
    out.append_feature(seen, 0);
    PolygonSet both;
    append_parts(above, 0, both);
    append_parts(seen, 0, both);
    both.end_feature();
    // Parts that touch along a border make a multipolygon invalid, so they are united.
    PolygonSet merged;
    geos.append_parts(geos.unite(geos.feature(both, 0)), merged);
    merged.end_feature();
    above = std::move(merged);
  }
  return out;
}

}  // namespace ntmap::geom
