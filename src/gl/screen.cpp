#include "gl/screen.hpp"

#include <epoxy/gl.h>

namespace ntmap::gl {

void clear_screen(int width, int height) {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  glClearColor(0.97F, 0.96F, 0.94F, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void sample_nearest(std::uint32_t texture) {
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

}  // namespace ntmap::gl
