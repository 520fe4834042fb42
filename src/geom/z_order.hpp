#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace ntmap::geom {

/// Coordinates to places on the z-order curve (Morton 1966) of a box: 15 bits a side, so that what is
/// near in the plane is mostly near on the curve, and a box holds only places between its two corners'.
class ZOrder {
 public:
  ZOrder() = default;
  explicit ZOrder(const base::Box& box) : m_x(box.min_x), m_y(box.min_y) {
    const double size = box.width() > box.height() ? box.width() : box.height();
    m_scale = size > 0 ? k_cells / size : 0;
  }
  /// Requires a point of the box.
  std::uint32_t operator()(double x, double y) const {
    return spread(static_cast<std::uint32_t>((x - m_x) * m_scale)) |
           spread(static_cast<std::uint32_t>((y - m_y) * m_scale)) << 1;
  }

 private:
  static constexpr std::uint32_t k_cells = 32767;

  /// Spreads 15 bits so that a zero stands between any two.
  static std::uint32_t spread(std::uint32_t v) {
    v = (v | (v << 8)) & 0x00ff00ff;
    v = (v | (v << 4)) & 0x0f0f0f0f;
    v = (v | (v << 2)) & 0x33333333;
    return (v | (v << 1)) & 0x55555555;
  }

  double m_x = 0;
  double m_y = 0;
  double m_scale = 0;
};

struct ZKey {
  std::uint32_t z = 0;
  std::uint32_t id = 0;
};

/// Sorts by z, equal ones in the order given: radix sort in three rounds. `spare` is memory to reuse.
void sort_by_z(std::vector<ZKey>& keys, std::vector<ZKey>& spare);

}  // namespace ntmap::geom
