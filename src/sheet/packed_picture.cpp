#include "sheet/packed_picture.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace ntmap::sheet {
namespace {

constexpr std::uint32_t k_as_they_are = 1U << 31U;  // marks the count of pixels that follow as they are
constexpr std::size_t k_most = k_as_they_are - 1;
constexpr std::size_t k_least_run = 3;  // shorter ones would take more than they save

std::uint32_t pixel_at(const PictureView& picture, std::size_t at) {
  std::uint32_t pixel = 0;
  std::memcpy(&pixel, picture.rgba.data() + 4 * at, sizeof pixel);
  return pixel;
}

/// How many pixels from `at` on are the same.
std::size_t run_at(const PictureView& picture, std::size_t at, std::size_t count) {
  const std::uint32_t first = pixel_at(picture, at);
  std::size_t end = at + 1;
  while (end < count && end - at < k_most && pixel_at(picture, end) == first) ++end;
  return end - at;
}

/// Calls `take(first pixel, count, whether they are all the same)` for the pieces of a picture in their
/// order.
template <class Take>
void for_each_piece(const PictureView& picture, const Take& take) {
  const std::size_t count = picture.rgba.size() / 4;
  std::size_t begin = 0;  // of pixels that no run holds
  const auto take_single_ones = [&](std::size_t end) {
    while (begin < end) {
      const std::size_t some = std::min(end - begin, k_most);
      take(begin, some, false);
      begin += some;
    }
  };
  for (std::size_t at = 0; at < count;) {
    const std::size_t run = run_at(picture, at, count);
    if (run >= k_least_run) {
      take_single_ones(at);
      take(at, run, true);
      begin = at + run;
    }
    at += run;
  }
  take_single_ones(count);
}

}  // namespace

PackedPicture packed(const PictureView& picture) {
  // Counted first: a vector that grows would for a moment take three times what it holds.
  std::size_t size = 0;
  for_each_piece(picture, [&](std::size_t, std::size_t count, bool same) { size += same ? 2 : 1 + count; });
  PackedPicture out{picture.width, picture.height, {}};
  out.words.reserve(size);
  for_each_piece(picture, [&](std::size_t first, std::size_t count, bool same) {
    out.words.push_back(static_cast<std::uint32_t>(count) | (same ? 0 : k_as_they_are));
    for (std::size_t i = first; i < first + (same ? 1 : count); ++i)
      out.words.push_back(pixel_at(picture, i));
  });
  return out;
}

void Unpacker::next(std::span<std::uint8_t> rgba) {
  std::uint8_t* to = rgba.data();
  for (std::size_t wanted = rgba.size() / 4; wanted > 0;) {
    const bool as_they_are = (m_words[0] & k_as_they_are) != 0;
    const std::size_t count = m_words[0] & ~k_as_they_are;
    const std::size_t some = std::min(wanted, count - m_taken);
    if (as_they_are) {
      std::memcpy(to, m_words.data() + 1 + m_taken, 4 * some);
    } else {
      for (std::size_t i = 0; i < some; ++i) std::memcpy(to + 4 * i, m_words.data() + 1, 4);
    }
    to += 4 * some;
    wanted -= some;
    m_taken += some;
    if (m_taken < count) return;
    m_words = m_words.subspan(1 + (as_they_are ? count : 1));
    m_taken = 0;
  }
}

Picture PackedPicture::unpacked() const {
  std::vector<std::uint8_t> rgba(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  Unpacker(*this).next(rgba);
  return {width, height, std::move(rgba)};
}

}  // namespace ntmap::sheet
