#include "gl/handle.hpp"

#include <epoxy/gl.h>

namespace ntmap::gl {
namespace {

/// A program that is deleted while it is in use goes only with the next one. Who puts back what was in use
/// (Dear ImGui does) would then name a program that is gone.
void release_program(std::uint32_t name) {
  GLint used = 0;
  glGetIntegerv(GL_CURRENT_PROGRAM, &used);
  if (static_cast<std::uint32_t>(used) == name) glUseProgram(0);
  glDeleteProgram(name);
}

}  // namespace

void release(HandleKind kind, std::uint32_t name) {
  switch (kind) {
    case HandleKind::buffer:
      glDeleteBuffers(1, &name);
      return;
    case HandleKind::vertex_array:
      glDeleteVertexArrays(1, &name);
      return;
    case HandleKind::texture:
      glDeleteTextures(1, &name);
      return;
    case HandleKind::framebuffer:
      glDeleteFramebuffers(1, &name);
      return;
    case HandleKind::program:
      release_program(name);
      return;
    case HandleKind::shader:
      glDeleteShader(name);
      return;
  }
}

BufferHandle make_buffer() {
  GLuint name = 0;
  glGenBuffers(1, &name);
  return BufferHandle(name);
}

VertexArrayHandle make_vertex_array() {
  GLuint name = 0;
  glGenVertexArrays(1, &name);
  return VertexArrayHandle(name);
}

TextureHandle make_texture() {
  GLuint name = 0;
  glGenTextures(1, &name);
  return TextureHandle(name);
}

FramebufferHandle make_framebuffer() {
  GLuint name = 0;
  glGenFramebuffers(1, &name);
  return FramebufferHandle(name);
}

}  // namespace ntmap::gl
