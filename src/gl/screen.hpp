#pragma once

#include <array>
#include <cstdint>

namespace ntmap::gl {

/// Makes the window's own framebuffer the target, of that size in pixels, and fills it with a colour (0 to
/// 1).
void clear_screen(int width, int height, const std::array<float, 3>& colour);

/// Texels of a texture are taken as they are, not blended with their neighbours: for letters that are drawn
/// pixel by pixel this is sharper, and much cheaper without a graphics card.
void sample_nearest(std::uint32_t texture);

}  // namespace ntmap::gl
