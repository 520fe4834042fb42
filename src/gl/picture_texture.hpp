#pragma once

#include <cstdint>
#include <span>

#include "gl/handle.hpp"
#include "gl/picture_rows.hpp"

namespace ntmap::gl {

/// A finished picture on the GPU, to be shown by the interface (first row on top: v runs down).
/// Needs the context that made it to be current.
class PictureTexture {
 public:
  PictureTexture() = default;
  /// Brings a picture there: 4 bytes a pixel, rows from the top. A texture of the same size is used again.
  /// `smaller`: it is shown at less than its size too, and stays smooth there.
  /// Requires width, height >= 1 and width * height * 4 bytes.
  void load(int width, int height, std::span<const std::uint8_t> rgba, bool smaller = false);
  /// The same from rows that are made as they are needed: no whole picture lies in memory beside it.
  void load_rows(int width, int height, const NextRows& next, bool smaller = false);
  std::uint32_t name() const { return m_texture.name(); }
  int width() const { return m_width; }
  int height() const { return m_height; }

 private:
  void make(int width, int height, bool smaller);
  static void finish(bool smaller);

  int m_width = 0;
  int m_height = 0;
  TextureHandle m_texture;
};

}  // namespace ntmap::gl
