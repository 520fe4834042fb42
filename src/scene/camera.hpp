#pragma once

#include "base/geometry.hpp"

namespace ntmap::scene {

/// What part of the plane a picture shows. North is up; the scale is the same both ways.
/// World is CRS units (y north); pixels count from the top left corner (y down).
class Camera {
 public:
  Camera() = default;
  /// A picture of that many pixels (at least 1 each way) that shows one CRS unit a pixel about 0, 0.
  Camera(int width, int height);

  int width() const { return m_width; }
  int height() const { return m_height; }
  base::Vec2 centre() const { return m_centre; }
  /// CRS units a pixel: the scale.
  double units_per_pixel() const { return m_units_per_pixel; }

  base::Vec2 to_pixel(base::Vec2 world) const;
  base::Vec2 to_world(base::Vec2 pixel) const;
  /// The part of the world that is seen.
  base::Box view() const;

  /// Another size of the picture; the centre and the scale stay.
  void resize(int width, int height);
  /// Shows the whole box, centred, `margin` pixels free on every side. A box without extent (one
  /// point) is shown at the closest scale allowed; an empty one changes nothing.
  void fit(const base::Box& box, double margin = 0);
  void set_centre(base::Vec2 world);
  /// Moves the map with the hand: what was under pixel p is then under p + `pixels`.
  void pan(base::Vec2 pixels);
  /// Makes the map `factor` times as large (over 1: closer); the world under `pixel` stays there.
  void zoom(base::Vec2 pixel, double factor);
  /// From now on the centre stays inside `world` and the scale between `closest` CRS units a pixel
  /// and the one that shows four times the width and height of `world`.
  void limit(const base::Box& world, double closest);

  bool operator==(const Camera&) const = default;

 private:
  void clamp();

  int m_width = 1;
  int m_height = 1;
  base::Vec2 m_centre;
  double m_units_per_pixel = 1;
  base::Box m_world;  // empty: no limits
  double m_closest = 0;
};

}  // namespace ntmap::scene
