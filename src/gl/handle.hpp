#pragma once

#include <cstdint>
#include <utility>

namespace ntmap::gl {

enum class HandleKind : std::uint8_t { buffer, vertex_array, texture, framebuffer, program, shader };

/// Frees a GL object; needs the context that made it to be current.
void release(HandleKind kind, std::uint32_t name);

/// Owns one GL object. Move-only; 0 owns nothing.
template <HandleKind Kind>
class Handle {
 public:
  Handle() = default;
  explicit Handle(std::uint32_t name) : m_name(name) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      m_name = std::exchange(other.m_name, 0);
    }
    return *this;
  }

  std::uint32_t name() const { return m_name; }
  explicit operator bool() const { return m_name != 0; }

 private:
  void reset() {
    if (m_name != 0) release(Kind, m_name);
    m_name = 0;
  }
  std::uint32_t m_name = 0;
};

using BufferHandle = Handle<HandleKind::buffer>;
using VertexArrayHandle = Handle<HandleKind::vertex_array>;
using TextureHandle = Handle<HandleKind::texture>;
using FramebufferHandle = Handle<HandleKind::framebuffer>;
using ProgramHandle = Handle<HandleKind::program>;
using ShaderHandle = Handle<HandleKind::shader>;

BufferHandle make_buffer();
VertexArrayHandle make_vertex_array();
TextureHandle make_texture();
FramebufferHandle make_framebuffer();

}  // namespace ntmap::gl
