#pragma once

#include <cstddef>
#include <optional>

#include "app/deck/presentation.hpp"
#include "app/deck/scene_pictures.hpp"
#include "model/project.hpp"
#include "ui/desk.hpp"
#include "ui/scene_thumbnails.hpp"

namespace ntmap::ui {

/// All scenes of the talk as small pictures over the audience's, to choose one by mouse or keys.
class SceneOverview {
 public:
  bool open() const { return m_open; }
  /// Opens with the scene that is shown, or closes.
  void toggle(const app::Presentation& talk);
  void close() { m_open = false; }
  /// Takes arrows, Enter and the mouse and draws over the whole window; the number of the scene that was
  /// chosen, from 1.
  std::optional<std::size_t> draw(const Desk& desk, const app::Presentation& talk,
                                  const app::ScenePictures& pictures, const model::Project& project);
  /// Textures go while the context is there.
  void clear() { m_thumbnails.clear(); }

 private:
  void use_keys(std::size_t count, int columns);

  bool m_open = false;
  std::size_t m_at = 1;  // the scene that Enter would choose
  SceneThumbnails m_thumbnails;
};

}  // namespace ntmap::ui
