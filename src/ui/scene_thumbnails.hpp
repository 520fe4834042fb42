#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/deck/scene_pictures.hpp"
#include "gl/picture_texture.hpp"

namespace ntmap::ui {

/// Small pictures of scenes as textures, by the scene's id. Needs the window's GL context.
class SceneThumbnails {
 public:
  /// Draws the scene's small picture `width` pixels wide at the cursor of the current Dear ImGui window, as
  /// 16:9; an empty box where there is no picture (yet).
  void draw(const std::string& id, const std::shared_ptr<const app::ScenePicture>& picture, float width);
  void clear() { m_textures.clear(); }

 private:
  struct Loaded {
    std::shared_ptr<const app::ScenePicture> picture;
    gl::PictureTexture texture;
  };
  std::map<std::string, Loaded> m_textures;
};

}  // namespace ntmap::ui
