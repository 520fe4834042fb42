#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/deck/scene_pictures.hpp"
#include "base/text.hpp"
#include "model/scene.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// What a scene says and plans, in fields. A field that is left is one change, which can be undone.
class SceneEditor {
 public:
  /// Draws the fields into the current Dear ImGui window. `picture` shows what the caption comes to; null
  /// while it is not painted.
  void draw(Desk& desk, const model::Scene& scene, const app::ScenePicture* picture);

 private:
  void take(const model::Scene& scene, base::Lang lang);
  void draw_caption(Desk& desk, const app::ScenePicture* picture);
  void draw_plan(Desk& desk);
  void draw_due(Desk& desk);
  void draw_annotations(Desk& desk);
  void put(Desk& desk);

  model::Scene m_scene;  // as the project has it
  base::Lang m_lang = base::Lang::vi;
  model::Scene m_edited;
  std::string m_title;
  std::string m_caption;
  std::string m_notes;
  std::string m_due;
};

}  // namespace ntmap::ui
