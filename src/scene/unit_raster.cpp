#include "scene/unit_raster.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ntmap::scene {
namespace {

/// Fills one feature by its crossings with the rows' middle lines.
class Filler {
 public:
  explicit Filler(UnitRaster& raster) : m_raster(raster) {}

  void edge(base::Vec2 a, base::Vec2 b) {
    if (a.y > b.y) std::swap(a, b);
    const int first = std::max(0, static_cast<int>(std::ceil(a.y - 0.5)));
    const int end = std::min(m_raster.rows, static_cast<int>(std::ceil(b.y - 0.5)));
    for (int row = first; row < end; ++row) {
      const double t = (row + 0.5 - a.y) / (b.y - a.y);
      m_crossings.emplace_back(row, a.x + t * (b.x - a.x));
    }
  }

  void fill(std::uint32_t unit) {
    std::sort(m_crossings.begin(), m_crossings.end());
    for (std::size_t i = 0; i + 1 < m_crossings.size(); i += 2) {
      const auto [row, from] = m_crossings[i];
      const double to = m_crossings[i + 1].second;
      const int first = std::max(0, static_cast<int>(std::ceil(std::max(from, -1.0) - 0.5)));
      const int end = std::min(m_raster.columns, static_cast<int>(std::ceil(std::min(to, 1e6) - 0.5)));
      for (int column = first; column < end; ++column) {
        m_raster.unit[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_raster.columns) +
                      static_cast<std::size_t>(column)] = unit;
      }
    }
    m_crossings.clear();
  }

 private:
  UnitRaster& m_raster;
  std::vector<std::pair<int, double>> m_crossings;
};

}  // namespace

UnitRaster rasterise_units(const model::PolygonSet& polygons, const ToPage& to_page, const base::Box& frame,
                           double cell) {
  UnitRaster raster;
  raster.frame = frame;
  raster.cell = cell;
  raster.columns = std::max(1, static_cast<int>(std::ceil(frame.width() / cell)));
  raster.rows = std::max(1, static_cast<int>(std::ceil(frame.height() / cell)));
  raster.unit.assign(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows),
                     k_no_unit);
  const auto in_cells = [&](std::size_t vertex) {
    const base::Vec2 page = to_page(polygons.vertex(vertex));
    // Far outside is as good as just outside, and whole numbers cannot overflow.
    return base::Vec2{std::clamp((page.x - frame.min_x) / cell, -1e6, 1e6),
                      std::clamp((page.y - frame.min_y) / cell, -1e6, 1e6)};
  };
  Filler filler(raster);
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
      const std::size_t first = polygons.ring_start[r];
      const std::size_t end = polygons.ring_start[r + 1];
      for (std::size_t v = first; v < end; ++v) {
        filler.edge(in_cells(v), in_cells(v + 1 < end ? v + 1 : first));
      }
    }
    filler.fill(static_cast<std::uint32_t>(feature));
  }
  return raster;
}

}  // namespace ntmap::scene
