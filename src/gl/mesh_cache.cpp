#include "gl/mesh_cache.hpp"

#include <epoxy/gl.h>

#include <cstddef>
#include <vector>

#include "gl/check.hpp"

namespace ntmap::gl {

namespace {

template <typename T>
BufferHandle upload(GLenum target, const std::vector<T>& data) {
  BufferHandle buffer = make_buffer();
  glBindBuffer(target, buffer.name());
  glBufferData(target, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STATIC_DRAW);
  return buffer;
}

const void* at(std::size_t offset) {
  return reinterpret_cast<const void*>(offset);
}

void vertex_attributes() {
  using scene::MeshVertex;
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MeshVertex), at(offsetof(MeshVertex, x)));
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, sizeof(MeshVertex), at(offsetof(MeshVertex, unit)));
}

// GL 3.3 has no base instance: the attributes begin where the span does.
void segment_attributes(std::size_t first) {
  using scene::MeshSegment;
  const std::size_t base = first * sizeof(MeshSegment);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(MeshSegment), at(base + offsetof(MeshSegment, x0)));
  glVertexAttribIPointer(1, 2, GL_UNSIGNED_INT, sizeof(MeshSegment), at(base + offsetof(MeshSegment, left)));
}

}  // namespace

MeshBuffers::MeshBuffers(const scene::Mesh& mesh)
    : m_fill_array(make_vertex_array()), m_dot_array(make_vertex_array()), m_segment_array(make_vertex_array()) {
  glBindVertexArray(m_fill_array.name());
  m_vertices = upload(GL_ARRAY_BUFFER, mesh.vertices);
  m_indices = upload(GL_ELEMENT_ARRAY_BUFFER, mesh.indices);
  vertex_attributes();
  glBindVertexArray(m_dot_array.name());
  m_dots = upload(GL_ARRAY_BUFFER, mesh.dots);
  vertex_attributes();
  glBindVertexArray(m_segment_array.name());
  m_segments = upload(GL_ARRAY_BUFFER, mesh.segments);
  for (GLuint attribute : {0u, 1u}) {
    glEnableVertexAttribArray(attribute);
    glVertexAttribDivisor(attribute, 1);
  }
  glBindVertexArray(0);
  check_gl("upload");
}

void MeshBuffers::draw_triangles(scene::MeshSpan indices) const {
  if (indices.count == 0) return;
  glBindVertexArray(m_fill_array.name());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(indices.count), GL_UNSIGNED_INT,
                 at(indices.first * sizeof(std::uint32_t)));
}

void MeshBuffers::draw_dots(scene::MeshSpan dots) const {
  if (dots.count == 0) return;
  glBindVertexArray(m_dot_array.name());
  glDrawArrays(GL_POINTS, static_cast<GLint>(dots.first), static_cast<GLsizei>(dots.count));
}

void MeshBuffers::draw_segments(scene::MeshSpan segments) const {
  if (segments.count == 0) return;
  glBindVertexArray(m_segment_array.name());
  glBindBuffer(GL_ARRAY_BUFFER, m_segments.name());
  segment_attributes(segments.first);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(segments.count));
}

const MeshBuffers& MeshCache::get(const std::shared_ptr<const scene::Mesh>& mesh) {
  const auto found = m_buffers.find(mesh);
  if (found != m_buffers.end()) return found->second;
  return m_buffers.emplace(mesh, MeshBuffers(*mesh)).first->second;
}

void MeshCache::collect() {
  std::erase_if(m_buffers, [](const auto& entry) { return entry.first.expired(); });
}

}  // namespace ntmap::gl
