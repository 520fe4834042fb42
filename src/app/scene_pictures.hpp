#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "app/scene_content.hpp"
#include "base/error.hpp"
#include "base/geometry.hpp"
#include "model/scene.hpp"
#include "sheet/layout.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {

/// A scene painted for the screen, and what is needed to know what lies under the mouse.
struct ScenePicture {
  model::Scene scene;
  sheet::Page page;
  base::Lang lang = base::Lang::vi;
  std::optional<SceneContent> content;  ///< nothing where the scene cannot be shown
  std::vector<sheet::MapFrame> frames;
  sheet::Picture picture;               ///< empty where the scene cannot be shown
  std::optional<base::Error> failure;

  /// The unit under a page pixel.
  std::optional<std::uint32_t> unit_at(base::Vec2 pixel) const;
};

/// Paints the scenes of a talk ahead of time on a thread of its own, so that to change the scene is only to
/// show a picture that is there. Used from one thread, which `wake` wakes when a picture is ready.
class ScenePictures {
 public:
  explicit ScenePictures(std::function<void()> wake);
  ~ScenePictures();
  ScenePictures(const ScenePictures&) = delete;
  ScenePictures& operator=(const ScenePictures&) = delete;

  /// What is wanted now, most urgent first. Pictures of other scenes, sizes, languages or data are dropped;
  /// one that is being painted is finished.
  void want(const std::shared_ptr<ProjectData>& data, std::vector<model::Scene> scenes, const sheet::Page& page,
            base::Lang lang);
  /// The picture of a scene that is wanted; null while it is not painted.
  std::shared_ptr<const ScenePicture> find(const model::Scene& scene) const;

 private:
  struct Task {
    std::shared_ptr<ProjectData> data;
    model::Scene scene;
    sheet::Page page;
    base::Lang lang = base::Lang::vi;
  };
  void work(const std::stop_token& stop);
  std::optional<Task> next_task() const;

  std::function<void()> m_wake;
  mutable std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::shared_ptr<ProjectData> m_data;
  std::vector<model::Scene> m_wanted;
  sheet::Page m_page;
  base::Lang m_lang = base::Lang::vi;
  std::vector<std::shared_ptr<const ScenePicture>> m_ready;
  std::jthread m_thread;  // last: it ends before the rest goes
};

}  // namespace ntmap::app
