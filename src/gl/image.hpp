#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/colour.hpp"

namespace ntmap::gl {

/// A picture: rows from the top, four bytes a pixel (red, green, blue, alpha).
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  Image() = default;
  Image(int w, int h)
      : width(w), height(h), rgba(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}

  std::uint8_t* row(int y) {
    return rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4;
  }
  const std::uint8_t* row(int y) const {
    return rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4;
  }
  model::Rgb at(int x, int y) const {
    const std::uint8_t* p = row(y) + static_cast<std::size_t>(x) * 4;
    return {p[0], p[1], p[2]};
  }
};

}  // namespace ntmap::gl
