#include "geom/label_point.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>
#include <vector>

namespace ntmap::geom {
namespace {

using base::Box;
using base::Vec2;

constexpr std::size_t k_points_a_run = 32;
constexpr std::size_t k_most_cells = 20'000;
constexpr double k_most_start_cells = 64;  // along the longer side of a thin part

double distance2(Vec2 p, Vec2 a, Vec2 b) {
  const Vec2 along = b - a;
  const double length2 = along.x * along.x + along.y * along.y;
  double t = 0;
  if (length2 > 0) t = std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / length2, 0.0, 1.0);
  const Vec2 off = p - (a + along * t);
  return off.x * off.x + off.y * off.y;
}

double distance2(Vec2 p, const Box& box) {
  const double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x});
  const double dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
  return dx * dx + dy * dy;
}

/// The edges of a part in short runs with their boxes, so that most of them need no look.
class Edges {
 public:
  Edges(const model::PolygonSet& polygons, std::size_t part) {
    for (std::uint32_t r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
      add_ring(polygons.ring(r));
    }
  }

  /// Distance to the border, negative outside.
  double inside_distance(Vec2 p) const {
    double least = std::numeric_limits<double>::infinity();
    bool inside = false;
    for (const Run& run : m_runs) {
      const bool crossed = run.box.min_y <= p.y && p.y <= run.box.max_y && run.box.max_x >= p.x;
      const bool near = distance2(p, run.box) < least;
      if (!crossed && !near) continue;
      for (std::size_t i = run.first; i < run.end; ++i) {
        const Vec2 a = m_points[i];
        const Vec2 b = m_points[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
          inside = !inside;
        }
        if (near) least = std::min(least, distance2(p, a, b));
      }
    }
    return (inside ? 1 : -1) * std::sqrt(least);
  }

 private:
  struct Run {
    Box box;
    std::size_t first, end;
  };
  void add_ring(std::span<const double> ring) {
    if (ring.empty()) return;
    const std::size_t start = m_points.size();
    for (std::size_t i = 0; i < ring.size(); i += 2) m_points.push_back({ring[i], ring[i + 1]});
    const Vec2 closing = m_points[start];
    m_points.push_back(closing);
    for (std::size_t first = start; first + 1 < m_points.size(); first += k_points_a_run) {
      Run run{{}, first, std::min(first + k_points_a_run, m_points.size() - 1)};
      for (std::size_t i = first; i <= run.end; ++i) run.box.add(m_points[i]);
      m_runs.push_back(run);
    }
  }

  std::vector<Vec2> m_points;
  std::vector<Run> m_runs;
};

struct Cell {
  Cell(Vec2 middle, double half_side, const Edges& edges)
      : centre(middle), half(half_side), distance(edges.inside_distance(middle)) {
    most = distance + half * std::numbers::sqrt2;
  }
  bool operator<(const Cell& other) const { return most < other.most; }

  Vec2 centre;
  double half;
  double distance;
  double most = 0;  ///< no point of the cell is farther inside
};

std::size_t largest_part(const model::PolygonSet& polygons, std::size_t feature) {
  std::size_t best = polygons.feature_start[feature];
  double most = -1;
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    double area2 = 0;
    for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
      const double ring = std::abs(model::ring_area2(polygons.ring(r)));
      area2 += r == polygons.part_start[p] ? ring : -ring;
    }
    if (area2 > most) {
      most = area2;
      best = p;
    }
  }
  return best;
}

/// Centre of area of a ring; its first vertex when it has no area.
Vec2 centroid(std::span<const double> ring) {
  const Vec2 origin{ring[0], ring[1]};
  Vec2 sum;
  double area2 = 0;
  for (std::size_t i = 2; i + 2 < ring.size(); i += 2) {
    const Vec2 a = Vec2{ring[i], ring[i + 1]} - origin;
    const Vec2 b = Vec2{ring[i + 2], ring[i + 3]} - origin;
    const double cross = a.x * b.y - b.x * a.y;
    area2 += cross;
    sum = sum + (a + b) * cross;
  }
  return area2 == 0 ? origin : origin + sum * (1 / (3 * area2));
}

/// Looks through square cells, the most promising first, until none can be better by `step`.
LabelPoint search(const Edges& edges, const Box& box, Vec2 start, double step) {
  const double side =
      std::max(std::min(box.width(), box.height()), std::max(box.width(), box.height()) / k_most_start_cells);
  Cell best(start, 0, edges);
  std::priority_queue<Cell> queue;
  const auto cells_along = [&](double length) {
    return length > 0 ? static_cast<int>(std::ceil(length / side)) : 0;
  };
  const int columns = cells_along(box.width());
  const int rows = cells_along(box.height());
  for (int x = 0; x < columns; ++x) {
    for (int y = 0; y < rows; ++y) {
      queue.push(Cell({box.min_x + (x + 0.5) * side, box.min_y + (y + 0.5) * side}, side / 2, edges));
    }
  }
  std::size_t cells = queue.size();
  while (!queue.empty() && cells < k_most_cells) {
    const Cell cell = queue.top();
    queue.pop();
    if (cell.distance > best.distance) best = cell;
    if (cell.most - best.distance <= step) break;
    const double half = cell.half / 2;
    for (const Vec2 corner : {Vec2{-half, -half}, Vec2{half, -half}, Vec2{-half, half}, Vec2{half, half}}) {
      queue.push(Cell(cell.centre + corner, half, edges));
      ++cells;
    }
  }
  return {best.centre, std::max(0.0, best.distance)};
}

}  // namespace

LabelPoint label_point(const model::PolygonSet& polygons, std::size_t feature, double precision) {
  const std::size_t part = largest_part(polygons, feature);
  const std::uint32_t shell_ring = polygons.part_start[part];
  if (shell_ring == polygons.part_start[part + 1] || polygons.ring(shell_ring).empty()) return {};
  const auto shell = polygons.ring(shell_ring);
  Box box;
  for (std::size_t i = 0; i < shell.size(); i += 2) box.add(Vec2{shell[i], shell[i + 1]});
  const double smaller = std::min(box.width(), box.height());
  if (!(smaller > 0) || !std::isfinite(box.width() + box.height())) return {{shell[0], shell[1]}, 0};
  return search(Edges(polygons, part), box, centroid(shell), std::max(precision, 1e-6) * smaller);
}

}  // namespace ntmap::geom
