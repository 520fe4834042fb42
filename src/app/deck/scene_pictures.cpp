#include "app/deck/scene_pictures.hpp"

#include <algorithm>
#include <utility>

#include "app/map/map_sheet.hpp"
#include "app/map/video_preview.hpp"
#include "scene/hit_test.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {
namespace {

/// Paints by Cairo alone, which any thread may do; what fails is kept for the speaker.
std::shared_ptr<const ScenePicture> painted(ProjectData& data, const model::Scene& scene,
                                            const SceneLook& look) {
  auto out = std::make_shared<ScenePicture>();
  out->scene = scene;
  out->look = look;
  try {
    out->content = scene_content(data, scene);
    const MapSheet sheet(
        out->content->map,
        {.page = look.page, .style = sheet::Style::meeting, .lang = look.lang, .least_text = look.least_text},
        out->content->focus);
    out->frames = sheet.layout().frames;
    out->picture = sheet::paint_picture(sheet.request(), sheet.layout());
    if (look.preview_lines > 0) {
      VideoPreview preview = video_preview(sheet, out->picture, {.lines = look.preview_lines});
      out->lost = preview_findings(preview);
      out->picture = std::move(preview.seen);
    }
  } catch (const base::Error& error) {
    out->content.reset();
    out->failure = error;
  }
  return out;
}

}  // namespace

std::optional<std::uint32_t> ScenePicture::unit_at(base::Vec2 pixel) const {
  if (!content) return std::nullopt;
  // Insets lie over the main map.
  for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
    if (!frame->box.contains(pixel)) continue;
    const auto& units = content->map.figures.units;
    const scene::HitTest hits(std::shared_ptr<const model::PolygonSet>(units, &units->layer.polygons));
    return hits.unit_at(frame->to_page.to_world(pixel), 0);
  }
  return std::nullopt;
}

ScenePictures::ScenePictures(std::function<void()> wake)
    : m_wake(std::move(wake)), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

ScenePictures::~ScenePictures() {
  m_thread.request_stop();
  m_changed.notify_all();
}

void ScenePictures::want(const std::shared_ptr<ProjectData>& data, std::vector<model::Scene> scenes,
                         const SceneLook& look) {
  const std::scoped_lock lock(m_mutex);
  if (m_data != data) m_ready.clear();
  m_data = data;
  m_wanted = std::move(scenes);
  m_look = look;
  std::erase_if(m_ready, [&](const auto& one) {
    return one->look != look || std::find(m_wanted.begin(), m_wanted.end(), one->scene) == m_wanted.end();
  });
  m_changed.notify_all();
}

std::shared_ptr<const ScenePicture> ScenePictures::find(const model::Scene& scene) const {
  const std::scoped_lock lock(m_mutex);
  const auto found =
      std::find_if(m_ready.begin(), m_ready.end(), [&](const auto& one) { return one->scene == scene; });
  return found == m_ready.end() ? nullptr : *found;
}

std::optional<ScenePictures::Task> ScenePictures::next_task() const {
  for (const model::Scene& scene : m_wanted) {
    const bool ready =
        std::any_of(m_ready.begin(), m_ready.end(), [&](const auto& one) { return one->scene == scene; });
    if (!ready) return Task{m_data, scene, m_look};
  }
  return std::nullopt;
}

void ScenePictures::work(const std::stop_token& stop) {
  for (;;) {
    std::optional<Task> task;
    {
      std::unique_lock lock(m_mutex);
      m_changed.wait(lock, stop, [&] { return (task = next_task()).has_value(); });
      if (stop.stop_requested() || !task) return;
    }
    auto picture = painted(*task->data, task->scene, task->look);
    {
      const std::scoped_lock lock(m_mutex);
      const bool wanted = task->data == m_data && task->look == m_look &&
                          std::find(m_wanted.begin(), m_wanted.end(), task->scene) != m_wanted.end();
      if (wanted) m_ready.push_back(std::move(picture));
    }
    m_wake();
  }
}

}  // namespace ntmap::app
