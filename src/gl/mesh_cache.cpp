#include "gl/mesh_cache.hpp"

#include <epoxy/gl.h>

#include <cstddef>
#include <vector>

#include "gl/check.hpp"

namespace ntmap::gl {

namespace {

constexpr std::uint32_t k_corners = 3;  // of what a segment is drawn as

template <typename T>
BufferHandle upload(GLenum target, const std::vector<T>& data) {
  BufferHandle buffer = make_buffer();
  glBindBuffer(target, buffer.name());
  glBufferData(target, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STATIC_DRAW);
  return buffer;
}

const void* at(std::size_t offset) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenGL takes an offset as a pointer.
  return reinterpret_cast<const void*>(offset);
}

void vertex_attributes() {
  using scene::MeshVertex;
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MeshVertex), at(offsetof(MeshVertex, x)));
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, sizeof(MeshVertex), at(offsetof(MeshVertex, unit)));
}

void segment_attributes() {
  using scene::MeshSegment;
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(MeshSegment), at(offsetof(MeshSegment, x0)));
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 2, GL_UNSIGNED_INT, sizeof(MeshSegment), at(offsetof(MeshSegment, left)));
}

// Each segment three times, once for each corner of its triangle, which the shader knows by the number
// of the vertex. Instances would need a third of the memory, but software GL draws them one by one.
std::vector<scene::MeshSegment> corners_of(const std::vector<scene::MeshSegment>& segments) {
  std::vector<scene::MeshSegment> corners;
  corners.reserve(k_corners * segments.size());
  for (const scene::MeshSegment& segment : segments) corners.insert(corners.end(), k_corners, segment);
  return corners;
}

}  // namespace

MeshBuffers::MeshBuffers(const scene::Mesh& mesh)
    : m_fill_array(make_vertex_array()),
      m_dot_array(make_vertex_array()),
      m_segment_array(make_vertex_array()) {
  glBindVertexArray(m_fill_array.name());
  m_vertices = upload(GL_ARRAY_BUFFER, mesh.vertices);
  m_indices = upload(GL_ELEMENT_ARRAY_BUFFER, mesh.indices);
  vertex_attributes();
  glBindVertexArray(m_dot_array.name());
  m_dots = upload(GL_ARRAY_BUFFER, mesh.dots);
  vertex_attributes();
  glBindVertexArray(m_segment_array.name());
  m_segments = upload(GL_ARRAY_BUFFER, corners_of(mesh.segments));
  segment_attributes();
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
  glDrawArrays(GL_TRIANGLES, static_cast<GLint>(k_corners * segments.first),
               static_cast<GLsizei>(k_corners * segments.count));
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
