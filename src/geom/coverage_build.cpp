#include "geom/coverage.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "geom/same_place.hpp"

namespace ntmap::geom {
namespace {

constexpr std::uint32_t k_no_step = 0xffffffff;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = a * 0x9e3779b97f4a7c15ULL ^ std::rotl(b * 0xc2b2ae3d27d4eb4fULL, 31);
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93ULL;
  return h ^ (h >> 29);
}

/// Looks up an arc by the first step of a walk along it: from a place to the next one.
class StepTable {
 public:
  StepTable() : m_slots(1024) {}

  /// The arc step (arc * 2 + backwards) that starts so, or k_no_step.
  std::uint32_t find(std::uint32_t from, std::uint32_t to) const { return m_slots[slot_of(from, to)].step; }
  /// Does nothing when there is such a step already.
  void insert(std::uint32_t from, std::uint32_t to, std::uint32_t step) {
    if (2 * (m_count + 1) > m_slots.size()) grow();
    Slot& slot = m_slots[slot_of(from, to)];
    if (slot.step != k_no_step) return;
    slot = {from, to, step};
    ++m_count;
  }

 private:
  struct Slot {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t step = k_no_step;
  };
  std::size_t slot_of(std::uint32_t from, std::uint32_t to) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = mix(from, to) & mask;
    while (m_slots[slot].step != k_no_step && (m_slots[slot].from != from || m_slots[slot].to != to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  void grow() {
    std::vector<Slot> old(2 * m_slots.size());
    old.swap(m_slots);
    for (const Slot& slot : old) {
      if (slot.step != k_no_step) m_slots[slot_of(slot.from, slot.to)] = slot;
    }
  }

  std::vector<Slot> m_slots;
  std::size_t m_count = 0;
};

class Builder {
 public:
  explicit Builder(const model::PolygonSet& polygons)
      : m_polygons(polygons), m_place(first_at_place(polygons.xy)), m_is_node(polygons.vertex_count()) {}

  Coverage build() {
    for (std::size_t r = 0; r < m_polygons.ring_count(); ++r) mark_nodes(r);
    m_out.arcs.xy.reserve(2 * places());
    m_out.part_start = m_polygons.part_start;
    m_out.feature_start = m_polygons.feature_start;
    for (std::uint32_t feature = 0; feature < m_polygons.feature_count(); ++feature) {
      for (std::uint32_t r = m_polygons.first_ring(feature); r < m_polygons.end_ring(feature); ++r) {
        cut_ring(r, feature);
        m_out.ring_start.push_back(static_cast<std::uint32_t>(m_out.ring_arcs.size()));
      }
    }
    return std::move(m_out);
  }

 private:
  struct Neighbours {
    std::uint32_t low, high;
    bool operator==(const Neighbours&) const = default;
  };
  Neighbours neighbours(std::uint32_t v, std::size_t ring) const {
    const std::uint32_t begin = m_polygons.ring_start[ring];
    const std::uint32_t end = m_polygons.ring_start[ring + 1];
    const std::uint32_t before = m_place[v == begin ? end - 1 : v - 1];
    const std::uint32_t after = m_place[v + 1 == end ? begin : v + 1];
    return {std::min(before, after), std::max(before, after)};
  }
  /// The ring of a vertex, given that of a vertex looked up just before: borders run along.
  std::size_t ring_of(std::uint32_t v, std::size_t hint) const {
    const auto& starts = m_polygons.ring_start;
    if (starts[hint] <= v && v < starts[hint + 1]) return hint;
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), v) - starts.begin()) - 1;
  }

  /// How many vertices arcs will have: each place one, and a few more where arcs meet.
  std::size_t places() const {
    std::size_t count = 0;
    for (std::uint32_t v = 0; v < m_place.size(); ++v) count += m_place[v] == v ? 1 + 2 * m_is_node[v] : 0;
    return count;
  }

  /// A place is a node when two visits to it have not the same two neighbours.
  void mark_nodes(std::size_t ring) {
    std::size_t other = 0;
    for (std::uint32_t v = m_polygons.ring_start[ring]; v < m_polygons.ring_start[ring + 1]; ++v) {
      const std::uint32_t first = m_place[v];
      if (first == v || m_is_node[first] != 0) continue;
      other = ring_of(first, other);
      if (neighbours(v, ring) != neighbours(first, other)) m_is_node[first] = 1;
    }
  }

  /// Cuts a ring at its nodes; a ring without nodes becomes one closed arc.
  void cut_ring(std::uint32_t ring, std::uint32_t feature) {
    collect(ring);
    if (m_walk.empty()) return;
    const auto node = std::find_if(m_walk.begin(), m_walk.end(), [&](auto v) { return m_is_node[v] != 0; });
    // Without a node both sides of a closed border start at the same place: the most south-western.
    const auto start =
        node != m_walk.end() ? node : std::min_element(m_walk.begin(), m_walk.end(), [this](auto a, auto b) {
          return comes_first(a, b);
        });
    std::rotate(m_walk.begin(), start, m_walk.end());
    m_walk.push_back(m_walk.front());
    for (std::size_t from = 0; from + 1 < m_walk.size();) {
      std::size_t to = from + 1;
      while (to + 1 < m_walk.size() && m_is_node[m_walk[to]] == 0) ++to;
      use_arc(from, to, feature);
      from = to;
    }
  }

  /// The places of a ring in order, repeated ones once.
  void collect(std::uint32_t ring) {
    m_walk.clear();
    for (std::uint32_t v = m_polygons.ring_start[ring]; v < m_polygons.ring_start[ring + 1]; ++v) {
      if (m_walk.empty() || m_walk.back() != m_place[v]) m_walk.push_back(m_place[v]);
    }
    while (m_walk.size() > 1 && m_walk.back() == m_walk.front()) m_walk.pop_back();
  }

  /// Adds the walk from..to to the ring: an arc that is there already, or a new one.
  void use_arc(std::size_t from, std::size_t to, std::uint32_t feature) {
    std::uint32_t step = m_steps.find(m_walk[from], m_walk[from + 1]);
    if (step == k_no_step || !same_length(step, to - from + 1)) step = add_arc(from, to);
    m_out.ring_arcs.push_back(step);
    std::uint32_t& side = step % 2 == 0 ? m_out.left[step / 2] : m_out.right[step / 2];
    std::uint32_t& other = step % 2 == 0 ? m_out.right[step / 2] : m_out.left[step / 2];
    if (side == k_outside) {
      side = feature;
    } else if (other == k_outside) {
      other = feature;  // overlapping features, or a ring the wrong way round: at least both are named
    }
  }
  bool same_length(std::uint32_t step, std::size_t vertices) const {
    const auto& starts = m_out.arcs.line_start;
    return starts[step / 2 + 1] - starts[step / 2] == vertices;
  }
  bool comes_first(std::uint32_t a, std::uint32_t b) const {
    const base::Vec2 p = m_polygons.vertex(a);
    const base::Vec2 q = m_polygons.vertex(b);
    return p.x != q.x ? p.x < q.x : p.y < q.y;
  }
  /// Arcs run from south-west to north-east, so that what is done to them later (breaking ties) does
  /// not depend on the order of the features. Returns the step that walks from..to.
  std::uint32_t add_arc(std::size_t from, std::size_t to) {
    const auto step = static_cast<std::uint32_t>(2 * m_out.arcs.line_count());
    const bool closed = m_walk[from] == m_walk[to];
    const bool backwards =
        closed ? comes_first(m_walk[from + 1], m_walk[to - 1]) : comes_first(m_walk[to], m_walk[from]);
    for (std::size_t i = 0; i <= to - from; ++i) {
      const base::Vec2 at = m_polygons.vertex(m_walk[backwards ? to - i : from + i]);
      m_out.arcs.add_vertex(at.x, at.y);
    }
    m_out.arcs.end_line();
    m_out.left.push_back(k_outside);
    m_out.right.push_back(k_outside);
    m_steps.insert(m_walk[from], m_walk[from + 1], backwards ? step + 1 : step);
    m_steps.insert(m_walk[to], m_walk[to - 1], backwards ? step : step + 1);
    return backwards ? step + 1 : step;
  }

  const model::PolygonSet& m_polygons;
  std::vector<std::uint32_t> m_place;
  std::vector<std::uint8_t> m_is_node;
  std::vector<std::uint32_t> m_walk;
  StepTable m_steps;
  Coverage m_out;
};

}  // namespace

Coverage build_coverage(const model::PolygonSet& polygons) {
  return Builder(polygons).build();
}

}  // namespace ntmap::geom
