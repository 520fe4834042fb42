#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"
#include "geom/vertex_ring.hpp"

namespace ntmap::geom {

/// Makes one ring of a shell and its holes by joining each hole's leftmost vertex to a vertex that it
/// sees on its left, leftmost hole first. Edges are searched through the boxes of short runs of edges,
/// so that thousands of holes stay quick.
/// Source of the method: Eberly, "Triangulation by ear clipping" (2002).
class HoleBridges {
 public:
  /// Requires at least one hole. A hole that lies outside the shell is left out.
  void join(VertexRings& rings, RingNodes shell, const std::vector<RingNodes>& holes);

 private:
  struct Run {
    NodeId first, end;
    base::Box box;
  };
  void add_edges(const VertexRings& rings, RingNodes ring);
  void extend_run(const VertexRings& rings, NodeId from);
  NodeId visible_from(const VertexRings& rings, NodeId hole) const;
  NodeId left_hit(const VertexRings& rings, NodeId hole, double& hit_x) const;
  NodeId nearest_in_sight(const VertexRings& rings, NodeId hole, NodeId end, double hit_x) const;

  std::vector<Run> m_runs;
  std::vector<std::uint32_t> m_run_of;  ///< run of each node
  std::vector<NodeId> m_leftmost;
};

}  // namespace ntmap::geom
