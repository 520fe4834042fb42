#include "geom/vertex_ring.hpp"

#include <utility>

namespace ntmap::geom {

RingNodes VertexRings::add_ring(std::span<const double> xy, std::uint32_t first_vertex, bool backwards) {
  const auto given = static_cast<std::uint32_t>(xy.size() / 2);
  const auto first = static_cast<NodeId>(m_nodes.size());
  m_nodes.resize(m_nodes.size() + given);
  NodeId next = first;
  for (std::uint32_t i = 0; i < given; ++i) {
    const std::uint32_t from = backwards ? given - 1 - i : i;
    const double x = xy[2 * std::size_t{from}];
    const double y = xy[2 * std::size_t{from} + 1];
    if (next > first && m_nodes[next - 1].x == x && m_nodes[next - 1].y == y) continue;
    m_nodes[next] = {.x = x, .y = y, .vertex = first_vertex + from, .prev = next - 1, .next = next + 1};
    ++next;
  }
  while (next > first + 1 && same_place(m_nodes[first], m_nodes[next - 1])) --next;
  m_nodes.resize(next);
  m_nodes[first].prev = next - 1;
  m_nodes[next - 1].next = first;
  return {first, next - first};
}

NodeId VertexRings::split(NodeId a, NodeId b) {
  const auto a2 = static_cast<NodeId>(m_nodes.size());
  const NodeId b2 = a2 + 1;
  const NodeId after_a = m_nodes[a].next;
  const NodeId before_b = m_nodes[b].prev;
  for (const NodeId copied : {a, b}) {
    Node copy = m_nodes[copied];
    copy.prev_z = copy.next_z = k_no_node;
    m_nodes.push_back(copy);
  }
  m_nodes[a].next = b;
  m_nodes[b].prev = a;
  m_nodes[a2].next = after_a;
  m_nodes[after_a].prev = a2;
  m_nodes[b2].next = a2;
  m_nodes[a2].prev = b2;
  m_nodes[before_b].next = b2;
  m_nodes[b2].prev = before_b;
  return b2;
}

void VertexRings::splice(NodeId a, NodeId b) {
  std::swap(m_nodes[a].next, m_nodes[b].next);
  m_nodes[m_nodes[a].next].prev = a;
  m_nodes[m_nodes[b].next].prev = b;
}

NodeId VertexRings::remove_flat(NodeId from, NodeId to) {
  NodeId at = from;
  bool again = true;
  while (again || at != to) {
    const Node& node = m_nodes[at];
    again = false;
    if (same_place(node, m_nodes[node.next]) || turn(m_nodes[node.prev], node, m_nodes[node.next]) == 0) {
      const NodeId before = node.prev;
      const bool last = node.next == at || node.next == before;
      remove(at);
      at = to = before;
      if (last) return at;
      again = true;
    } else {
      at = node.next;
    }
  }
  return to;
}

bool VertexRings::starts_inside(NodeId at, const Node& target) const {
  const Node& a = m_nodes[at];
  const Node& before = m_nodes[a.prev];
  const Node& after = m_nodes[a.next];
  const double corner = turn(before, a, after);
  if (corner > 0) return turn(a, target, before) >= 0 && turn(a, after, target) >= 0;
  const bool turns_back =
      corner == 0 && (before.x - a.x) * (after.x - a.x) + (before.y - a.y) * (after.y - a.y) > 0;
  return !turns_back && (turn(a, target, before) >= 0 || turn(a, after, target) >= 0);
}

}  // namespace ntmap::geom
