#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::scene {

/// Finds units by place: a grid over the boxes of the parts, then exact geometry at full detail.
/// Immutable once made, so any thread may ask.
class HitTest {
 public:
  /// Linear in the vertices. Keeps the polygons alive.
  explicit HitTest(std::shared_ptr<const model::PolygonSet> polygons);

  /// The unit that contains the point; on a shared border the one with the lower number.
  /// Where none does, the nearest unit that is smaller than `reach` (CRS units) each way and whose box
  /// lies within `reach`: such units are drawn as a dot. Well under 1 ms at country size.
  std::optional<std::uint32_t> unit_at(base::Vec2 point, double reach = 0) const;
  /// Units that the box touches, in increasing order.
  std::vector<std::uint32_t> units_in(const base::Box& box) const;
  /// Units that the area of a ring (x0 y0 x1 y1 ..., open, any direction) touches, in increasing
  /// order. Fewer than three vertices give nothing.
  std::vector<std::uint32_t> units_in(std::span<const double> ring) const;

  /// The box of each unit, CRS units.
  const std::vector<base::Box>& unit_boxes() const { return m_unit_boxes; }

 private:
  struct CellRange {
    int x0, y0, x1, y1;
  };
  void find_boxes();
  void fill_grid();
  CellRange cells_of(const base::Box& box) const;
  bool part_contains(std::uint32_t part, base::Vec2 point) const;
  std::optional<std::uint32_t> small_unit_near(base::Vec2 point, double reach) const;
  bool touches(std::uint32_t unit, std::span<const double> ring) const;
  template <typename Visit>
  void for_cells_of_parts(const Visit& visit) const;
  template <typename Visit>
  void for_parts_in(const base::Box& box, const Visit& visit) const;

  std::shared_ptr<const model::PolygonSet> m_polygons;
  std::vector<base::Box> m_unit_boxes;
  std::vector<base::Box> m_part_boxes;
  std::vector<std::uint32_t> m_unit_of_part;
  base::Box m_box;
  int m_columns = 1;
  int m_rows = 1;
  std::vector<std::uint32_t> m_cell_start;  // into m_cell_parts, one for each cell, and the end
  std::vector<std::uint32_t> m_cell_parts;
};

}  // namespace ntmap::scene
