#include "app/map/measure.hpp"

#include <cmath>
#include <vector>

#include "crs/crs.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::app {

using base::Text;
using base::text;

Measured measure(std::span<const base::Vec2> line, const std::string& crs) {
  Measured out;
  if (line.size() < 2) return out;
  std::vector<double> xy;
  for (const base::Vec2& point : line) xy.insert(xy.end(), {point.x, point.y});
  out.metres = crs::length_metres(xy, crs);
  if (line.size() < 3) return out;
  model::PolygonSet ring;
  for (const base::Vec2& point : line) ring.add_vertex(point.x, point.y);
  ring.end_ring();
  ring.end_part();
  ring.end_feature();
  out.hectares = std::abs(crs::area_hectares(ring, 0, crs));  // clicked in either direction
  return out;
}

Text measured_words(const Measured& measured) {
  const bool far = measured.metres >= 1000;
  Text length = far ? text("{} km", "{} km", {base::number(measured.metres / 1000, 2)})
                    : text("{} m", "{} m", {base::number(measured.metres, 0)});
  if (measured.hectares <= 0) return length;
  return text("{} · {} ha", "{} · {} ha", {length, base::number(measured.hectares, 1)});
}

}  // namespace ntmap::app
