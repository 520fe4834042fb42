#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ntmap::geom {

/// Number of a node in VertexRings.
using NodeId = std::uint32_t;
inline constexpr NodeId k_no_node = 0xffffffff;

/// One vertex of a ring that triangulation is cutting down. A vertex where a ring was split or a hole
/// was joined has two nodes.
struct Node {
  double x = 0;
  double y = 0;
  std::uint32_t vertex = 0;  ///< number in the PolygonSet
  NodeId prev = k_no_node;
  NodeId next = k_no_node;
  NodeId prev_z = k_no_node;  ///< neighbours along the z-order curve
  NodeId next_z = k_no_node;
  std::uint32_t z = 0;
};

/// A ring as it was added: its nodes are numbered first .. first + count - 1.
struct RingNodes {
  NodeId first = 0;
  std::uint32_t count = 0;
};

/// Twice the signed area of a triangle, positive when it runs counter-clockwise.
inline double turn(const Node& a, const Node& b, const Node& c) {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}
inline bool same_place(const Node& a, const Node& b) {
  return a.x == b.x && a.y == b.y;
}
/// True when p lies in the counter-clockwise triangle a b c or on its border.
inline bool in_triangle(const Node& a, const Node& b, const Node& c, double x, double y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0 &&
         (c.x - b.x) * (y - b.y) - (c.y - b.y) * (x - b.x) >= 0 &&
         (a.x - c.x) * (y - c.y) - (a.y - c.y) * (x - c.x) >= 0;
}

/// Doubly linked rings of nodes in one reusable block of memory. Rings have their inside on the left.
class VertexRings {
 public:
  void clear() { m_nodes.clear(); }
  std::size_t size() const { return m_nodes.size(); }
  Node& operator[](NodeId id) { return m_nodes[id]; }
  const Node& operator[](NodeId id) const { return m_nodes[id]; }
  /// Valid until the next add_ring() or split().
  Node* data() { return m_nodes.data(); }

  /// Adds the ring x0 y0 x1 y1 ..., walked backwards when asked; vertices repeated in a row become one
  /// node. Requires at least one vertex.
  RingNodes add_ring(std::span<const double> xy, std::uint32_t first_vertex, bool backwards);

  /// Takes a node out of its ring and off the z-order curve.
  void remove(NodeId id) {
    const Node node = m_nodes[id];
    m_nodes[node.prev].next = node.next;
    m_nodes[node.next].prev = node.prev;
    if (node.prev_z != k_no_node) m_nodes[node.prev_z].next_z = node.next_z;
    if (node.next_z != k_no_node) m_nodes[node.next_z].prev_z = node.prev_z;
  }

  /// Joins a and b there and back: cuts their ring in two, or makes one of two rings. Returns the new
  /// node at b's place; the new node at a's place follows it.
  NodeId split(NodeId a, NodeId b);

  /// As split() for two nodes at the same place, which needs no new nodes: swaps what follows them.
  void splice(NodeId a, NodeId b);

  /// Takes out repeated vertices and those in line with their neighbours, from `from` up to `to` (all
  /// round when they are equal). Returns a node that is still there.
  NodeId remove_flat(NodeId from, NodeId to);

  /// True when the segment from node `at` towards `target` starts on the inner side of the
  /// ring. Where the ring turns straight back there is nothing between.
  bool starts_inside(NodeId at, const Node& target) const;

 private:
  std::vector<Node> m_nodes;
};

}  // namespace ntmap::geom
