#include "gl/framebuffer.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "gl/check.hpp"

namespace ntmap::gl {

namespace {

constexpr int k_largest = 8192;

}  // namespace

int Framebuffer::max_size() {
  GLint size = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
  return std::min(size, k_largest);
}

Framebuffer::Framebuffer(int width, int height)
    : m_width(width), m_height(height), m_texture(make_texture()), m_framebuffer(make_framebuffer()) {
  if (width < 1 || height < 1 || width > max_size() || height > max_size()) {
    throw std::invalid_argument("Framebuffer: size out of range");
  }
  glBindTexture(GL_TEXTURE_2D, m_texture.name());
  // In the window's own order of bytes, so that copies between both need no shader.
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, nullptr);
  for (const GLenum filter : std::array<GLenum, 2>{GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
    glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.name(), 0);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  check_gl("framebuffer");
}

void Framebuffer::load_rows(const NextRows& next) const {
  const std::size_t row = 4 * static_cast<std::size_t>(m_width);
  glBindTexture(GL_TEXTURE_2D, m_texture.name());
  // Turned round here: drivers take several times longer to bring bytes into another order.
  for_some_rows(m_width, m_height, next, [&](int first, int count, std::span<std::uint8_t> rows) {
    for (std::size_t i = 0; i < rows.size(); i += 4) std::swap(rows[i], rows[i + 2]);
    for (std::size_t up = 0, down = static_cast<std::size_t>(count) - 1; up < down; ++up, --down)
      std::swap_ranges(&rows[row * up], &rows[row * up] + row, &rows[row * down]);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, m_height - first - count, m_width, count, GL_BGRA, GL_UNSIGNED_BYTE,
                    rows.data());
  });
  check_gl("picture");
}

void Framebuffer::load(std::span<const std::uint8_t> rgba) const {
  if (rgba.size() != 4 * static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height))
    throw std::invalid_argument("Framebuffer: size and bytes do not agree");
  load_rows([left = rgba](std::span<std::uint8_t> rows) mutable {
    std::copy_n(left.begin(), rows.size(), rows.begin());
    left = left.subspan(rows.size());
  });
}

void Framebuffer::bind() const {
  glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer.name());
  glViewport(0, 0, m_width, m_height);
}

void Framebuffer::copy_moved(const Framebuffer& from, int right, int up) const {
  const int x0 = std::max(0, right);
  const int y0 = std::max(0, up);
  const int x1 = std::min(m_width, m_width + right);
  const int y1 = std::min(m_height, m_height + up);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from.m_framebuffer.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_framebuffer.name());
  glBlitFramebuffer(x0 - right, y0 - up, x1 - right, y1 - up, x0, y0, x1, y1, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
}

void Framebuffer::clear(const Part& part, const std::array<float, 3>& colour) const {
  bind();
  glEnable(GL_SCISSOR_TEST);
  glScissor(part.left, part.bottom, part.width, part.height);
  glClearColor(colour[0], colour[1], colour[2], 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glDisable(GL_SCISSOR_TEST);
}

void Framebuffer::copy_to_target(const Part& from, const Part& to) const {
  GLint target = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
  const GLboolean scissor = glIsEnabled(GL_SCISSOR_TEST);
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.name());
  glBlitFramebuffer(from.left, from.bottom, from.left + from.width, from.bottom + from.height, to.left,
                    to.bottom, to.left + to.width, to.bottom + to.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(target));
  if (scissor == GL_TRUE) glEnable(GL_SCISSOR_TEST);
}

void Framebuffer::copy_to_window() const {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  const Part whole{0, 0, m_width, m_height};
  copy_to_target(whole, whole);
}

void Framebuffer::read_into(Image& image, int column, int row, int width, int height) const {
  const auto stride = static_cast<std::size_t>(width) * 4;
  std::vector<std::uint8_t> pixels(stride * static_cast<std::size_t>(height));
  glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.name());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, m_height - height, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
  check_gl("read-back");
  for (int y = 0; y < height; ++y) {
    std::memcpy(image.row(row + y) + static_cast<std::size_t>(column) * 4,
                pixels.data() + stride * static_cast<std::size_t>(height - 1 - y), stride);
  }
}

Image Framebuffer::read() const {
  Image image(m_width, m_height);
  read_into(image, 0, 0, m_width, m_height);
  return image;
}

}  // namespace ntmap::gl
