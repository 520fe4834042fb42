#include "ui/area_layers.hpp"

#include <algorithm>
#include <utility>

#include "gl/unit_look.hpp"
#include "scene/live_layer.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {

struct AreaLayers::Layer {
  explicit Layer(const app::AreaOverlay& overlay)
      : areas(overlay),
        live(std::make_shared<const scene::LayerSource>(overlay.polygons), &Window::wake),
        look(overlay.polygons->feature_count()) {
    look.set_classes(areas.classes);
  }

  /// The polygons may be those of another year, which look otherwise.
  void take_look(const app::AreaOverlay& overlay) {
    areas = overlay;
    look.set_classes(areas.classes);
  }

  app::AreaOverlay areas;
  scene::LiveLayer live;
  gl::UnitLook look;
};

AreaLayers::AreaLayers() = default;
AreaLayers::~AreaLayers() = default;

void AreaLayers::show(const std::vector<app::AreaOverlay>& areas) {
  std::vector<std::unique_ptr<Layer>> next;
  for (const app::AreaOverlay& one : areas) {
    const auto same = std::find_if(m_layers.begin(), m_layers.end(), [&](const auto& layer) {
      return layer && layer->areas.polygons == one.polygons;
    });
    if (same == m_layers.end()) {
      next.push_back(std::make_unique<Layer>(one));
      continue;
    }
    next.push_back(std::move(*same));
    next.back()->take_look(one);
  }
  m_layers = std::move(next);
}

void AreaLayers::append(const scene::Camera& camera, const AreaView& view, std::vector<gl::MapLayer>& to) {
  for (const auto& layer : m_layers) {
    layer->live.update(camera);
    to.push_back({.pieces = layer->live.pieces(camera),
                  .look = &layer->look,
                  .opacity = static_cast<float>(layer->areas.opacity) * view.strength,
                  .hatch_opacity = view.strength,
                  .borders = false});
  }
}

bool AreaLayers::complete(const scene::Camera& camera) const {
  return std::all_of(m_layers.begin(), m_layers.end(),
                     [&](const auto& layer) { return layer->live.complete(camera); });
}

}  // namespace ntmap::ui
