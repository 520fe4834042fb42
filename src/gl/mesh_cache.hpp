#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>

#include "gl/handle.hpp"
#include "scene/mesh.hpp"

namespace ntmap::gl {

/// One mesh on the GPU.
class MeshBuffers {
 public:
  explicit MeshBuffers(const scene::Mesh& mesh);

  // Draw calls with the program in use; nothing is drawn for an empty span.
  void draw_triangles(scene::MeshSpan indices) const;
  void draw_dots(scene::MeshSpan dots) const;
  void draw_segments(scene::MeshSpan segments) const;

 private:
  BufferHandle m_vertices;
  BufferHandle m_indices;
  BufferHandle m_dots;
  BufferHandle m_segments;
  VertexArrayHandle m_fill_array;
  VertexArrayHandle m_dot_array;
  VertexArrayHandle m_segment_array;
};

/// The meshes that are on the GPU: each uploaded when first drawn, and freed some time after the last
/// owner of the mesh has let it go. Needs one context, current at every call and at its end.
class MeshCache {
 public:
  const MeshBuffers& get(const std::shared_ptr<const scene::Mesh>& mesh);
  /// Frees what nobody owns any more.
  void collect();
  std::size_t size() const { return m_buffers.size(); }

 private:
  std::map<std::weak_ptr<const scene::Mesh>, MeshBuffers, std::owner_less<>> m_buffers;
};

}  // namespace ntmap::gl
