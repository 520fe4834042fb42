#pragma once

namespace ntmap::gl {

/// Makes the window's own framebuffer the target, of that size in pixels, and clears it.
void clear_screen(int width, int height);

}  // namespace ntmap::gl
