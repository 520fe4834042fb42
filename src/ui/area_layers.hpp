#pragma once

#include <memory>
#include <vector>

#include "app/areas/area_overlays.hpp"
#include "gl/map_renderer.hpp"
#include "scene/camera.hpp"
#include "ui/area_view.hpp"

namespace ntmap::ui {

/// Layers of areas over the map in the window: meshes are made in the background, as those of the units are.
/// Needs the window's GL context during its whole life.
class AreaLayers {
 public:
  AreaLayers();
  ~AreaLayers();
  AreaLayers(const AreaLayers&) = delete;
  AreaLayers& operator=(const AreaLayers&) = delete;

  /// Shows these layers; where polygons are the same as before, their meshes are kept.
  void show(const std::vector<app::AreaOverlay>& areas);
  /// Adds what is to be drawn over the map proper, in order. Call once a frame.
  void append(const scene::Camera& camera, const AreaView& view, std::vector<gl::MapLayer>& to);
  /// Whether the last append() had everything that its view holds.
  bool complete(const scene::Camera& camera) const;

 private:
  struct Layer;
  std::vector<std::unique_ptr<Layer>> m_layers;
};

}  // namespace ntmap::ui
