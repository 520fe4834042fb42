#include "geom/same_place.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

#include "base/geometry.hpp"

namespace ntmap::geom {
namespace {

constexpr std::uint32_t k_none = 0xffffffff;
constexpr std::size_t k_tile_vertices =
    4096;  // on average, empty tiles too: several times that where there are any

/// Squares over the vertices, so many that the table of one fits a processor's own cache.
class Tiles {
 public:
  explicit Tiles(std::span<const double> xy) {
    base::Box box;
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) box.add(base::Vec2{xy[i], xy[i + 1]});
    const std::size_t wanted = xy.size() / 2 / k_tile_vertices;
    if (wanted < 2) return;
    const double longer = std::max(box.width(), box.height());
    const double most = static_cast<double>(wanted);
    const double side = std::max(std::sqrt(box.width() * box.height() / most), longer / most);
    if (!(side > 0) || !std::isfinite(side)) return;
    m_x = box.min_x;
    m_y = box.min_y;
    m_scale = 1 / side;
    m_columns = static_cast<std::size_t>(box.width() * m_scale) + 1;
    m_rows = static_cast<std::size_t>(box.height() * m_scale) + 1;
  }
  std::size_t count() const { return m_columns * m_rows; }
  std::size_t at(double x, double y) const {
    return index((y - m_y) * m_scale, m_rows) * m_columns + index((x - m_x) * m_scale, m_columns);
  }

 private:
  static std::size_t index(double at, std::size_t count) {
    return at > 0 ? std::min(static_cast<std::size_t>(at), count - 1) : 0;
  }

  double m_x = 0;
  double m_y = 0;
  double m_scale = 0;  ///< tiles a unit
  std::size_t m_columns = 1;
  std::size_t m_rows = 1;
};

/// Places that were met, by their bits.
class Places {
 public:
  explicit Places(std::span<const double> xy) : m_xy(xy) {}

  void clear(std::size_t vertices) { m_table.assign(std::bit_ceil(vertices + vertices / 2 + 1), k_none); }
  /// The first vertex that was asked for at the place of `v`.
  std::uint32_t first(std::uint32_t v) {
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = hash(v) & mask;
    while (m_table[slot] != k_none && !same(m_table[slot], v)) slot = (slot + 1) & mask;
    if (m_table[slot] == k_none) m_table[slot] = v;
    return m_table[slot];
  }

 private:
  std::uint64_t bits(std::size_t i) const { return std::bit_cast<std::uint64_t>(m_xy[i]); }
  std::size_t hash(std::size_t v) const {
    std::uint64_t h =
        bits(2 * v) * 0x9e3779b97f4a7c15ULL ^ std::rotl(bits(2 * v + 1) * 0xc2b2ae3d27d4eb4fULL, 31);
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93ULL;
    return h ^ (h >> 29);
  }
  bool same(std::size_t a, std::size_t b) const {
    return bits(2 * a) == bits(2 * b) && bits(2 * a + 1) == bits(2 * b + 1);
  }

  std::span<const double> m_xy;
  std::vector<std::uint32_t> m_table;
};

}  // namespace

std::vector<std::uint32_t> first_at_place(std::span<const double> xy) {
  const std::size_t n = xy.size() / 2;
  const Tiles tiles(xy);
  std::vector<std::uint32_t> end(tiles.count() + 1, 0);  // of each tile's vertices, once they are sorted in
  for (std::size_t v = 0; v < n; ++v) ++end[tiles.at(xy[2 * v], xy[2 * v + 1]) + 1];
  for (std::size_t t = 1; t < end.size(); ++t) end[t] += end[t - 1];
  std::vector<std::uint32_t> sorted(n);  // by tile, in each in rising order
  for (std::size_t v = 0; v < n; ++v)
    sorted[end[tiles.at(xy[2 * v], xy[2 * v + 1])]++] = static_cast<std::uint32_t>(v);

  std::vector<std::uint32_t> first(n);
  Places places(xy);
  std::uint32_t begin = 0;
  for (std::size_t t = 0; t < tiles.count(); ++t) {
    if (end[t] == begin) continue;
    places.clear(end[t] - begin);
    for (; begin < end[t]; ++begin) first[sorted[begin]] = places.first(sorted[begin]);
  }
  return first;
}

}  // namespace ntmap::geom
