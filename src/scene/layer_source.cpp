#include "scene/layer_source.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "base/parallel.hpp"
#include "geom/coverage.hpp"

namespace ntmap::scene {

namespace {

// A chunk is what one background job makes and what culling keeps or drops as a whole.
constexpr std::size_t k_chunk_vertices = 1u << 15;
constexpr std::size_t k_chunk_units = 64;

// Every second bit of the result is a bit of `value`.
std::uint64_t spread(std::uint32_t value) {
  std::uint64_t v = value;
  v = (v | (v << 16)) & 0x0000ffff0000ffff;
  v = (v | (v << 8)) & 0x00ff00ff00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f0f0f0f0f;
  v = (v | (v << 2)) & 0x3333333333333333;
  return (v | (v << 1)) & 0x5555555555555555;
}

// Place of a point along a z-order curve through the box, so that near points mostly get near places.
std::uint64_t z_order(base::Vec2 point, const base::Box& box) {
  const auto step = [](double value, double low, double extent) {
    return extent > 0 ? static_cast<std::uint32_t>((value - low) / extent * 65535.0) : 0u;
  };
  return spread(step(point.x, box.min_x, box.width())) |
         (spread(step(point.y, box.min_y, box.height())) << 1);
}

}  // namespace

LayerSource::LayerSource(std::shared_ptr<const model::PolygonSet> polygons, BorderGroups groups)
    : m_polygons(std::move(polygons)), m_groups(std::move(groups)) {
  for (const auto* group : {&m_groups.district, &m_groups.province}) {
    if (!group->empty() && group->size() != unit_count()) {
      throw std::invalid_argument("LayerSource: groups must name every unit or none");
    }
  }
  find_boxes();
  make_chunks();
}

void LayerSource::find_boxes() {
  m_unit_boxes.resize(unit_count());
  base::parallel_for(unit_count(), 16, [this](std::size_t begin, std::size_t end) {
    for (std::size_t unit = begin; unit < end; ++unit) {
      base::Box box;
      for (std::uint32_t part = m_polygons->feature_start[unit]; part < m_polygons->feature_start[unit + 1];
           ++part) {
        if (m_polygons->part_start[part] == m_polygons->part_start[part + 1]) continue;
        const auto shell = m_polygons->ring(m_polygons->part_start[part]);
        for (std::size_t i = 0; i + 1 < shell.size(); i += 2) box.add(base::Vec2{shell[i], shell[i + 1]});
      }
      m_unit_boxes[unit] = box;
    }
  });
  for (const base::Box& box : m_unit_boxes) m_box.add(box);
}

void LayerSource::make_chunks() {
  std::vector<std::uint64_t> place(unit_count(), 0);
  for (std::size_t unit = 0; unit < place.size(); ++unit) {
    if (!m_unit_boxes[unit].empty()) place[unit] = z_order(m_unit_boxes[unit].centre(), m_box);
  }
  m_order.resize(unit_count());
  std::iota(m_order.begin(), m_order.end(), 0u);
  std::stable_sort(m_order.begin(), m_order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return place[a] < place[b]; });
  m_chunk_of.resize(unit_count());
  std::size_t vertices = 0;
  for (std::uint32_t i = 0; i < m_order.size(); ++i) {
    const std::uint32_t unit = m_order[i];
    const bool full =
        !m_chunks.empty() && (vertices >= k_chunk_vertices || i - m_chunks.back().first >= k_chunk_units);
    if (m_chunks.empty() || full) {
      m_chunks.push_back({{}, i, i});
      vertices = 0;
    }
    m_chunks.back().end = i + 1;
    m_chunks.back().box.add(m_unit_boxes[unit]);
    m_chunk_of[unit] = static_cast<std::uint32_t>(m_chunks.size() - 1);
    vertices += m_polygons->ring_start[m_polygons->end_ring(unit)] -
                m_polygons->ring_start[m_polygons->first_ring(unit)];
  }
}

BorderRank LayerSource::rank(std::uint32_t left, std::uint32_t right) const {
  if (left == geom::k_outside || right == geom::k_outside) return BorderRank::province;
  const auto differ = [&](const std::vector<std::uint32_t>& group) {
    return !group.empty() && group[left] != group[right];
  };
  if (differ(m_groups.province)) return BorderRank::province;
  return differ(m_groups.district) ? BorderRank::district : BorderRank::unit;
}

std::vector<std::uint32_t> LayerSource::with_neighbours(const Chunk& chunk) const {
  const auto inside = units_of(chunk);
  std::vector<std::uint32_t> found;
  for (std::uint32_t unit = 0; unit < unit_count(); ++unit) {
    const base::Box& box = m_unit_boxes[unit];
    if (!box.intersects(chunk.box)) continue;
    const bool near = std::any_of(inside.begin(), inside.end(),
                                  [&](std::uint32_t other) { return m_unit_boxes[other].intersects(box); });
    if (near) found.push_back(unit);
  }
  return found;
}

}  // namespace ntmap::scene
