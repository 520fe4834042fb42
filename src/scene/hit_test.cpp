#include "scene/hit_test.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "base/parallel.hpp"

namespace ntmap::scene {

namespace {

using base::Box;
using base::Vec2;

// Even-odd rule, half open, so that a point on a shared border lies in exactly one of its two units
// but for ties at vertices.
bool crosses_odd(std::span<const double> ring, Vec2 p) {
  bool inside = false;
  const std::size_t n = ring.size();
  for (std::size_t i = 0, j = n - 2; i < n; j = i, i += 2) {
    const double yi = ring[i + 1];
    const double yj = ring[j + 1];
    if ((yi > p.y) == (yj > p.y)) continue;
    const double x = ring[i] + (p.y - yi) / (yj - yi) * (ring[j] - ring[i]);
    if (p.x < x) inside = !inside;
  }
  return inside;
}

std::size_t cell_index(int x, int y, int columns) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
}

double cross(Vec2 a, Vec2 b, Vec2 c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_meet(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
  return cross(a, b, c) * cross(a, b, d) <= 0 && cross(c, d, a) * cross(c, d, b) <= 0;
}

Box ring_box(std::span<const double> ring) {
  Box box;
  for (std::size_t i = 0; i + 1 < ring.size(); i += 2) box.add(Vec2{ring[i], ring[i + 1]});
  return box;
}

// Whether the segment a-b crosses any edge of the ring.
bool crosses_any(std::span<const double> ring, Vec2 a, Vec2 b) {
  Box box;
  box.add(a);
  box.add(b);
  const std::size_t n = ring.size();
  for (std::size_t i = 0, j = n - 2; i < n; j = i, i += 2) {
    const Vec2 c{ring[j], ring[j + 1]};
    const Vec2 d{ring[i], ring[i + 1]};
    const bool apart = std::max(c.x, d.x) < box.min_x || std::min(c.x, d.x) > box.max_x ||
                       std::max(c.y, d.y) < box.min_y || std::min(c.y, d.y) > box.max_y;
    if (!apart && segments_meet(a, b, c, d)) return true;
  }
  return false;
}

}  // namespace

HitTest::HitTest(std::shared_ptr<const model::PolygonSet> polygons) : m_polygons(std::move(polygons)) {
  find_boxes();
  fill_grid();
}

void HitTest::find_boxes() {
  const model::PolygonSet& set = *m_polygons;
  m_part_boxes.resize(set.part_count());
  base::parallel_for(set.part_count(), 64, [&](std::size_t begin, std::size_t end) {
    for (std::size_t part = begin; part < end; ++part) {
      if (set.part_start[part] == set.part_start[part + 1]) continue;
      m_part_boxes[part] = ring_box(set.ring(set.part_start[part]));
    }
  });
  m_unit_boxes.resize(set.feature_count());
  m_unit_of_part.resize(set.part_count());
  for (std::uint32_t unit = 0; unit < set.feature_count(); ++unit) {
    for (std::uint32_t part = set.feature_start[unit]; part < set.feature_start[unit + 1]; ++part) {
      m_unit_of_part[part] = unit;
      m_unit_boxes[unit].add(m_part_boxes[part]);
    }
    m_box.add(m_unit_boxes[unit]);
  }
}

// Calls visit(cell, part) for every cell that the box of a part meets.
template <typename Visit>
void HitTest::for_cells_of_parts(const Visit& visit) const {
  for (std::uint32_t part = 0; part < m_part_boxes.size(); ++part) {
    if (m_part_boxes[part].empty()) continue;
    const CellRange cells = cells_of(m_part_boxes[part]);
    for (int y = cells.y0; y <= cells.y1; ++y) {
      for (int x = cells.x0; x <= cells.x1; ++x) visit(cell_index(x, y, m_columns), part);
    }
  }
}

// Counts what comes into each cell, adds up, then puts it there.
void HitTest::fill_grid() {
  const int side = static_cast<int>(std::sqrt(static_cast<double>(2 * m_part_boxes.size())));
  m_columns = m_rows = std::clamp(side, 1, 2048);
  m_cell_start.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
  for_cells_of_parts([&](std::size_t cell, std::uint32_t) { ++m_cell_start[cell + 1]; });
  std::partial_sum(m_cell_start.begin(), m_cell_start.end(), m_cell_start.begin());
  m_cell_parts.resize(m_cell_start.back());
  std::vector<std::uint32_t> next(m_cell_start.begin(), m_cell_start.end() - 1);
  for_cells_of_parts([&](std::size_t cell, std::uint32_t part) { m_cell_parts[next[cell]++] = part; });
}

HitTest::CellRange HitTest::cells_of(const Box& box) const {
  const auto cell = [](double value, double low, double extent, int count) {
    if (!(extent > 0)) return 0;
    return static_cast<int>(std::clamp(std::floor((value - low) / extent * count), 0.0, count - 1.0));
  };
  return {cell(box.min_x, m_box.min_x, m_box.width(), m_columns),
          cell(box.min_y, m_box.min_y, m_box.height(), m_rows),
          cell(box.max_x, m_box.min_x, m_box.width(), m_columns),
          cell(box.max_y, m_box.min_y, m_box.height(), m_rows)};
}

// Calls visit(part) for parts whose box meets `box`; a part may come more than once.
template <typename Visit>
void HitTest::for_parts_in(const Box& box, const Visit& visit) const {
  if (m_box.empty() || !m_box.intersects(box)) return;
  const CellRange cells = cells_of(box);
  for (int y = cells.y0; y <= cells.y1; ++y) {
    for (int x = cells.x0; x <= cells.x1; ++x) {
      const std::size_t cell = cell_index(x, y, m_columns);
      for (std::uint32_t i = m_cell_start[cell]; i < m_cell_start[cell + 1]; ++i) {
        if (m_part_boxes[m_cell_parts[i]].intersects(box)) visit(m_cell_parts[i]);
      }
    }
  }
}

bool HitTest::part_contains(std::uint32_t part, Vec2 point) const {
  bool inside = false;
  for (std::uint32_t r = m_polygons->part_start[part]; r < m_polygons->part_start[part + 1]; ++r) {
    if (crosses_odd(m_polygons->ring(r), point)) inside = !inside;
  }
  return inside;
}

std::optional<std::uint32_t> HitTest::unit_at(Vec2 point, double reach) const {
  std::optional<std::uint32_t> found;
  for_parts_in({point.x, point.y, point.x, point.y}, [&](std::uint32_t part) {
    const std::uint32_t unit = m_unit_of_part[part];
    if ((!found || unit < *found) && part_contains(part, point)) found = unit;
  });
  if (!found && reach > 0) return small_unit_near(point, reach);
  return found;
}

std::optional<std::uint32_t> HitTest::small_unit_near(Vec2 point, double reach) const {
  std::optional<std::uint32_t> found;
  double nearest = std::numeric_limits<double>::infinity();
  const Box around = Box{point.x, point.y, point.x, point.y}.grown(reach);
  for_parts_in(around, [&](std::uint32_t part) {
    const std::uint32_t unit = m_unit_of_part[part];
    const Box& box = m_unit_boxes[unit];
    if (box.width() > reach || box.height() > reach) return;
    const Vec2 apart = box.centre() - point;
    const double distance = std::hypot(apart.x, apart.y);
    if (distance < nearest || (distance == nearest && unit < *found)) {
      nearest = distance;
      found = unit;
    }
  });
  return found;
}

std::vector<std::uint32_t> HitTest::units_in(const Box& box) const {
  if (box.empty()) return {};
  const double ring[] = {box.min_x, box.min_y, box.max_x, box.min_y,
                         box.max_x, box.max_y, box.min_x, box.max_y};
  return units_in(ring);
}

std::vector<std::uint32_t> HitTest::units_in(std::span<const double> ring) const {
  if (ring.size() < 6) return {};
  std::vector<std::uint32_t> candidates;
  for_parts_in(ring_box(ring), [&](std::uint32_t part) { candidates.push_back(m_unit_of_part[part]); });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::erase_if(candidates, [&](std::uint32_t unit) { return !touches(unit, ring); });
  return candidates;
}

// The cheap answers first: most units lie wholly inside, and their first vertex says so.
bool HitTest::touches(std::uint32_t unit, std::span<const double> ring) const {
  const model::PolygonSet& set = *m_polygons;
  const Box area = ring_box(ring);
  for (std::uint32_t part = set.feature_start[unit]; part < set.feature_start[unit + 1]; ++part) {
    if (!m_part_boxes[part].intersects(area)) continue;
    for (std::uint32_t r = set.part_start[part]; r < set.part_start[part + 1]; ++r) {
      if (crosses_odd(ring, set.vertex(set.ring_start[r]))) return true;
    }
    if (part_contains(part, {ring[0], ring[1]})) return true;
    for (std::uint32_t r = set.part_start[part]; r < set.part_start[part + 1]; ++r) {
      const auto border = set.ring(r);
      for (std::size_t i = 0, j = border.size() - 2; i < border.size(); j = i, i += 2) {
        const Vec2 a{border[j], border[j + 1]};
        const Vec2 b{border[i], border[i + 1]};
        const bool apart = std::max(a.x, b.x) < area.min_x || std::min(a.x, b.x) > area.max_x ||
                           std::max(a.y, b.y) < area.min_y || std::min(a.y, b.y) > area.max_y;
        if (!apart && crosses_any(ring, a, b)) return true;
      }
    }
  }
  return false;
}

}  // namespace ntmap::scene
