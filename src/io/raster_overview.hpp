#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ntmap::io {

/// One level of a picture, row-major.
template <class Pixel>
struct RasterLevel {
  int width = 0;
  int height = 0;
  std::vector<Pixel> pixels;
};

/// The picture at half its size (rounded up): each pixel is the most frequent of its four, and of equally
/// frequent ones the first in reading order that is not `outside`. Pixel is std::uint8_t or
/// std::uint32_t.
template <class Pixel>
RasterLevel<Pixel> half_by_mode(std::span<const Pixel> pixels, int width, int height, Pixel outside);

extern template RasterLevel<std::uint8_t> half_by_mode(std::span<const std::uint8_t>, int, int, std::uint8_t);
extern template RasterLevel<std::uint32_t> half_by_mode(std::span<const std::uint32_t>, int, int,
                                                        std::uint32_t);

}  // namespace ntmap::io
