#include "geom/hole_bridge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ntmap::geom {
namespace {

constexpr std::uint32_t k_nodes_a_run = 32;

NodeId leftmost_node(const VertexRings& rings, RingNodes ring) {
  NodeId best = ring.first;
  for (NodeId id = ring.first; id < ring.first + ring.count; ++id) {
    const Node& node = rings[id];
    const Node& left = rings[best];
    if (node.x < left.x || (node.x == left.x && node.y < left.y)) best = id;
  }
  return best;
}

/// True when the hole's own edges at `hole` lie on the inner side of `at`, which is the same place.
bool holds_corner(const VertexRings& rings, NodeId at, NodeId hole) {
  return rings.starts_inside(at, rings[rings[hole].next]) && rings.starts_inside(at, rings[rings[hole].prev]);
}

/// True when the corner of `inner` lies within the corner of `outer`, which is the same place.
bool corner_within(const VertexRings& rings, NodeId outer, NodeId inner) {
  const Node& m = rings[outer];
  const Node& p = rings[inner];
  return turn(rings[m.prev], m, rings[p.prev]) > 0 && turn(rings[p.next], m, rings[m.next]) > 0;
}

}  // namespace

void HoleBridges::join(VertexRings& rings, RingNodes shell, const std::vector<RingNodes>& holes) {
  m_runs.clear();
  m_run_of.clear();
  add_edges(rings, shell);
  std::vector<std::pair<NodeId, RingNodes>> order;
  order.reserve(holes.size());
  for (const RingNodes& hole : holes) order.emplace_back(leftmost_node(rings, hole), hole);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    const Node& p = rings[a.first];
    const Node& q = rings[b.first];
    return p.x != q.x ? p.x < q.x : p.y != q.y ? p.y < q.y : a.first < b.first;
  });
  for (const auto& [leftmost, hole] : order) {
    const NodeId end = visible_from(rings, leftmost);
    if (end == k_no_node) continue;
    add_edges(rings, hole);
    if (same_place(rings[end], rings[leftmost])) {
      rings.splice(end, leftmost);
      extend_run(rings, end);
      extend_run(rings, leftmost);
    } else {
      const NodeId back = rings.split(end, leftmost);
      extend_run(rings, end);
      add_edges(rings, {rings[back].next, 2});  // split() numbers its two nodes one after the other
    }
  }
}

void HoleBridges::add_edges(const VertexRings& rings, RingNodes ring) {
  m_run_of.resize(std::max<std::size_t>(m_run_of.size(), std::size_t{ring.first} + ring.count));
  const NodeId ring_end = ring.first + ring.count;
  for (NodeId first = ring.first; first < ring_end; first += k_nodes_a_run) {
    const NodeId end = std::min(first + k_nodes_a_run, ring_end);
    Run run{.first = first, .end = end, .box = {}};
    for (NodeId id = first; id < end; ++id) {
      const Node& from = rings[id];
      const Node& to = rings[from.next];
      run.box.add(base::Vec2{from.x, from.y});
      run.box.add(base::Vec2{to.x, to.y});
      m_run_of[id] = static_cast<std::uint32_t>(m_runs.size());
    }
    m_runs.push_back(run);
  }
}

/// Makes room in the run of a node whose edge has come to lead elsewhere.
void HoleBridges::extend_run(const VertexRings& rings, NodeId from) {
  const Node& to = rings[rings[from].next];
  m_runs[m_run_of[from]].box.add(base::Vec2{to.x, to.y});
}

NodeId HoleBridges::visible_from(const VertexRings& rings, NodeId hole) const {
  double hit_x = -std::numeric_limits<double>::infinity();
  const NodeId end = left_hit(rings, hole, hit_x);
  if (end == k_no_node || hit_x == rings[hole].x) return end;
  return nearest_in_sight(rings, hole, end, hit_x);
}

/// The edge that a ray from the hole's leftmost vertex to the left meets first: gives its left end, or
/// the vertex at the very place of the hole's.
NodeId HoleBridges::left_hit(const VertexRings& rings, NodeId hole, double& hit_x) const {
  const Node& h = rings[hole];
  NodeId end = k_no_node;
  NodeId touching = k_no_node;
  for (const Run& run : m_runs) {
    if (run.box.min_y > h.y || run.box.max_y < h.y || run.box.min_x > h.x || run.box.max_x < hit_x) continue;
    for (NodeId id = run.first; id < run.end; ++id) {
      const Node& p = rings[id];
      const Node& q = rings[p.next];
      if (same_place(p, h) && (touching == k_no_node || holds_corner(rings, id, hole))) touching = id;
      if (p.y < h.y || q.y > h.y || p.y == q.y) continue;  // only edges with the inside on their right
      const double x = p.x + (h.y - p.y) * (q.x - p.x) / (q.y - p.y);
      if (x > h.x || x <= hit_x) continue;
      hit_x = x;
      end = p.x < q.x ? id : p.next;
    }
  }
  if (touching != k_no_node) hit_x = h.x;
  return touching != k_no_node ? touching : end;
}

/// Of the vertices within the triangle hole - hit - end, which may hide the end, the one nearest to the
/// ray by angle; the end itself when there is none.
NodeId HoleBridges::nearest_in_sight(const VertexRings& rings, NodeId hole, NodeId end, double hit_x) const {
  const Node& h = rings[hole];
  const Node m = rings[end];
  const Node hit{.x = hit_x, .y = h.y};
  const bool above = m.y > h.y;
  const double low = std::min(h.y, m.y);
  const double high = std::max(h.y, m.y);
  NodeId best = end;
  double least = std::numeric_limits<double>::infinity();
  if (rings.starts_inside(end, h)) least = std::abs(h.y - m.y) / (h.x - m.x);
  for (const Run& run : m_runs) {
    if (run.box.min_y > high || run.box.max_y < low || run.box.min_x > h.x || run.box.max_x < m.x) continue;
    for (NodeId id = run.first; id < run.end; ++id) {
      const Node& p = rings[id];
      if (id == end || p.x >= h.x || p.x < m.x || p.y < low || p.y > high) continue;
      if (!in_triangle(above ? hit : h, above ? h : hit, m, p.x, p.y)) continue;
      const double slope = std::abs(h.y - p.y) / (h.x - p.x);
      const Node& b = rings[best];
      const bool nearer =
          slope < least || (slope == least && (p.x > b.x || (p.x == b.x && corner_within(rings, best, id))));
      if (!nearer || !rings.starts_inside(id, h)) continue;
      best = id;
      least = slope;
    }
  }
  return best;
}

}  // namespace ntmap::geom
