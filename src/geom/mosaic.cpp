#include "geom/mosaic.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <span>
#include <utility>

#include "base/geometry.hpp"
#include "base/parallel.hpp"
#include "geom/coverage.hpp"
#include "geom/dissolve.hpp"
#include "geom/geos_shapes.hpp"

namespace ntmap::geom {
namespace {

using base::Box;
using model::PolygonSet;

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Calls use(feature, step) for every arc of every ring; a step is arc * 2 + (1 when walked backwards).
template <typename Use>
void each_step(const Coverage& coverage, Use use) {
  for (std::uint32_t feature = 0; feature < coverage.feature_count(); ++feature) {
    const std::uint32_t first = coverage.part_start[coverage.feature_start[feature]];
    const std::uint32_t end = coverage.part_start[coverage.feature_start[feature + 1]];
    for (std::uint32_t i = coverage.ring_start[first]; i < coverage.ring_start[end]; ++i)
      use(feature, coverage.ring_arcs[i]);
  }
}

/// Of each feature, the box of its borders that do not part it from exactly one other feature; empty where
/// all do.
std::vector<Box> unshared_borders(const PolygonSet& polygons) {
  const Coverage coverage = build_coverage(polygons);
  std::vector<std::uint32_t> walked(2 * coverage.arcs.line_count());
  each_step(coverage, [&](std::uint32_t, std::uint32_t step) { ++walked[step]; });
  std::vector<Box> out(polygons.feature_count());
  each_step(coverage, [&](std::uint32_t feature, std::uint32_t step) {
    if (walked[step] == 1 && walked[step ^ 1U] == 1) return;
    const auto line = coverage.arcs.line(step / 2);
    for (std::size_t i = 0; i < line.size(); i += 2) out[feature].add(base::Vec2{line[i], line[i + 1]});
  });
  return out;
}

std::vector<Box> feature_boxes(const PolygonSet& polygons) {
  std::vector<Box> boxes(polygons.feature_count());
  for (std::uint32_t f = 0; f < boxes.size(); ++f) boxes[f] = polygons.feature_box(f);
  return boxes;
}

/// Pairs that may overlap: where two features do, one has a border of its own inside the other.
std::vector<Pair> suspicious_pairs(const std::vector<Box>& boxes, const std::vector<Box>& unshared) {
  std::vector<std::uint32_t> by_x;
  for (std::uint32_t f = 0; f < boxes.size(); ++f) {
    if (!boxes[f].empty()) by_x.push_back(f);
  }
  std::sort(by_x.begin(), by_x.end(), [&](auto a, auto b) { return boxes[a].min_x < boxes[b].min_x; });
  std::vector<Pair> out;
  for (auto a = by_x.begin(); a != by_x.end(); ++a) {
    for (auto b = a + 1; b != by_x.end() && boxes[*b].min_x <= boxes[*a].max_x; ++b) {
      if (unshared[*a].intersects(boxes[*b]) || unshared[*b].intersects(boxes[*a]))
        out.emplace_back(std::min(*a, *b), std::max(*a, *b));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<MosaicOverlap> overlaps_of(const PolygonSet& polygons, const std::vector<Pair>& pairs,
                                       const base::Job& job) {
  std::vector<double> shared(pairs.size());
  std::atomic<std::size_t> done = 0;
  base::parallel_for(pairs.size(), 8, [&](std::size_t begin, std::size_t end) {
    GeosShapes geos;
    for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
      const auto& [first, second] = pairs[i];
      shared[i] = geos.area(geos.intersection(geos.feature(polygons, first), geos.feature(polygons, second)));
      job.progress(static_cast<double>(++done) / static_cast<double>(pairs.size()));
    }
  });
  job.checkpoint();
  std::vector<MosaicOverlap> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (shared[i] > 0) out.push_back({pairs[i].first, pairs[i].second, shared[i]});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.area > b.area; });
  return out;
}

/// Features with a vertex that is one of the ring's.
std::vector<std::uint32_t> features_on(const PolygonSet& polygons, const std::vector<Box>& boxes,
                                       std::span<const double> ring) {
  Box box;
  std::set<std::pair<double, double>> vertices;
  for (std::size_t i = 0; i < ring.size(); i += 2) {
    vertices.emplace(ring[i], ring[i + 1]);
    box.add(base::Vec2{ring[i], ring[i + 1]});
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t f = 0; f < polygons.feature_count(); ++f) {
    if (!boxes[f].intersects(box)) continue;
    const std::size_t end = polygons.ring_start[polygons.end_ring(f)];
    for (std::size_t v = polygons.ring_start[polygons.first_ring(f)]; v < end; ++v) {
      if (!vertices.contains({polygons.vertex(v).x, polygons.vertex(v).y})) continue;
      out.push_back(f);
      break;
    }
  }
  return out;
}

/// A ring alone, as a feature with that shell.
PolygonSet as_feature(std::span<const double> clockwise_ring) {
  PolygonSet out;
  for (std::size_t i = clockwise_ring.size(); i > 0; i -= 2)
    out.add_vertex(clockwise_ring[i - 2], clockwise_ring[i - 1]);
  out.end_ring();
  out.end_part();
  out.end_feature();
  return out;
}

/// Area of a hole of the whole mosaic, less the islands in it.
double open_area(GeosShapes& geos, const PolygonSet& whole, std::uint32_t part, std::uint32_t hole) {
  const PolygonSet inside = as_feature(whole.ring(hole));
  const Box box = inside.box();
  for (std::uint32_t other = 0; other < whole.part_count(); ++other) {
    const auto shell = whole.ring(whole.part_start[other]);
    if (other != part && box.contains({shell[0], shell[1]}))
      return geos.area(geos.difference(geos.feature(inside, 0), geos.feature(whole, 0)));
  }
  return model::feature_area(inside, 0);
}

std::vector<MosaicGap> gaps_of(const PolygonSet& polygons, const std::vector<Box>& boxes,
                               const base::Job& job) {
  const PolygonSet whole =
      dissolve(polygons, std::vector<std::uint32_t>(polygons.feature_count(), 0), 1, job.part(0, 0.9));
  GeosShapes geos;
  std::vector<MosaicGap> out;
  for (std::uint32_t part = 0; part < whole.part_count(); ++part) {
    for (std::uint32_t hole = whole.part_start[part] + 1; hole < whole.part_start[part + 1]; ++hole) {
      job.checkpoint();
      const double area = open_area(geos, whole, part, hole);
      if (area > 0) out.push_back({features_on(polygons, boxes, whole.ring(hole)), area});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.area > b.area; });
  return out;
}

}  // namespace

MosaicFlaws mosaic_flaws(const PolygonSet& polygons, const base::Job& job) {
  const std::vector<Box> boxes = feature_boxes(polygons);
  const std::vector<Pair> pairs = suspicious_pairs(boxes, unshared_borders(polygons));
  job.progress(0.2);
  MosaicFlaws out;
  out.overlaps = overlaps_of(polygons, pairs, job.part(0.2, 0.6));
  job.progress(0.6);
  out.gaps = gaps_of(polygons, boxes, job.part(0.6, 1));
  job.checkpoint();
  return out;
}

}  // namespace ntmap::geom
