#include "gl/screen.hpp"

#include <epoxy/gl.h>

namespace ntmap::gl {

void clear_screen(int width, int height) {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  glClearColor(0.97F, 0.96F, 0.94F, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace ntmap::gl
