#include "geom/vertex_ring.hpp"

namespace ntmap::geom {

NodeId VertexRings::add_ring(std::span<const double> xy, std::uint32_t first_vertex, bool backwards) {
  const auto count = static_cast<NodeId>(xy.size() / 2);
  const auto first = static_cast<NodeId>(m_nodes.size());
  m_nodes.resize(m_nodes.size() + count);
  for (NodeId i = 0; i < count; ++i) {
    const NodeId from = backwards ? count - 1 - i : i;
    Node& node = m_nodes[first + i];
    node.x = xy[2 * std::size_t{from}];
    node.y = xy[2 * std::size_t{from} + 1];
    node.vertex = first_vertex + from;
    node.prev = first + (i == 0 ? count : i) - 1;
    node.next = first + (i + 1 == count ? 0 : i + 1);
  }
  return first;
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
  return turn(before, a, after) > 0 ? turn(a, target, before) >= 0 && turn(a, after, target) >= 0
                                    : turn(a, target, before) > 0 || turn(a, after, target) > 0;
}

}  // namespace ntmap::geom
