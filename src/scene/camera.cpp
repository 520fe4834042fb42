#include "scene/camera.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::scene {

namespace {

constexpr double k_closest = 1e-9;  // CRS units a pixel when no limit was set
constexpr double k_room = 4;        // how much larger than the world the view may get

double fitting_scale(const base::Box& box, double width, double height) {
  return std::max(box.width() / std::max(1.0, width), box.height() / std::max(1.0, height));
}

}  // namespace

Camera::Camera(int width, int height) {
  resize(width, height);
}

base::Vec2 Camera::to_pixel(base::Vec2 world) const {
  return {(world.x - m_centre.x) / m_units_per_pixel + m_width / 2.0,
          (m_centre.y - world.y) / m_units_per_pixel + m_height / 2.0};
}

base::Vec2 Camera::to_world(base::Vec2 pixel) const {
  return {m_centre.x + (pixel.x - m_width / 2.0) * m_units_per_pixel,
          m_centre.y - (pixel.y - m_height / 2.0) * m_units_per_pixel};
}

base::Box Camera::view() const {
  const double half_w = m_width / 2.0 * m_units_per_pixel;
  const double half_h = m_height / 2.0 * m_units_per_pixel;
  return {m_centre.x - half_w, m_centre.y - half_h, m_centre.x + half_w, m_centre.y + half_h};
}

void Camera::resize(int width, int height) {
  m_width = std::max(1, width);
  m_height = std::max(1, height);
  clamp();
}

void Camera::fit(const base::Box& box, double margin) {
  if (box.empty()) return;
  m_centre = box.centre();
  m_units_per_pixel = fitting_scale(box, m_width - 2 * margin, m_height - 2 * margin);
  clamp();
}

void Camera::set_centre(base::Vec2 world) {
  m_centre = world;
  clamp();
}

void Camera::pan(base::Vec2 pixels) {
  m_centre = {m_centre.x - pixels.x * m_units_per_pixel, m_centre.y + pixels.y * m_units_per_pixel};
  clamp();
}

void Camera::zoom(base::Vec2 pixel, double factor) {
  if (!(factor > 0) || !std::isfinite(factor)) return;
  const base::Vec2 held = to_world(pixel);
  m_units_per_pixel /= factor;
  clamp();
  const base::Vec2 moved = to_world(pixel);
  m_centre = m_centre + (held - moved);
  clamp();
}

void Camera::limit(const base::Box& world, double closest) {
  m_world = world;
  m_closest = closest;
  clamp();
}

void Camera::clamp() {
  m_units_per_pixel = std::max(m_units_per_pixel, std::max(m_closest, k_closest));
  if (m_world.empty()) return;
  const double farthest = k_room * fitting_scale(m_world, m_width, m_height);
  if (farthest > m_closest) m_units_per_pixel = std::min(m_units_per_pixel, farthest);
  m_centre.x = std::clamp(m_centre.x, m_world.min_x, m_world.max_x);
  m_centre.y = std::clamp(m_centre.y, m_world.min_y, m_world.max_y);
}

}  // namespace ntmap::scene
