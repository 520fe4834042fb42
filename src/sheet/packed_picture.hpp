#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// A picture kept without loss until it is needed: pixels of one colour in a row are one run. A map sheet
/// takes a fifth of its size or less, noise hardly more than it had; a full screen is unpacked in about two
/// milliseconds.
struct PackedPicture {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> words;  ///< counts, each before the pixel or pixels that it speaks of

  /// All of it at once; see Unpacker.
  Picture unpacked() const;
};

/// Unpacks a picture from its beginning, as much at a time as is asked for: what takes it row by row needs no
/// whole one beside it. The packed one must outlive it.
class Unpacker {
 public:
  explicit Unpacker(const PackedPicture& picture) : m_words(picture.words) {}
  /// The next pixels, 4 bytes each. Requires that as many are left.
  void next(std::span<std::uint8_t> rgba);

 private:
  std::span<const std::uint32_t> m_words;  ///< from the count of the piece at hand
  std::size_t m_taken = 0;                 ///< pixels of that piece
};

/// Packs a picture. Requires 4 bytes for each of its pixels.
PackedPicture packed(const PictureView& picture);

}  // namespace ntmap::sheet
