#pragma once

#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// How a screen share squeezes a picture.
struct CodecSettings {
  int lines = 720;     ///< height that is sent; the width follows
  int quantiser = 32;  ///< H.264's QP: 6 more doubles the step
};

/// The picture brought to another size by averaging (smaller) or bilinear interpolation (larger).
Picture resized(const PictureView& picture, int width, int height);

/// The picture as others see it, in its own size: brought to `lines`, colours at half resolution (4:2:0),
/// blocks of 8 x 8 transformed (DCT) and quantised as H.264 does within a picture, and enlarged again. What
/// the codec does over time, sharpening a still picture bit by bit, is left out: this is the first second.
/// Source of the step: ITU-T H.264, clause 8.5 (0.625 at QP 0, doubling every 6).
/// Throws Error{usage} for a picture without pixels.
Picture through_codec(const PictureView& picture, const CodecSettings& settings);

}  // namespace ntmap::sheet
