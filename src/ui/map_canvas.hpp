#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/map_content.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// The map in the window: drawn by the map engine into its own picture, moved by mouse and keys.
/// Needs the window's GL context during its whole life.
class MapCanvas {
 public:
  MapCanvas();
  ~MapCanvas();
  MapCanvas(const MapCanvas&) = delete;
  MapCanvas& operator=(const MapCanvas&) = delete;

  /// Shows another map. With the same units the view stays and only classes and colours are uploaded.
  void show(std::shared_ptr<const app::MapContent> map);
  /// Draws into the rest of the current Dear ImGui window.
  void draw(base::Lang lang, double scale);
  /// Whether the last draw() showed everything that its view holds.
  bool complete() const;
  /// What stopped the making of the picture, if anything did.
  std::optional<base::Error> failure() const;

  /// The unit under the cursor, and the one that was clicked last.
  std::optional<std::uint32_t> hovered() const;
  std::optional<std::uint32_t> selected() const;
  void select(std::optional<std::uint32_t> unit);
  void zoom_to(std::uint32_t unit);
  void zoom_to_all();
  void set_labels(bool shown);
  void set_paper_dark(bool dark);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace ntmap::ui
