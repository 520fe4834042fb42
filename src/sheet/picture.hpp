#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace ntmap::sheet {

/// A picture owned elsewhere: 4 bytes a pixel (red, green, blue, alpha), rows from the top, no gaps.
struct PictureView {
  int width = 0;
  int height = 0;
  std::span<const std::uint8_t> rgba;
};

/// A picture of its own.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  PictureView view() const { return {width, height, rgba}; }
};

/// Writes a PNG: with a palette where the picture has at most 256 opaque colours, else as RGB, or RGBA when
/// a pixel is not opaque. `dpi`, in pixels an inch, is how large it is printed. Fast rather than small; the
/// same picture gives the same bytes.
/// Throws Error{io} when it cannot be written and Error{usage} for a picture without pixels.
void write_png(const std::filesystem::path& path, const PictureView& picture, double dpi = 96);

}  // namespace ntmap::sheet
