#include "app/data/far_vertices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

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
  }
  return out;
}

}  // namespace ntmap::app
