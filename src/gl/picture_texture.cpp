#include "gl/picture_texture.hpp"

#include <epoxy/gl.h>

#include <stdexcept>

#include "gl/check.hpp"

namespace ntmap::gl {

void PictureTexture::make(int width, int height, bool smaller) {
  if (!m_texture) m_texture = make_texture();
  glBindTexture(GL_TEXTURE_2D, m_texture.name());
  if (width != m_width || height != m_height) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    m_width = width;
    m_height = height;
  }
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, smaller ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
}

void PictureTexture::finish(bool smaller) {
  if (smaller) glGenerateMipmap(GL_TEXTURE_2D);
  check_gl("picture texture");
}

void PictureTexture::load(int width, int height, std::span<const std::uint8_t> rgba, bool smaller) {
  if (width < 1 || height < 1 ||
      rgba.size() != 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
    throw std::invalid_argument("PictureTexture: size and bytes do not agree");
  }
  make(width, height, smaller);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  finish(smaller);
}

void PictureTexture::load_rows(int width, int height, const NextRows& next, bool smaller) {
  if (width < 1 || height < 1) throw std::invalid_argument("PictureTexture: a picture without pixels");
  make(width, height, smaller);
  for_some_rows(width, height, next, [&](int first, int count, std::span<const std::uint8_t> rows) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, first, width, count, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
  });
  finish(smaller);
}

}  // namespace ntmap::gl
