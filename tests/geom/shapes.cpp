#include "shapes.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <utility>

namespace ntmap::test {
namespace {

using base::Vec2;

struct Handle {
  Handle() : value(GEOS_init_r()) {}
  ~Handle() { GEOS_finish_r(value); }
  GEOSContextHandle_t value;
};

GEOSContextHandle_t geos() {
  static const Handle handle;
  return handle.value;
}

struct Free {
  void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(geos(), g); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Free>;

GEOSGeometry* ring_of(std::span<const double> ring) {
  std::vector<double> closed(ring.begin(), ring.end());
  closed.insert(closed.end(), ring.begin(), ring.begin() + 2);
  return GEOSGeom_createLinearRing_r(
      geos(),
      GEOSCoordSeq_copyFromBuffer_r(geos(), closed.data(), static_cast<unsigned>(closed.size() / 2), 0, 0));
}

Geometry feature_of(const model::PolygonSet& set, std::size_t feature) {
  std::vector<GEOSGeometry*> parts;
  for (std::uint32_t p = set.feature_start[feature]; p < set.feature_start[feature + 1]; ++p) {
    std::vector<GEOSGeometry*> rings;
    for (std::uint32_t r = set.part_start[p]; r < set.part_start[p + 1]; ++r)
      rings.push_back(ring_of(set.ring(r)));
    parts.push_back(GEOSGeom_createPolygon_r(geos(), rings[0], rings.data() + 1,
                                             static_cast<unsigned>(rings.size() - 1)));
  }
  return Geometry(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                              static_cast<unsigned>(parts.size())));
}

double area_of(const GEOSGeometry* g) {
  double area = 0;
  GEOSArea_r(geos(), g, &area);
  return area;
}

double holes_of(const GEOSGeometry* g) {
  double sum = 0;
  for (int i = 0; i < GEOSGetNumGeometries_r(geos(), g); ++i) {
    const GEOSGeometry* part = GEOSGetGeometryN_r(geos(), g, i);
    for (int h = 0; h < GEOSGetNumInteriorRings_r(geos(), part); ++h) {
      const Geometry hole(GEOSGeom_createPolygon_r(
          geos(), GEOSGeom_clone_r(geos(), GEOSGetInteriorRingN_r(geos(), part, h)), nullptr, 0));
      sum += area_of(hole.get());
    }
  }
  return sum;
}

}  // namespace

Points star(std::mt19937_64& random, Vec2 centre, std::size_t corners, double low, double high) {
  std::uniform_real_distribution<double> radius(low, high);
  Points out;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
    const double r = radius(random);
    out.push_back(centre + Vec2{std::cos(angle) * r, std::sin(angle) * r});
  }
  return out;
}

model::PolygonSet polygon(const Points& shell, const std::vector<Points>& holes) {
  model::PolygonSet out;
  for (const Vec2 p : shell) out.add_vertex(p.x, p.y);
  out.end_ring();
  for (const Points& hole : holes) {
    for (auto p = hole.rbegin(); p != hole.rend(); ++p) out.add_vertex(p->x, p->y);
    out.end_ring();
  }
  out.end_part();
  out.end_feature();
  return out;
}

model::PolygonSet wiggly_grid(std::mt19937_64& random, std::size_t columns, std::size_t rows,
                              std::size_t segments) {
  std::uniform_real_distribution<double> off(-0.15, 0.15);
  using Node = std::pair<std::size_t, std::size_t>;
  std::map<std::pair<Node, Node>, Points> borders;
  const auto border = [&](Node a, Node b) -> const Points& {
    Points& points = borders[{a, b}];
    const Vec2 from{static_cast<double>(a.first), static_cast<double>(a.second)};
    const Vec2 to{static_cast<double>(b.first), static_cast<double>(b.second)};
    for (std::size_t i = points.size(); i < segments; ++i) {
      const double t = static_cast<double>(i) / static_cast<double>(segments);
      const double wiggle = i == 0 ? 0 : off(random) * std::sin(std::numbers::pi * t);
      points.push_back(from + (to - from) * t + Vec2{to.y - from.y, to.x - from.x} * wiggle);
    }
    return points;
  };
  model::PolygonSet out;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t c = 0; c < columns; ++c) {
      const Node low{c, row};
      const Node right{c + 1, row};
      const Node high{c + 1, row + 1};
      const Node left{c, row + 1};
      const auto walk = [&](Node a, Node b, bool backwards) {
        const Points& points = border(a, b);
        if (!backwards) {
          for (const Vec2 p : points) out.add_vertex(p.x, p.y);
          return;
        }
        out.add_vertex(static_cast<double>(b.first), static_cast<double>(b.second));
        for (std::size_t i = points.size(); i > 1; --i) out.add_vertex(points[i - 1].x, points[i - 1].y);
      };
      walk(low, right, false);
      walk(right, high, false);
      walk(left, high, true);
      walk(low, left, true);
      out.end_ring();
      out.end_part();
      out.end_feature();
    }
  }
  return out;
}

Fit fit_of(const model::PolygonSet& polygons) {
  std::vector<Geometry> features;
  std::vector<GEOSGeometry*> parts;
  Fit fit;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    EXPECT_EQ(invalid_reason(polygons, f), "") << "feature " << f;
    features.push_back(feature_of(polygons, f));
    parts.push_back(GEOSGeom_clone_r(geos(), features.back().get()));
  }
  for (std::size_t a = 0; a < features.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const Geometry both(GEOSIntersection_r(geos(), features[a].get(), features[b].get()));
      if (both) fit.overlaps += area_of(both.get());
    }
  }
  const Geometry all(GEOSGeom_createCollection_r(geos(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                                 static_cast<unsigned>(parts.size())));
  const Geometry whole(GEOSUnaryUnion_r(geos(), all.get()));
  fit.area_of_union = area_of(whole.get());
  fit.gaps = holes_of(whole.get());
  return fit;
}

std::string invalid_reason(const model::PolygonSet& polygons, std::size_t feature) {
  const Geometry g = feature_of(polygons, feature);
  if (!g) return "cannot be built";
  if (GEOSisValid_r(geos(), g.get()) == 1) return {};
  char* reason = GEOSisValidReason_r(geos(), g.get());
  std::string out(reason);
  GEOSFree_r(geos(), reason);
  return out;
}

}  // namespace ntmap::test
