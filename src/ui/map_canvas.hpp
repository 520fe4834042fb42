#pragma once

#include <memory>
#include <optional>

#include "app/map/map_content.hpp"
#include "app/map/sheet_focus.hpp"
#include "base/error.hpp"
#include "base/geometry.hpp"
#include "base/job.hpp"
#include "scene/camera.hpp"
#include "scene/symbols.hpp"

namespace ntmap::ui {

struct Desk;

/// The map in the window: drawn by the map engine into its own picture, moved by mouse and keys.
/// Needs the window's GL context during its whole life.
class MapCanvas {
 public:
  MapCanvas();
  ~MapCanvas();
  MapCanvas(const MapCanvas&) = delete;
  MapCanvas& operator=(const MapCanvas&) = delete;

  /// Keeps what show() needs of a map of other units, so that it need not begin with an empty picture. From
  /// any thread, during the life of the canvas; of several the last is kept.
  void prepare(const std::shared_ptr<const app::Units>& units, const base::Job& job);
  /// Shows another map. With the same units the view stays and only classes and colours are uploaded.
  void show(std::shared_ptr<const app::MapContent> map);
  /// Draws into the rest of the current Dear ImGui window and takes mouse and keys: hovering, selecting,
  /// the tool that is chosen, and where to zoom to.
  void draw(Desk& desk);
  /// Whether the last draw() showed everything that its view holds.
  bool complete() const;
  /// How large circles are in the picture of the last draw(), pixels; also in its legend.
  scene::SymbolScale symbol_scale() const;
  /// What stopped the making of the picture, if anything did.
  std::optional<base::Error> failure() const;
  /// The part of the map that is seen, CRS units; nothing where it is all of it.
  std::optional<base::Box> seen_part() const;
  /// Nearer (over 1) or farther, about the middle.
  void zoom(double factor);
  /// What part of the plane is seen.
  const scene::Camera& camera() const;
  /// In the next draw() the same part as another canvas shows, which has been drawn in this frame.
  void look_like(const MapCanvas& other);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// The part of the map that is seen and the selection, as pictures that show the same take them.
app::SheetFocus seen_focus(const Desk& desk);

}  // namespace ntmap::ui
