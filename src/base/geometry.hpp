#pragma once

#include <algorithm>
#include <limits>

namespace ntmap::base {

struct Vec2 {
  double x = 0;
  double y = 0;
  bool operator==(const Vec2&) const = default;
};

inline Vec2 operator+(Vec2 a, Vec2 b) {
  return {a.x + b.x, a.y + b.y};
}
inline Vec2 operator-(Vec2 a, Vec2 b) {
  return {a.x - b.x, a.y - b.y};
}
inline Vec2 operator*(Vec2 a, double k) {
  return {a.x * k, a.y * k};
}

/// An axis-aligned box; empty until a point is added.
struct Box {
  double min_x = std::numeric_limits<double>::infinity();
  double min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity();
  double max_y = -std::numeric_limits<double>::infinity();

  bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
  double width() const { return empty() ? 0 : max_x - min_x; }
  double height() const { return empty() ? 0 : max_y - min_y; }
  Vec2 centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
  bool contains(Vec2 p) const { return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y; }
  bool intersects(const Box& other) const {
    return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
  }
  void add(Vec2 p) {
    min_x = std::min(min_x, p.x);
    min_y = std::min(min_y, p.y);
    max_x = std::max(max_x, p.x);
    max_y = std::max(max_y, p.y);
  }
  void add(const Box& other) {
    if (other.empty()) return;
    add(Vec2{other.min_x, other.min_y});
    add(Vec2{other.max_x, other.max_y});
  }
  /// The box grown by `by` on every side.
  Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
  bool operator==(const Box&) const = default;
};

/// Pixel (column, row; corners are whole numbers) to CRS units, as GDAL's geotransform, north up.
struct PixelGrid {
  double origin_x = 0;  ///< west edge of the first column
  double origin_y = 0;  ///< north edge of the first row
  double pixel_w = 1;   ///< CRS units, positive
  double pixel_h = 1;   ///< CRS units, positive; y goes down with the row
  int width = 0;        ///< pixels
  int height = 0;       ///< pixels
  bool operator==(const PixelGrid&) const = default;
};

}  // namespace ntmap::base
