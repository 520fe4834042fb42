#include "gl/mask_texture.hpp"

#include <epoxy/gl.h>

#include <array>
#include <cstddef>
#include <stdexcept>

#include "gl/check.hpp"
#include "gl/screen.hpp"

namespace ntmap::gl {

MaskTexture::MaskTexture(int width, int height, std::span<const std::uint8_t> coverage) {
  if (width < 1 || height < 1 ||
      coverage.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
    throw std::invalid_argument("MaskTexture: size and bytes do not agree");
  }
  m_texture = make_texture();
  sample_nearest(m_texture.name());
  constexpr std::array<GLint, 4> k_white{GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, k_white.data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, coverage.data());
  constexpr GLint k_default_alignment = 4;
  glPixelStorei(GL_UNPACK_ALIGNMENT, k_default_alignment);
  check_gl("mask texture");
}

}  // namespace ntmap::gl
