#pragma once

#include <string>
#include <string_view>
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

/// A text whose score is below this is told as lost, sent at 720 or 360 lines. The small marks go first,
/// "Cẩm" is read as "Cấm": a text with a hook or a tilde needs more, and so does one with two marks on a
/// letter. Held against OCR (tests/meeting/legibility_limit_test.cpp, docs/presenting.md).
double readable_score(std::string_view text, int lines);

/// Compares every text of a sheet as painted and as received; both pictures have the page's size.
/// The score is the correlation of the letters' fine detail (what is left after a blur of the text's own
/// stroke width, so that flat areas do not count) times how much of its contrast is left.
std::vector<TextLegibility> legibility(const Layout& layout, const PictureView& painted,
                                       const PictureView& received);

}  // namespace ntmap::sheet
