#pragma once

#include <memory>
#include <string>

namespace ntmap::gl {

/// An OpenGL 3.3 core context without window or display (EGL, surfaceless), current on the thread that
/// made it until it is destroyed there. About 20 ms to make with software GL.
class HeadlessContext {
 public:
  /// Throws Error{not_found} where EGL or OpenGL 3.3 is missing.
  HeadlessContext();
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// "4.5 (Core Profile) Mesa 22.3.6, llvmpipe (LLVM 15.0.6, 256 bits)" of the current context.
std::string describe_context();

/// Throws Error{not_found} when the current context is older than OpenGL 3.3.
void require_gl_33();

}  // namespace ntmap::gl
