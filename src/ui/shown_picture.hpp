#pragma once

#include <array>
#include <cstddef>

#include "base/geometry.hpp"
#include "gl/framebuffer.hpp"

namespace ntmap::ui {

/// A picture that lies in an ImGui window as it is, copied: cheaper than drawn as a texture, which without a
/// graphics card takes longer than the map itself.
class ShownPicture {
 public:
  /// Puts it into the current window, its top left corner on whole pixels. `changed`: it is not what was
  /// shown before. Both, this and the picture, must live until the frame has been drawn.
  void show(const gl::Framebuffer& picture, base::Vec2 corner, bool changed);

 private:
  struct Place {
    const gl::Framebuffer* picture = nullptr;
    base::Vec2 corner;
  };
  std::array<Place, 2> m_places;  // another address says that the picture is another: see Damage
  std::size_t m_now = 0;
};

}  // namespace ntmap::ui
