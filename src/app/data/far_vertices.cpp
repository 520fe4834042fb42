#include "app/data/far_vertices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "app/data/missing_shapes.hpp"

namespace ntmap::app {
namespace {

using base::text;

constexpr double k_drawn_out = 4;         ///< times the extent of the other vertices
constexpr std::size_t k_fewest = 8;       ///< vertices of a shape: less are plain figures
constexpr std::size_t k_corners = 4;      ///< of a quadrangle; rings are open
constexpr double k_plain_drawn_out = 20;  ///< times, where a plain figure is no figure any more

/// The least and the greatest of some numbers, the next ones, and where the outermost stand.
struct Ends {
  double low = std::numeric_limits<double>::infinity();
  double next_low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  double next_high = -std::numeric_limits<double>::infinity();
  std::size_t at_low = 0;
  std::size_t at_high = 0;

  void add(double value, std::size_t at) {
    if (value < low) {
      next_low = low;
      low = value;
      at_low = at;
    } else {
      next_low = std::min(next_low, value);
    }
    if (value > high) {
      next_high = high;
      high = value;
      at_high = at;
    } else {
      next_high = std::max(next_high, value);
    }
  }

  double extent() const { return high - low; }
  /// Without one of the outermost.
  double extent_without(std::size_t at) const {
    return (at == at_high ? next_high : high) - (at == at_low ? next_low : low);
  }
};

/// True where the vertex lies farther from all other features than these are wide: a long parcel among others
/// is none.
bool is_off_others(const model::PolygonSet& polygons, std::size_t feature, base::Vec2 vertex) {
  base::Box others;
  for (std::size_t one = 0; one < polygons.feature_count(); ++one) {
    if (one == feature) continue;
    const std::size_t begin = polygons.ring_start[polygons.first_ring(one)];
    const std::size_t end = polygons.ring_start[polygons.end_ring(one)];
    for (std::size_t v = begin; v < end; ++v) others.add(polygons.vertex(v));
  }
  return others.empty() || !others.grown(std::max(others.width(), others.height())).contains(vertex);
}

/// Vertices that follow one another and lie far from all others of their ring.
struct FarRun {
  std::size_t count = 0;  ///< 0: there are none
  std::size_t first = 0;
  double times = 0;  ///< the extent of all, by that of the others
};

double diagonal(const base::Box& box) {
  return std::hypot(box.width(), box.height());
}

/// Cuts the ring at its long edges: where nearly all vertices are in one piece and the others draw the ring
/// out far beyond it, these are wrong, or the ring is none.
FarRun far_run(const model::PolygonSet& polygons, std::size_t begin, std::size_t end) {
  constexpr double k_long_edge = 0.4;  // of the ring's extent
  constexpr std::size_t k_main = 4;    // times as many vertices as the others
  const std::size_t n = end - begin;
  const auto vertex = [&](std::size_t i) { return polygons.vertex(begin + i % n); };
  base::Box all;
  for (std::size_t i = 0; i < n; ++i) all.add(vertex(i));
  std::vector<std::size_t> cuts;  // each is the vertex behind a long edge
  for (std::size_t i = 0; i < n; ++i) {
    const base::Vec2 edge = vertex(i + 1) - vertex(i);
    if (std::hypot(edge.x, edge.y) > k_long_edge * diagonal(all)) cuts.push_back((i + 1) % n);
  }
  if (cuts.size() < 2) return {};
  std::sort(cuts.begin(), cuts.end());
  std::size_t main = cuts.back();
  std::size_t length = cuts.front() + n - cuts.back();
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    if (cuts[i] - cuts[i - 1] <= length) continue;
    length = cuts[i] - cuts[i - 1];
    main = cuts[i - 1];
  }
  const std::size_t others = n - length;
  if (others * k_main > length) return {};
  base::Box rest;
  for (std::size_t i = 0; i < length; ++i) rest.add(vertex(main + i));
  if (diagonal(all) < k_drawn_out * diagonal(rest)) return {};
  return {others, begin + (main + length) % n, diagonal(all) / diagonal(rest)};
}

void tell_far_runs(const model::Layer& layer, std::size_t feature, base::Findings& findings) {
  const model::PolygonSet& polygons = layer.polygons;
  for (std::size_t ring = polygons.first_ring(feature); ring < polygons.end_ring(feature); ++ring) {
    const std::size_t begin = polygons.ring_start[ring];
    const std::size_t end = polygons.ring_start[ring + 1];
    if (end < begin + k_fewest) continue;
    const FarRun run = far_run(polygons, begin, end);
    if (run.count == 0) continue;
    const base::Vec2 vertex = polygons.vertex(run.first);
    findings.push_back({base::Severity::error, "geometry.far-vertex", layer.file,
                        feature_place(layer, feature),
                        text("{} đỉnh từ ({}; {}) nằm xa mọi đỉnh khác, kéo hình rộng gấp {} lần",
                             "{} vertices from ({}; {}) on lie far from all others and draw the shape out to "
                             "{} times its size",
                             {run.count, base::short_number(vertex.x), base::short_number(vertex.y),
                              base::number(run.times, 0)}),
                        text("Xóa hoặc sửa các đỉnh ấy trong tệp nguồn.",
                             "Delete or correct these vertices in the source file.")});
    return;
  }
}

}  // namespace

base::Findings far_vertex_findings(const model::Layer& layer) {
  const model::PolygonSet& polygons = layer.polygons;
  base::Findings out;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    const std::size_t begin = polygons.ring_start[polygons.first_ring(feature)];
    const std::size_t end = polygons.ring_start[polygons.end_ring(feature)];
    if (end < begin + k_corners) continue;
    const bool plain = end < begin + k_fewest;
    Ends x;
    Ends y;
    for (std::size_t v = begin; v < end; ++v) {
      x.add(polygons.xy[2 * v], v);
      y.add(polygons.xy[2 * v + 1], v);
    }
    const std::size_t told = out.size();
    for (const std::size_t at : std::array{x.at_low, x.at_high, y.at_low, y.at_high}) {
      const double whole = std::hypot(x.extent(), y.extent());
      const double rest = std::hypot(x.extent_without(at), y.extent_without(at));
      if (whole < (plain ? k_plain_drawn_out : k_drawn_out) * rest) continue;
      const base::Vec2 vertex = polygons.vertex(at);
      if (plain && !is_off_others(polygons, feature, vertex)) continue;
      out.push_back(
          {base::Severity::error, "geometry.far-vertex", layer.file, feature_place(layer, feature),
           text("đỉnh ({}; {}) nằm xa mọi đỉnh khác, kéo hình rộng gấp {} lần",
                "the vertex ({}; {}) lies far from all others and draws the shape out to {} times its size",
                {base::short_number(vertex.x), base::short_number(vertex.y), base::number(whole / rest, 0)}),
           text("Xóa hoặc sửa đỉnh ấy trong tệp nguồn.",
                "Delete or correct the vertex in the source file.")});
      break;
    }
    if (out.size() == told) tell_far_runs(layer, feature, out);
  }
  return out;
}

}  // namespace ntmap::app
