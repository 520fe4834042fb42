#pragma once

#include <cstdint>
#include <span>

#include "gl/handle.hpp"

namespace ntmap::gl {

/// Coverage on the GPU, one byte a pixel: sampled it is white with that opacity, pixel by pixel as it lies.
/// Needs the context that made it to be current.
class MaskTexture {
 public:
  MaskTexture() = default;
  /// Rows from the top (v runs down). Requires width, height >= 1 and width * height bytes.
  MaskTexture(int width, int height, std::span<const std::uint8_t> coverage);
  std::uint32_t name() const { return m_texture.name(); }

 private:
  TextureHandle m_texture;
};

}  // namespace ntmap::gl
