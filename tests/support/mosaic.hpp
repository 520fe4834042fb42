#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "model/polygon_set.hpp"

namespace ntmap::test {

/// A made-up coverage: columns x rows units, side 1 each, that share wiggly borders bit by bit.
/// `steps` edges on each side of a unit; `wiggle` is how far a border strays, at most 0.2.
class Mosaic {
 public:
  Mosaic(int columns, int rows, int steps, double wiggle = 0.15, std::uint32_t seed = 1)
      : m_columns(columns), m_rows(rows), m_steps(steps), m_wiggle(wiggle), m_seed(seed) {}

  /// Unit row * columns + column, row 0 in the south.
  model::PolygonSet polygons() const {
    model::PolygonSet set;
    for (int row = 0; row < m_rows; ++row) {
      for (int column = 0; column < m_columns; ++column) {
        add_unit(set, column, row);
      }
    }
    return set;
  }

 private:
  double noise(int a, int b, int c) const {
    std::uint32_t h = m_seed * 0x9e3779b9u;
    for (int value : {a, b, c}) {
      h ^= static_cast<std::uint32_t>(value) + 0x7f4a7c15u + (h << 6) + (h >> 2);
      h *= 0x85ebca6bu;
      h ^= h >> 13;
    }
    return static_cast<double>(h % 20001u) / 10000.0 - 1.0;
  }
  // Point `step` of the border that runs east (or north) from node column, row.
  void add_point(model::PolygonSet& set, bool east, int column, int row, int step) const {
    const double along = static_cast<double>(step) / m_steps;
    const double stray =
        step == 0 || step == m_steps
            ? 0
            : m_wiggle * noise(column * 2 + (east ? 1 : 0), row, step) * std::sin(along * 3.14159);
    set.add_vertex(column + (east ? along : stray), row + (east ? stray : along));
  }
  void add_unit(model::PolygonSet& set, int column, int row) const {
    for (int i = 0; i < m_steps; ++i) add_point(set, true, column, row, i);
    for (int i = 0; i < m_steps; ++i) add_point(set, false, column + 1, row, i);
    for (int i = m_steps; i > 0; --i) add_point(set, true, column, row + 1, i);
    for (int i = m_steps; i > 0; --i) add_point(set, false, column, row, i);
    set.end_ring();
    set.end_part();
    set.end_feature();
  }

  int m_columns;
  int m_rows;
  int m_steps;
  double m_wiggle;
  std::uint32_t m_seed;
};

}  // namespace ntmap::test
