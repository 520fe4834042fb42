#pragma once

#include <vector>

#include "base/geometry.hpp"
#include "scene/camera.hpp"

namespace ntmap::ui {

/// A line that is clicked together on the map, point by point, in CRS units.
class RingTool {
 public:
  void clear() { m_points.clear(); }
  bool empty() const { return m_points.empty(); }
  const std::vector<base::Vec2>& points() const { return m_points; }
  /// A second point in the same place is not taken.
  void add(base::Vec2 world);
  void take_last_back();
  /// The points and the one under the mouse.
  std::vector<base::Vec2> with(base::Vec2 cursor) const;
  /// Draws it over the map's picture, whose top left corner is given, on to the mouse; closed with a thin
  /// line when it has an inside.
  void draw(const scene::Camera& camera, base::Vec2 corner, base::Vec2 cursor_world) const;

 private:
  std::vector<base::Vec2> m_points;
};

}  // namespace ntmap::ui
