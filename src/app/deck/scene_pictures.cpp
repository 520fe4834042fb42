#include "app/deck/scene_pictures.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "app/map/map_sheet.hpp"
#include "scene/hit_test.hpp"
#include "sheet/paint.hpp"
#include "sheet/shrink.hpp"

namespace ntmap::app {
namespace {

sheet::Picture by_cairo(const MapSheet& sheet) {
  return sheet::paint_picture(sheet.request(), sheet.layout());
}

RenderOptions options_of(const SceneLook& look) {
  return {
      .page = look.page, .style = sheet::Style::meeting, .lang = look.lang, .least_text = look.least_text};
}

void draw_into(ScenePicture& out, const SceneContent& content) {
  const SceneLook& look = out.look;
  RenderOptions options = scene_options(content, options_of(look));
  if (look.fix_lines > 0)
    options.least_text =
        readable_text_size(by_cairo, content.map, options, content.focus, {.lines = look.fix_lines});
  out.least_text = options.least_text;
  const MapSheet sheet(content.map, options, content.focus);
  out.frames = sheet.layout().frames;
  const base::Findings names = sheet.findings();
  out.findings.insert(out.findings.end(), names.begin(), names.end());
  sheet::Picture picture = by_cairo(sheet);
  if (look.preview_lines > 0) {
    out.preview = video_preview(sheet, picture, {.lines = look.preview_lines});
    picture = std::exchange(out.preview->seen, {});
  }
  const int part = std::max(1, (picture.width + k_small_width - 1) / k_small_width);
  out.small = sheet::packed(sheet::shrunk(picture.view(), part).view());
  out.picture = sheet::packed(picture.view());
}

/// Paints by Cairo alone, which any thread may do; what fails is kept for the speaker.
std::shared_ptr<const ScenePicture> painted(ProjectData& data, const model::Scene& scene,
                                            const SceneLook& look) {
  auto out = std::make_shared<ScenePicture>();
  out->scene = scene;
  out->look = look;
  try {
    out->content = scene_content(data, scene);
    out->findings = findings_of_scene(data, *out->content, {}, today());
    draw_into(*out, *out->content);
  } catch (const base::Error& error) {
    out->content.reset();
    out->failure = error;
  } catch (const std::exception& error) {
    out->content.reset();
    out->failure = base::Error(base::ErrorKind::data, base::Text(error.what()));
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
  // Scenes of two projects may be equal and yet show different maps.
  if (m_data && data && m_data->project().file != data->project().file) m_ready.clear();
  m_data = data;
  m_wanted = std::move(scenes);
  m_look = look;
  std::erase_if(m_ready, [&](const Ready& one) {
    return !data || one.picture->look != look ||
           std::find(m_wanted.begin(), m_wanted.end(), one.picture->scene) == m_wanted.end();
  });
  m_changed.notify_all();
}

std::shared_ptr<const ScenePicture> ScenePictures::find(const model::Scene& scene) const {
  const std::scoped_lock lock(m_mutex);
  const auto found = std::find_if(m_ready.begin(), m_ready.end(),
                                  [&](const Ready& one) { return one.picture->scene == scene; });
  return found == m_ready.end() ? nullptr : found->picture;
}

std::optional<ScenePictures::Task> ScenePictures::next_task() const {
  for (const model::Scene& scene : m_wanted) {
    const bool ready = std::any_of(m_ready.begin(), m_ready.end(), [&](const Ready& one) {
      return one.data == m_data && one.picture->scene == scene;
    });
    if (!ready) return Task{m_data, scene, m_look};
  }
  return std::nullopt;
}

/// In the place of the scene's earlier picture, where it is still wanted.
void ScenePictures::put(const Task& task, std::shared_ptr<const ScenePicture> picture) {
  const std::scoped_lock lock(m_mutex);
  const bool wanted = task.data == m_data && task.look == m_look &&
                      std::find(m_wanted.begin(), m_wanted.end(), task.scene) != m_wanted.end();
  if (!wanted) return;
  std::erase_if(m_ready, [&](const Ready& one) { return one.picture->scene == task.scene; });
  m_ready.push_back({task.data, std::move(picture)});
}

void ScenePictures::work(const std::stop_token& stop) {
  for (;;) {
    std::optional<Task> task;
    {
      std::unique_lock lock(m_mutex);
      m_changed.wait(lock, stop, [&] { return (task = next_task()).has_value(); });
      if (stop.stop_requested() || !task) return;
    }
    put(*task, painted(*task->data, task->scene, task->look));
    m_wake();
  }
}

}  // namespace ntmap::app
