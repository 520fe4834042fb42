#pragma once

#include "base/geometry.hpp"
#include "gl/framebuffer.hpp"
#include "gl/picture_texture.hpp"
#include "sheet/packed_picture.hpp"
#include "ui/shown_picture.hpp"

namespace ntmap::ui {

/// A packed picture for the loading of textures, once; the packed one must outlive it.
gl::NextRows unpacked_rows(const sheet::PackedPicture& picture);

/// The scene on the stage: copied pixel by pixel where it is as large as its place, else drawn in that size.
/// Needs the window's GL context during its whole life.
class StagePicture {
 public:
  /// Another opaque picture from now on, which must live until the next.
  void take(const sheet::PackedPicture& picture);
  /// Puts it into the current ImGui window, filling a place on the screen (pixels).
  void draw(const base::Box& place);
  /// Whether draw() would copy it.
  bool fits(const base::Box& place) const;

 private:
  const sheet::PackedPicture* m_picture = nullptr;
  bool m_copy_loaded = false;
  bool m_texture_loaded = false;
  gl::Framebuffer m_copy;
  gl::PictureTexture m_texture;
  ShownPicture m_shown;
};

}  // namespace ntmap::ui
