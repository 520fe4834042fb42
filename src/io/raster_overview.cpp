#include "io/raster_overview.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace ntmap::io {
namespace {

template <class Pixel>
Pixel mode_of(Pixel a, Pixel b, Pixel c, Pixel d, Pixel outside) {
  const int of_a = 1 + (a == b) + (a == c) + (a == d);
  const int of_b = 1 + (b == c) + (b == d);
  const int of_c = 1 + (c == d);
  const int most = std::max({of_a, of_b, of_c});
  if (of_a == most && a != outside) return a;
  if (of_b == most && b != outside) return b;
  if (of_c == most && c != outside) return c;
  return outside;
}

}  // namespace

template <class Pixel>
RasterLevel<Pixel> half_by_mode(std::span<const Pixel> pixels, int width, int height, Pixel outside) {
  RasterLevel<Pixel> half{(width + 1) / 2, (height + 1) / 2, {}};
  const auto columns = static_cast<std::size_t>(half.width);
  const auto wide = static_cast<std::size_t>(width);
  half.pixels.resize(columns * static_cast<std::size_t>(half.height));
  base::parallel_for(static_cast<std::size_t>(half.height), 64, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      const Pixel* const upper = pixels.data() + 2 * row * wide;
      // An odd last row or column stands twice.
      const Pixel* const lower = 2 * row + 1 < static_cast<std::size_t>(height) ? upper + wide : upper;
      Pixel* const out = half.pixels.data() + row * columns;
      for (std::size_t i = 0; i < columns; ++i) {
        const std::size_t left = 2 * i;
        const std::size_t right = std::min(left + 1, wide - 1);
        const Pixel a = upper[left];
        const bool same = a == upper[right] && a == lower[left] && a == lower[right];
        out[i] = same ? a : mode_of(a, upper[right], lower[left], lower[right], outside);
      }
    }
  });
  return half;
}

template RasterLevel<std::uint8_t> half_by_mode(std::span<const std::uint8_t>, int, int, std::uint8_t);
template RasterLevel<std::uint32_t> half_by_mode(std::span<const std::uint32_t>, int, int, std::uint32_t);

}  // namespace ntmap::io
