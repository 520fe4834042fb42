#include "sheet/shrink.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ntmap::sheet {

Picture shrunk(const PictureView& picture, int part) {
  Picture out{picture.width / part, picture.height / part, {}};
  out.rgba.resize(4 * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  const auto row = 4 * static_cast<std::size_t>(picture.width);
  const auto step = 4 * static_cast<std::size_t>(part);
  const auto pixels = static_cast<unsigned>(part * part);
  std::size_t to = 0;
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      std::array<unsigned, 4> sum{};
      for (int i = 0; i < part; ++i) {
        const std::size_t from =
            static_cast<std::size_t>(y * part + i) * row + static_cast<std::size_t>(x) * step;
        for (std::size_t at = 0; at < step; ++at) sum[at % 4] += picture.rgba[from + at];
      }
      for (const unsigned channel : sum)
        out.rgba[to++] = static_cast<std::uint8_t>((channel + pixels / 2) / pixels);
    }
  }
  return out;
}

}  // namespace ntmap::sheet
