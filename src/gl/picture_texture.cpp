#include "gl/picture_texture.hpp"

#include <epoxy/gl.h>

#include <array>
#include <stdexcept>

#include "gl/check.hpp"

namespace ntmap::gl {

void PictureTexture::load(int width, int height, std::span<const std::uint8_t> rgba) {
  if (width < 1 || height < 1 ||
      rgba.size() != 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
    throw std::invalid_argument("PictureTexture: size and bytes do not agree");
  }
  if (!m_texture) m_texture = make_texture();
  glBindTexture(GL_TEXTURE_2D, m_texture.name());
  if (width == m_width && height == m_height) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    for (const GLenum filter : std::array<GLenum, 2>{GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
      glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    m_width = width;
    m_height = height;
  }
  check_gl("picture texture");
}

}  // namespace ntmap::gl
