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

#include "app/map/scene_content.hpp"
#include "app/map/video_preview.hpp"
#include "base/error.hpp"
#include "base/finding.hpp"
#include "base/geometry.hpp"
#include "model/scene.hpp"
#include "sheet/layout.hpp"
#include "sheet/packed_picture.hpp"

namespace ntmap::app {

/// How the scenes of a talk are painted.
struct SceneLook {
  sheet::Page page;
  base::Lang lang = base::Lang::vi;
  int preview_lines = 0;  ///< 720 or 360: as the other sites see it; 0: as it is
  double least_text = 0;  ///< least text size, of 1,080 lines; 0: the meeting style's own
  int fix_lines = 0;      ///< 720 or 360: texts enlarged until sites at that many lines read them; 0: not
  bool operator==(const SceneLook&) const = default;
};

inline constexpr int k_small_width = 480;  ///< pixels, of ScenePicture::small

/// A scene painted for the screen, and what is needed to know what lies under the mouse.
struct ScenePicture {
  model::Scene scene;
  SceneLook look;
  std::optional<SceneContent> content;  ///< nothing where the scene cannot be shown
  std::vector<sheet::MapFrame> frames;
  sheet::PackedPicture picture;  ///< empty where the scene cannot be shown
  sheet::PackedPicture small;    ///< the same, at most k_small_width wide
  double least_text = 0;         ///< that it was painted with, where the look asks for a fix
  std::optional<VideoPreview>
      preview;              ///< what the other sites see, where the look asks; its picture is in `picture`
  base::Findings findings;  ///< no data, old data, a target past its date, marks that are gone
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

  /// What is wanted now, most urgent first. Pictures of other scenes or looks are dropped; those of earlier
  /// data stay until they are painted anew. One that is being painted is finished.
  void want(const std::shared_ptr<ProjectData>& data, std::vector<model::Scene> scenes,
            const SceneLook& look);
  /// The picture of a scene that is wanted; null while it is not painted.
  std::shared_ptr<const ScenePicture> find(const model::Scene& scene) const;

 private:
  struct Task {
    std::shared_ptr<ProjectData> data;
    model::Scene scene;
    SceneLook look;
  };
  struct Ready {
    std::shared_ptr<ProjectData> data;  // it was painted from
    std::shared_ptr<const ScenePicture> picture;
  };
  void work(const std::stop_token& stop);
  void put(const Task& task, std::shared_ptr<const ScenePicture> picture);
  std::optional<Task> next_task() const;

  std::function<void()> m_wake;
  mutable std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::shared_ptr<ProjectData> m_data;
  std::vector<model::Scene> m_wanted;
  SceneLook m_look;
  std::vector<Ready> m_ready;
  std::jthread m_thread;  // last: it ends before the rest goes
};

}  // namespace ntmap::app
