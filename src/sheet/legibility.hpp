#pragma once

#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "sheet/layout.hpp"
#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// How well one text of a sheet comes through.
struct TextLegibility {
  std::string text;
  base::Box box;     ///< page pixels
  double score = 0;  ///< 0..100: how much of the letters' shape and contrast is left
};

/// Texts below this score are told as lost. Chosen so that the meeting style's least text, which OCR reads
/// after 720 lines at 300 kbit/s, passes with our own codec (51) and with the encoder (56).
inline constexpr double k_readable_score = 45;

/// Compares every text of a sheet as painted and as received; both pictures have the page's size.
/// The score is the correlation of the letters' fine detail (what is left after a blur of the text's own
/// stroke width, so that flat areas do not count) times how much of its contrast is left.
std::vector<TextLegibility> legibility(const Layout& layout, const PictureView& painted,
                                       const PictureView& received);

}  // namespace ntmap::sheet
