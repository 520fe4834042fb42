#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace ntmap::geom {

/// The vertices of a layer sorted into square cells, to look up those in a small box.
class VertexGrid {
 public:
  /// `xy` is x0 y0 x1 y1 ...; cells are at least `cell` wide (CRS units), and wider where there would
  /// be more cells than vertices. Keeps no reference to `xy`.
  VertexGrid(std::span<const double> xy, double cell);

  /// Calls visit(vertex number) for every vertex in cells that the box touches, until it returns true;
  /// returns whether it did.
  template <class Visit>
  bool any_near(const base::Box& box, Visit visit) const {
    const std::size_t first = column(box.min_x);
    const std::size_t last = column(box.max_x);
    const std::size_t top = row(box.max_y);
    for (std::size_t r = row(box.min_y); r <= top; ++r) {
      const std::uint32_t end = m_start[r * m_columns + last + 1];
      for (std::uint32_t i = m_start[r * m_columns + first]; i < end; ++i) {
        if (visit(m_vertices[i])) return true;
      }
    }
    return false;
  }

 private:
  static std::size_t index(double offset, double scale, std::size_t count) {
    const double at = std::clamp(offset * scale, 0.0, static_cast<double>(count - 1));
    return static_cast<std::size_t>(at);
  }
  std::size_t column(double x) const { return index(x - m_x, m_scale, m_columns); }
  std::size_t row(double y) const { return index(y - m_y, m_scale, m_rows); }

  double m_x = 0;
  double m_y = 0;
  double m_scale = 0;  ///< cells a CRS unit
  std::size_t m_columns = 1;
  std::size_t m_rows = 1;
  std::vector<std::uint32_t> m_start;     ///< first of m_vertices of each cell, row by row, and the end
  std::vector<std::uint32_t> m_vertices;  ///< in each cell in rising order
};

}  // namespace ntmap::geom
