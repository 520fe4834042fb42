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

void segment_attributes() {
  using scene::MeshSegment;
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(MeshSegment), at(offsetof(MeshSegment, x0)));
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 2, GL_UNSIGNED_INT, sizeof(MeshSegment), at(offsetof(MeshSegment, left)));
}

// Each segment four times, once for each corner of its quad, which the shader knows by the number of
// the vertex. Instances would need a fourth of the memory, but software GL draws them one by one and
// takes four times as long.
std::vector<scene::MeshSegment> corners_of(const std::vector<scene::MeshSegment>& segments) {
  std::vector<scene::MeshSegment> corners;
  corners.reserve(4 * segments.size());
  for (const scene::MeshSegment& segment : segments) corners.insert(corners.end(), 4, segment);
  return corners;
}

std::vector<std::uint32_t> quad_indices(std::size_t quads) {
  std::vector<std::uint32_t> indices;
  indices.reserve(6 * quads);
  for (std::uint32_t first = 0; first < 4 * quads; first += 4) {
    for (std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices.push_back(first + corner);
  }
  return indices;
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
  m_segments = upload(GL_ARRAY_BUFFER, corners_of(mesh.segments));
  m_segment_indices = upload(GL_ELEMENT_ARRAY_BUFFER, quad_indices(mesh.segments.size()));
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
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(6 * segments.count), GL_UNSIGNED_INT,
                 at(6 * segments.first * sizeof(std::uint32_t)));
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
