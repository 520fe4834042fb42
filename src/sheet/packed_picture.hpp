#pragma once

#include <cstdint>
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

  Picture unpacked() const;
};

/// Packs a picture. Requires 4 bytes for each of its pixels.
PackedPicture packed(const PictureView& picture);

}  // namespace ntmap::sheet
