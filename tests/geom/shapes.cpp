#include "shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include "geom/geos_shapes.hpp"

namespace ntmap::test {
namespace {

using base::Vec2;

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
  geom::GeosShapes geos;
  Fit fit;
  std::vector<geom::Shape> features;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    EXPECT_EQ(invalid_reason(polygons, f), "") << "feature " << f;
    features.push_back(geos.feature(polygons, f));
    for (std::size_t g = 0; g < f; ++g)
      fit.overlaps += geos.area(geos.intersection(features[f], features[g]));
  }
  model::PolygonSet whole;
  geos.append_parts(geos.unite(geos.collect(std::move(features))), whole);
  whole.end_feature();
  fit.area_of_union = model::feature_area(whole, 0);
  for (std::size_t r = 0; r < whole.ring_count(); ++r) {
    fit.gaps += std::max(0.0, -model::ring_area2(whole.ring(r)) / 2);
  }
  return fit;
}

std::string invalid_reason(const model::PolygonSet& polygons, std::size_t feature) {
  geom::GeosShapes geos;
  const auto flaw = geos.flaw(geos.feature(polygons, feature));
  return flaw ? flaw->reason.en : std::string();
}

}  // namespace ntmap::test
