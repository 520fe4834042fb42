#pragma once

#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// The picture at a whole part of its size, each pixel the mean of `part` x `part`; what is left over at the
/// right and lower edge is cut off. Requires 1 <= part <= width and height.
Picture shrunk(const PictureView& picture, int part);

}  // namespace ntmap::sheet
