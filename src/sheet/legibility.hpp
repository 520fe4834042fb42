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

/// Texts below this score are told as lost. Held against OCR (tests/meeting/legibility_limit_test.cpp): read
/// to the letter are 91 % of the texts above it and 37 % of those below at 720 lines, 76 % and 31 % at 360,
/// where the fine detail that the score looks at is gone before the letters are, so that the limit is lower.
constexpr double readable_score(int lines) {
  return lines <= 360 ? 25 : 50;
}

/// Compares every text of a sheet as painted and as received; both pictures have the page's size.
/// The score is the correlation of the letters' fine detail (what is left after a blur of the text's own
/// stroke width, so that flat areas do not count) times how much of its contrast is left.
std::vector<TextLegibility> legibility(const Layout& layout, const PictureView& painted,
                                       const PictureView& received);

}  // namespace ntmap::sheet
