#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ntmap::gl {

/// Fills the next rows of a picture, from the top: 4 bytes a pixel (red, green, blue, alpha).
using NextRows = std::function<void(std::span<std::uint8_t> rgba)>;

/// Calls `take(first row, count, their bytes)` for a picture of that size, some rows at a time.
template <class Take>
void for_some_rows(int width, int height, const NextRows& next, const Take& take) {
  constexpr int k_rows = 64;  // half a megabyte of a full screen
  std::vector<std::uint8_t> rows;
  for (int first = 0; first < height; first += k_rows) {
    const int count = std::min(k_rows, height - first);
    rows.resize(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(count));
    next(rows);
    take(first, count, std::span<std::uint8_t>(rows));
  }
}

}  // namespace ntmap::gl
