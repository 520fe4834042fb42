#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "gl/handle.hpp"
#include "gl/image.hpp"
#include "gl/picture_rows.hpp"

namespace ntmap::gl {

/// A box of pixels; rows count from the bottom, as GL has them.
struct Part {
  int left = 0;
  int bottom = 0;
  int width = 0;
  int height = 0;
};

/// A picture on the GPU that can be drawn into and shown as a texture (RGBA8, bottom row first, as GL
/// has it: show it with v flipped).
class Framebuffer {
 public:
  Framebuffer() = default;
  /// Requires 1 <= width, height <= max_size(). Throws Error{io} when memory lacks.
  Framebuffer(int width, int height);

  int width() const { return m_width; }
  int height() const { return m_height; }
  std::uint32_t texture() const { return m_texture.name(); }

  /// Takes a finished picture of this size: 4 bytes a pixel (red, green, blue, alpha), rows from the top.
  void load(std::span<const std::uint8_t> rgba) const;
  /// The same from rows that are made as they are needed: no whole picture lies in memory beside it.
  void load_rows(const NextRows& next) const;
  /// Draw calls go here from now on, over its whole size.
  void bind() const;
  /// Copies `from`, moved by whole pixels (right, up), into this one of the same size.
  void copy_moved(const Framebuffer& from, int right, int up) const;
  /// Fills a part with a colour (0 to 1) and becomes the target, as by bind().
  void clear(const Part& part, const std::array<float, 3>& colour) const;
  /// Copies a part of the picture to a part of the target that is bound, in another size if the parts have;
  /// leaves the state as it was.
  void copy_to_target(const Part& from, const Part& to) const;
  /// Copies the picture into the window's own framebuffer, which becomes the target.
  void copy_to_window() const;
  /// Reads the top left width x height pixels into `image` at column, row (from its top left).
  void read_into(Image& image, int column, int row, int width, int height) const;
  Image read() const;

  /// The largest side that this driver takes, at most 8192.
  static int max_size();

 private:
  int m_width = 0;
  int m_height = 0;
  TextureHandle m_texture;
  FramebufferHandle m_framebuffer;
};

}  // namespace ntmap::gl
