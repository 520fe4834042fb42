#include "geom/triangulate.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "geom/hole_bridge.hpp"
#include "geom/vertex_ring.hpp"
#include "geom/z_order.hpp"

namespace ntmap::geom {
namespace {

constexpr std::size_t k_hash_from = 60;  ///< below so many vertices looking at all of them is quicker
// What a part may cost before the rest of it is cut up unchecked: only invalid rings come near.
constexpr std::size_t k_search = 4'000'000;        ///< edges looked at for diagonals
constexpr std::size_t k_visits_per_vertex = 2000;  ///< vertices looked at for ears

bool is_finite(std::span<const double> ring) {
  return std::all_of(ring.begin(), ring.end(), [](double v) { return std::isfinite(v); });
}

}  // namespace

/// The work on one part: a stack of rings that are still to be cut into ears.
class Triangulator::State {
 public:
  void run(const model::PolygonSet& polygons, std::size_t part, std::vector<std::uint32_t>& triangles);

 private:
  NodeId load(const model::PolygonSet& polygons, std::size_t part);
  void triangulate_ring(NodeId ring);
  NodeId index(NodeId ring);
  NodeId clip_ears(NodeId ring);
  bool is_ear(const Node* nodes, NodeId tip);
  bool ring_blocks(const Node* nodes, NodeId tip) const;
  bool curve_blocks(const Node* nodes, NodeId tip);
  bool split_where_touching(NodeId ring);
  bool split_along_diagonal(NodeId ring);
  bool is_diagonal(NodeId a, NodeId b);
  bool crosses_ring(NodeId a, NodeId b);
  NodeId force_ear(NodeId ring);
  void cut(NodeId a, NodeId b);
  void emit(const Node& a, const Node& b, const Node& c);

  VertexRings m_rings;
  HoleBridges m_bridges;
  std::vector<RingNodes> m_holes;
  std::vector<NodeId> m_work;
  std::vector<ZKey> m_keys;
  std::vector<ZKey> m_spare;
  ZOrder m_z_order;
  bool m_hashed = false;
  std::size_t m_search_left = 0;
  std::size_t m_visits_left = 0;
  std::vector<std::uint32_t>* m_out = nullptr;
};

void Triangulator::State::run(const model::PolygonSet& polygons, std::size_t part,
                              std::vector<std::uint32_t>& triangles) {
  m_out = &triangles;
  m_work.clear();
  const NodeId ring = load(polygons, part);
  if (ring == k_no_node) return;
  m_search_left = k_search;
  m_visits_left = k_visits_per_vertex * (m_rings.size() + 1000);
  m_work.push_back(ring);
  while (!m_work.empty()) {
    const NodeId next = m_work.back();
    m_work.pop_back();
    triangulate_ring(next);
  }
}

/// Makes one ring of the part; k_no_node when nothing can be made of it.
NodeId Triangulator::State::load(const model::PolygonSet& polygons, std::size_t part) {
  m_rings.clear();
  m_holes.clear();
  RingNodes shell;
  base::Box box;
  for (std::uint32_t r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
    const auto ring = polygons.ring(r);
    const bool is_shell = r == polygons.part_start[part];
    const double area2 = ring.size() < 6 || !is_finite(ring) ? 0 : model::ring_area2(ring);
    if (area2 == 0 || !std::isfinite(area2)) {
      if (is_shell) return k_no_node;
      continue;
    }
    const RingNodes nodes = m_rings.add_ring(ring, polygons.ring_start[r], (area2 < 0) == is_shell);
    if (is_shell) {
      shell = nodes;
    } else {
      m_holes.push_back(nodes);
    }
    for (std::size_t i = 0; i < ring.size(); i += 2) box.add(base::Vec2{ring[i], ring[i + 1]});
  }
  if (shell.count == 0) return k_no_node;
  if (!m_holes.empty()) m_bridges.join(m_rings, shell, m_holes);
  m_z_order = ZOrder(box);
  return shell.first;
}

void Triangulator::State::triangulate_ring(NodeId ring) {
  NodeId left = index(m_rings.remove_flat(ring, ring));
  while ((left = clip_ears(left)) != k_no_node) {
    left = m_rings.remove_flat(left, left);
    left = clip_ears(left);
    if (left == k_no_node || split_where_touching(left) || split_along_diagonal(left)) return;
    left = force_ear(left);
  }
}

/// Links the ring's nodes along the z-order curve, where that pays.
NodeId Triangulator::State::index(NodeId ring) {
  m_keys.clear();
  NodeId id = ring;
  do {
    Node& node = m_rings[id];
    node.prev_z = node.next_z = k_no_node;
    m_keys.push_back({0, id});
    id = node.next;
  } while (id != ring);
  m_hashed = m_keys.size() >= k_hash_from;
  if (!m_hashed) return ring;
  for (ZKey& key : m_keys) {
    Node& node = m_rings[key.id];
    key.z = node.z = m_z_order(node.x, node.y);
  }
  sort_by_z(m_keys, m_spare);
  for (std::size_t i = 0; i < m_keys.size(); ++i) {
    Node& node = m_rings[m_keys[i].id];
    if (i > 0) node.prev_z = m_keys[i - 1].id;
    if (i + 1 < m_keys.size()) node.next_z = m_keys[i + 1].id;
  }
  return ring;
}

/// Cuts ears until none is left to cut. Returns k_no_node when the ring is done, else a node of what is
/// left of it.
NodeId Triangulator::State::clip_ears(NodeId ring) {
  const Node* nodes = m_rings.data();
  NodeId stop = ring;
  NodeId tip = ring;
  while (true) {
    const NodeId before = nodes[tip].prev;
    const NodeId after = nodes[tip].next;
    if (before == after) return k_no_node;
    if (is_ear(nodes, tip)) {
      emit(nodes[before], nodes[tip], nodes[after]);
      m_rings.remove(tip);
      // Stepping over the next vertex gives fewer slivers.
      tip = stop = nodes[after].next;
      continue;
    }
    tip = after;
    if (tip == stop) return tip;
  }
}

bool Triangulator::State::is_ear(const Node* nodes, NodeId tip) {
  const Node& b = nodes[tip];
  if (turn(nodes[b.prev], b, nodes[b.next]) <= 0) return false;
  if (m_visits_left == 0) return true;
  return m_hashed ? !curve_blocks(nodes, tip) : !ring_blocks(nodes, tip);
}

namespace {

/// The corner before - tip - after that may be an ear, with its box.
struct Ear {
  Ear(const Node* nodes, NodeId tip) : a(nodes[nodes[tip].prev]), b(nodes[tip]), c(nodes[nodes[tip].next]) {
    box.min_x = std::min({a.x, b.x, c.x});
    box.max_x = std::max({a.x, b.x, c.x});
    box.min_y = std::min({a.y, b.y, c.y});
    box.max_y = std::max({a.y, b.y, c.y});
  }
  /// True when node p keeps the ear from being cut off: it lies in it and is a corner that points
  /// outwards or touches it. A vertex at the place of `a` or `c` may: its edges cannot pass the ear
  /// without another vertex in it.
  bool blocked_by(const Node* nodes, const Node& p) const {
    return p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y && &p != &a &&
           &p != &c && in_triangle(a, b, c, p.x, p.y) && !same_place(p, a) &&
           turn(nodes[p.prev], p, nodes[p.next]) <= 0;
  }

  const Node& a;
  const Node& b;
  const Node& c;
  base::Box box;
};

}  // namespace

bool Triangulator::State::ring_blocks(const Node* nodes, NodeId tip) const {
  const Ear ear(nodes, tip);
  for (const Node* p = &nodes[ear.c.next]; p != &ear.a; p = &nodes[p->next]) {
    if (ear.blocked_by(nodes, *p)) return true;
  }
  return false;
}

/// As ring_blocks(), but looks only at the stretch of the z-order curve that can lie in the ear's box,
/// from the tip outwards in both directions.
bool Triangulator::State::curve_blocks(const Node* nodes, NodeId tip) {
  const Ear ear(nodes, tip);
  const std::uint32_t low = m_z_order(ear.box.min_x, ear.box.min_y);
  const std::uint32_t high = m_z_order(ear.box.max_x, ear.box.max_y);
  std::size_t visits = 0;
  bool blocked = false;
  for (NodeId id = ear.b.prev_z; !blocked && id != k_no_node && nodes[id].z >= low; id = nodes[id].prev_z) {
    blocked = ear.blocked_by(nodes, nodes[id]);
    ++visits;
  }
  for (NodeId id = ear.b.next_z; !blocked && id != k_no_node && nodes[id].z <= high; id = nodes[id].next_z) {
    blocked = ear.blocked_by(nodes, nodes[id]);
    ++visits;
  }
  m_visits_left -= std::min(m_visits_left, visits);
  return blocked;
}

/// Cuts the ring in two where two of its corners touch from within (a hole that touches its shell).
bool Triangulator::State::split_where_touching(NodeId ring) {
  m_keys.clear();
  NodeId id = ring;
  do {
    m_keys.push_back({0, id});
    id = m_rings[id].next;
  } while (id != ring);
  std::sort(m_keys.begin(), m_keys.end(), [&](const ZKey& p, const ZKey& q) {
    const Node& a = m_rings[p.id];
    const Node& b = m_rings[q.id];
    return a.x != b.x ? a.x < b.x : a.y != b.y ? a.y < b.y : p.id < q.id;
  });
  for (std::size_t i = 0; i < m_keys.size(); ++i) {
    const Node& a = m_rings[m_keys[i].id];
    for (std::size_t j = i + 1; j < m_keys.size(); ++j) {
      const Node& b = m_rings[m_keys[j].id];
      if (!same_place(a, b)) break;
      if (!m_rings.starts_inside(m_keys[i].id, m_rings[b.prev])) continue;
      if (!m_rings.starts_inside(m_keys[i].id, m_rings[b.next])) continue;
      cut(m_keys[i].id, m_keys[j].id);
      return true;
    }
  }
  return false;
}

/// Cuts the ring in two along any segment between two of its vertices that lies inside.
bool Triangulator::State::split_along_diagonal(NodeId ring) {
  NodeId a = ring;
  do {
    const NodeId before = m_rings[a].prev;
    for (NodeId b = m_rings[m_rings[a].next].next; b != before && m_search_left > 0; b = m_rings[b].next) {
      if (!is_diagonal(a, b)) continue;
      cut(a, b);
      return true;
    }
    a = m_rings[a].next;
  } while (a != ring && m_search_left > 0);
  return false;
}

bool Triangulator::State::is_diagonal(NodeId a, NodeId b) {
  --m_search_left;
  const Node& p = m_rings[a];
  const Node& q = m_rings[b];
  // Not along an edge that is there already, be it of another node at the same place.
  for (const NodeId neighbour : {p.prev, p.next}) {
    if (same_place(m_rings[neighbour], q)) return false;
  }
  for (const NodeId neighbour : {q.prev, q.next}) {
    if (same_place(m_rings[neighbour], p)) return false;
  }
  if (same_place(p, q)) return false;
  return m_rings.starts_inside(a, q) && m_rings.starts_inside(b, p) && !crosses_ring(a, b);
}

namespace {

int side(const Node& a, const Node& b, const Node& c) {
  const double area2 = turn(a, b, c);
  return area2 > 0 ? 1 : area2 < 0 ? -1 : 0;
}

bool within_box(const Node& a, const Node& b, const Node& p) {
  return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
         p.y <= std::max(a.y, b.y);
}

/// True when the segments a b and c d share a point.
bool segments_meet(const Node& a, const Node& b, const Node& c, const Node& d) {
  const int abc = side(a, b, c);
  const int abd = side(a, b, d);
  const int cda = side(c, d, a);
  const int cdb = side(c, d, b);
  if (abc != abd && cda != cdb) return true;
  return (abc == 0 && within_box(a, b, c)) || (abd == 0 && within_box(a, b, d)) ||
         (cda == 0 && within_box(c, d, a)) || (cdb == 0 && within_box(c, d, b));
}

}  // namespace

bool Triangulator::State::crosses_ring(NodeId a, NodeId b) {
  const Node& p = m_rings[a];
  const Node& q = m_rings[b];
  NodeId id = a;
  do {
    if (m_search_left == 0) return true;
    --m_search_left;
    const Node& c = m_rings[id];
    const Node& d = m_rings[c.next];
    id = c.next;
    const bool shares_end = same_place(c, p) || same_place(c, q) || same_place(d, p) || same_place(d, q);
    if (!shares_end && segments_meet(p, q, c, d)) return true;
  } while (id != a);
  return false;
}

/// The last resort for invalid rings: takes off the first corner that turns left, or ends the ring.
NodeId Triangulator::State::force_ear(NodeId ring) {
  NodeId id = ring;
  do {
    const Node node = m_rings[id];
    if (turn(m_rings[node.prev], node, m_rings[node.next]) > 0) {
      emit(m_rings[node.prev], node, m_rings[node.next]);
      m_rings.remove(id);
      return node.next;
    }
    id = node.next;
  } while (id != ring);
  m_rings[ring].prev = m_rings[ring].next = ring;
  return ring;
}

void Triangulator::State::cut(NodeId a, NodeId b) {
  m_work.push_back(a);
  if (same_place(m_rings[a], m_rings[b])) {
    m_rings.splice(a, b);
    m_work.push_back(b);
  } else {
    m_work.push_back(m_rings.split(a, b));
  }
}

void Triangulator::State::emit(const Node& a, const Node& b, const Node& c) {
  m_out->insert(m_out->end(), {a.vertex, b.vertex, c.vertex});
}

Triangulator::Triangulator() : m_state(std::make_unique<State>()) {}
Triangulator::~Triangulator() = default;
Triangulator::Triangulator(Triangulator&&) noexcept = default;
Triangulator& Triangulator::operator=(Triangulator&&) noexcept = default;

void Triangulator::part(const model::PolygonSet& polygons, std::size_t part,
                        std::vector<std::uint32_t>& triangles) {
  m_state->run(polygons, part, triangles);
}

void triangulate_part(const model::PolygonSet& polygons, std::size_t part,
                      std::vector<std::uint32_t>& triangles) {
  Triangulator().part(polygons, part, triangles);
}

}  // namespace ntmap::geom
