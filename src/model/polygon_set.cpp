#include "model/polygon_set.hpp"

namespace ntmap::model {

void PolygonSet::append_feature(const PolygonSet& from, std::size_t feature) {
  for (std::uint32_t part = from.feature_start[feature]; part < from.feature_start[feature + 1]; ++part) {
    for (std::uint32_t r = from.part_start[part]; r < from.part_start[part + 1]; ++r) {
      const auto points = from.ring(r);
      xy.insert(xy.end(), points.begin(), points.end());
      end_ring();
    }
    end_part();
  }
  end_feature();
}

base::Box PolygonSet::box() const {
  base::Box box;
  for (std::size_t i = 0; i < xy.size(); i += 2) box.add(base::Vec2{xy[i], xy[i + 1]});
  return box;
}

base::Box PolygonSet::feature_box(std::size_t feature) const {
  base::Box box;
  const std::size_t end = ring_start[end_ring(feature)];
  for (std::size_t v = ring_start[first_ring(feature)]; v < end; ++v) box.add(vertex(v));
  return box;
}

double ring_area2(std::span<const double> ring) {
  const std::size_t n = ring.size() / 2;
  if (n < 3) return 0;
  const double ox = ring[0];
  const double oy = ring[1];
  double sum = 0;
  double px = ring[2] - ox;
  double py = ring[3] - oy;
  for (std::size_t i = 2; i < n; ++i) {
    const double x = ring[2 * i] - ox;
    const double y = ring[2 * i + 1] - oy;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum;
}

double feature_area(const PolygonSet& polygons, std::size_t feature) {
  double sum = 0;
  for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
    sum += ring_area2(polygons.ring(r));
  }
  return sum / 2;
}

}  // namespace ntmap::model
