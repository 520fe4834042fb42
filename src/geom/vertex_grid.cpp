#include "geom/vertex_grid.hpp"

#include <cmath>

namespace ntmap::geom {

VertexGrid::VertexGrid(std::span<const double> xy, double cell) {
  base::Box box;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) box.add(base::Vec2{xy[i], xy[i + 1]});
  const std::size_t n = xy.size() / 2;
  if (!box.empty()) {
    m_x = box.min_x;
    m_y = box.min_y;
    const double widest = std::max(box.width(), box.height());
    const double most = static_cast<double>(n) + 1;
    const double by_count = std::max(std::sqrt(box.width() * box.height() / most), widest / most);
    cell = std::max({cell, by_count, widest * 1e-9});
    m_scale = cell > 0 ? 1 / cell : 0;
    m_columns = static_cast<std::size_t>(box.width() * m_scale) + 1;
    m_rows = static_cast<std::size_t>(box.height() * m_scale) + 1;
  }
  m_start.assign(m_columns * m_rows + 1, 0);
  std::vector<std::uint32_t> cell_of(n);
  for (std::size_t v = 0; v < n; ++v) {
    cell_of[v] = static_cast<std::uint32_t>(row(xy[2 * v + 1]) * m_columns + column(xy[2 * v]));
    ++m_start[cell_of[v] + 1];
  }
  for (std::size_t i = 1; i < m_start.size(); ++i) m_start[i] += m_start[i - 1];
  m_vertices.resize(n);
  for (std::size_t v = n; v-- > 0;) m_vertices[--m_start[cell_of[v] + 1]] = static_cast<std::uint32_t>(v);
  m_start.erase(m_start.begin());
  m_start.push_back(static_cast<std::uint32_t>(n));
}

}  // namespace ntmap::geom
