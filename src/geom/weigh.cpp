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

constexpr std::ptrdiff_t k_sums_kept = 1'000'000;  // of columns, at a time

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

/// Works on one feature after another, with the table it needs kept.
///
/// Green's theorem: what a feature holds is the integral, along its rings, of the weight west of the ring in
/// the row that it passes. That weight is linear within a cell, so each piece of an edge within one cell adds
/// exactly its height times the mean of the two ends; shells and holes cancel by the way they turn. Only the
/// sums of the cells under the feature are made, a band of rows at a time.
class GridWeigher {
 public:
  explicit GridWeigher(const model::WeightGrid& weights) : m_grid(weights.grid), m_values(weights.values) {}

  double weigh(const PolygonSet& polygons, std::size_t feature) {
    const base::Box box = polygons.feature_box(feature);
    if (box.empty()) return 0;
    const Vec2 north_west = to_cells({box.min_x, box.max_y});
    const Vec2 south_east = to_cells({box.max_x, box.min_y});
    m_first_column = cell_of(std::floor(north_west.x), m_grid.width);
    m_end_column = cell_of(std::ceil(south_east.x), m_grid.width);
    const std::ptrdiff_t first_row = cell_of(std::floor(north_west.y), m_grid.height);
    const std::ptrdiff_t end_row = cell_of(std::ceil(south_east.y), m_grid.height);
    if (m_first_column >= m_end_column) return 0;
    const std::ptrdiff_t rows = std::max<std::ptrdiff_t>(1, k_sums_kept / (m_end_column - m_first_column));
    double sum = 0;
    for (std::ptrdiff_t row = first_row; row < end_row; row += rows) {
      sum_rows(row, std::min(row + rows, end_row));
      // Rows are counted southwards: shells turn clockwise there.
      each_edge(polygons, feature, [&](Vec2 a, Vec2 b) { sum -= along(to_cells(a), to_cells(b)); });
    }
    return std::max(sum, 0.0);
  }

 private:
  Vec2 to_cells(Vec2 p) const {
    return {(p.x - m_grid.origin_x) / m_grid.pixel_w, (m_grid.origin_y - p.y) / m_grid.pixel_h};
  }
  static std::ptrdiff_t cell_of(double at, int end) {
    return static_cast<std::ptrdiff_t>(std::clamp(at, 0.0, 1.0 * end));
  }

  /// For each row the weight from the first column up to each border between columns.
  void sum_rows(std::ptrdiff_t first, std::ptrdiff_t end) {
    m_first_row = first;
    m_end_row = end;
    m_sums.clear();
    for (std::ptrdiff_t row = first; row < end; ++row) {
      double sum = 0;
      m_sums.push_back(sum);
      for (std::ptrdiff_t column = m_first_column; column < m_end_column; ++column) {
        sum += static_cast<double>(m_values[static_cast<std::size_t>(row * m_grid.width + column)]);
        m_sums.push_back(sum);
      }
    }
  }

  /// The integral of the weight to the west along an edge, within the rows that are summed.
  double along(Vec2 a, Vec2 b) const {
    // From north to south, so that both sides of a shared border add the same.
    if (a.y > b.y) return -along(b, a);
    const double south = std::min(b.y, static_cast<double>(m_end_row));
    double y = std::max(a.y, static_cast<double>(m_first_row));
    if (!(y < south)) return 0;
    double x = y == a.y ? a.x : x_at(a, b, y);
    double sum = 0;
    for (auto row = static_cast<std::ptrdiff_t>(y); y < south; ++row) {
      const double next_y = std::min(static_cast<double>(row + 1), south);
      const double next_x = next_y == b.y ? b.x : x_at(a, b, next_y);
      const double* sums = m_sums.data() + (row - m_first_row) * (m_end_column - m_first_column + 1);
      sum += (next_y - y) * mean_to_west(sums, std::min(x, next_x), std::max(x, next_x));
      x = next_x;
      y = next_y;
    }
    return sum;
  }

  /// Mean over [west, east] of the weight of a row west of each place.
  double mean_to_west(const double* sums, double west, double east) const {
    const auto first = static_cast<double>(m_first_column);
    const auto last = static_cast<double>(m_end_column);
    if (east <= first) return 0;
    const double all = sums[m_end_column - m_first_column];
    if (west >= last) return all;
    auto column = static_cast<std::ptrdiff_t>(std::max(west, first) - first);
    const auto to_west = [&](double x) {
      return sums[column] + (sums[column + 1] - sums[column]) * (x - first - static_cast<double>(column));
    };
    if (west >= first && east <= first + static_cast<double>(column + 1))
      return to_west(west + (east - west) / 2);
    double sum = east > last ? all * (east - last) : 0;
    const double end = std::min(east, last);
    for (double x = std::max(west, first); x < end; ++column) {
      const double next = std::min(first + static_cast<double>(column + 1), end);
      sum += (next - x) * to_west(x + (next - x) / 2);
      x = next;
    }
    return sum / (east - west);
  }

  const base::PixelGrid& m_grid;
  const std::vector<float>& m_values;
  std::ptrdiff_t m_first_column = 0;  // of the feature, within the grid
  std::ptrdiff_t m_end_column = 0;
  std::ptrdiff_t m_first_row = 0;  // of those summed
  std::ptrdiff_t m_end_row = 0;
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
