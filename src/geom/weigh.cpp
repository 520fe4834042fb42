#include "geom/weigh.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "base/parallel.hpp"

namespace ntmap::geom {
namespace {

using base::Vec2;
using model::PolygonSet;

constexpr int k_lines_a_row = 8;

/// Calls visit(a, b) for every edge of a feature, holes included.
template <class Visit>
void each_edge(const PolygonSet& polygons, std::size_t feature, Visit visit) {
  for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
    const auto xy = polygons.ring(r);
    if (xy.size() < 6) continue;
    for (std::size_t i = 0, before = xy.size() - 2; i < xy.size(); before = i, i += 2) {
      visit(Vec2{xy[before], xy[before + 1]}, Vec2{xy[i], xy[i + 1]});
    }
  }
}

double x_at(Vec2 a, Vec2 b, double y) {
  return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

/// Works on one feature after another, with the lists it needs kept.
class GridWeigher {
 public:
  explicit GridWeigher(const model::WeightGrid& weights) : m_grid(weights.grid), m_values(weights.values) {}

  double weigh(const PolygonSet& polygons, std::size_t feature) {
    m_crossings.clear();
    each_edge(polygons, feature, [&](Vec2 a, Vec2 b) { add(to_cells(a), to_cells(b)); });
    std::sort(m_crossings.begin(), m_crossings.end());
    double sum = 0;
    std::int64_t summed_row = -1;
    for (std::size_t i = 0; i + 1 < m_crossings.size(); i += 2) {
      const std::int64_t row = m_crossings[i].line / k_lines_a_row;
      if (row != summed_row) sum_row(summed_row = row);
      sum += until(m_crossings[i + 1].x) - until(m_crossings[i].x);
    }
    return sum / k_lines_a_row;
  }

 private:
  struct Crossing {
    std::int64_t line;
    double x;  // columns
    auto operator<=>(const Crossing&) const = default;
  };

  /// Columns, and lines counted from the north.
  Vec2 to_cells(Vec2 p) const {
    return {(p.x - m_grid.origin_x) / m_grid.pixel_w,
            (m_grid.origin_y - p.y) / m_grid.pixel_h * k_lines_a_row};
  }

  /// Where an edge crosses the middles of lines.
  void add(Vec2 a, Vec2 b) {
    if (a.y == b.y) return;
    const auto first = static_cast<std::int64_t>(std::ceil(std::max(std::min(a.y, b.y) - 0.5, 0.0)));
    const double end = std::min(std::max(a.y, b.y) - 0.5, 1.0 * k_lines_a_row * m_grid.height);
    const double width = m_grid.width;
    for (std::int64_t line = first; static_cast<double>(line) < end; ++line) {
      const double x = x_at(a, b, static_cast<double>(line) + 0.5);
      m_crossings.push_back({line, std::clamp(x, 0.0, width)});
    }
  }

  /// Sums of the weights of a row up to each column.
  void sum_row(std::int64_t row) {
    m_sums.resize(static_cast<std::size_t>(m_grid.width) + 1);
    const float* values = m_values.data() + row * m_grid.width;
    for (std::size_t c = 0; c + 1 < m_sums.size(); ++c)
      m_sums[c + 1] = m_sums[c] + static_cast<double>(values[c]);
  }
  double until(double x) const {
    const auto column = std::min(static_cast<std::size_t>(x), m_sums.size() - 2);
    return m_sums[column] + (m_sums[column + 1] - m_sums[column]) * (x - static_cast<double>(column));
  }

  const base::PixelGrid& m_grid;
  const std::vector<float>& m_values;
  std::vector<Crossing> m_crossings;
  std::vector<double> m_sums;
};

/// Points from the south to the north.
struct SortedPoints {
  explicit SortedPoints(const model::WeightPoints& weights) {
    std::vector<std::size_t> order(weights.weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return weights.xy[2 * a + 1] < weights.xy[2 * b + 1]; });
    for (const std::size_t i : order) {
      x.push_back(weights.xy[2 * i]);
      y.push_back(weights.xy[2 * i + 1]);
      weight.push_back(weights.weights[i]);
    }
  }
  std::vector<double> x, y, weight;
};

/// Weight of the points inside one feature. A point is inside when an odd number of edges lies east of it;
/// an edge holds its southern end, not its northern one, so that neighbours share no point.
double weigh_points(const SortedPoints& points, const PolygonSet& polygons, std::size_t feature) {
  const base::Box box = polygons.feature_box(feature);
  if (box.empty()) return 0;
  const auto at = [&](double y) { return std::lower_bound(points.y.begin(), points.y.end(), y); };
  const auto first = at(box.min_y);
  std::vector<std::uint8_t> inside(static_cast<std::size_t>(at(box.max_y) - first));
  each_edge(polygons, feature, [&](Vec2 a, Vec2 b) {
    const auto low = at(std::min(a.y, b.y));
    for (auto y = low; y != points.y.end() && *y < std::max(a.y, b.y); ++y) {
      // From south to north, so that both sides of a shared border compute the same crossing.
      const double x = a.y < b.y ? x_at(a, b, *y) : x_at(b, a, *y);
      if (x > points.x[static_cast<std::size_t>(y - points.y.begin())])
        inside[static_cast<std::size_t>(y - first)] ^= 1U;
    }
  });
  double sum = 0;
  const auto offset = static_cast<std::size_t>(first - points.y.begin());
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] != 0) sum += points.weight[offset + i];
  }
  return sum;
}

/// Calls work(begin, end) in slices until the job is cancelled.
template <class Work>
std::vector<double> for_each_feature(const PolygonSet& polygons, const base::Job& job, Work work) {
  std::vector<double> out(polygons.feature_count());
  base::parallel_for(out.size(), 16, [&](std::size_t begin, std::size_t end) {
    if (!job.cancelled()) work(begin, end, out);
  });
  job.checkpoint();
  return out;
}

}  // namespace

std::vector<double> weights_within(const PolygonSet& polygons, const model::WeightGrid& weights,
                                   const base::Job& job) {
  return for_each_feature(polygons, job, [&](std::size_t begin, std::size_t end, std::vector<double>& out) {
    GridWeigher weigher(weights);
    for (std::size_t f = begin; f < end; ++f) out[f] = weigher.weigh(polygons, f);
  });
}

std::vector<double> weights_within(const PolygonSet& polygons, const model::WeightPoints& weights,
                                   const base::Job& job) {
  const SortedPoints points(weights);
  return for_each_feature(polygons, job, [&](std::size_t begin, std::size_t end, std::vector<double>& out) {
    for (std::size_t f = begin; f < end; ++f) out[f] = weigh_points(points, polygons, f);
  });
}

}  // namespace ntmap::geom
