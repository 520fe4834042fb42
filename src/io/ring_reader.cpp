#include "io/ring_reader.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ntmap::io {
namespace {

using base::Box;
using base::Vec2;
using Ring = std::span<const double>;

enum class Side : std::uint8_t { inside, outside, on };

Vec2 vertex(Ring ring, std::size_t i) {
  return {ring[2 * i], ring[2 * i + 1]};
}

Side side_of(Ring ring, Vec2 p) {
  bool inside = false;
  const std::size_t n = ring.size() / 2;
  for (std::size_t i = 0, j = n - 1; i < n; j = i++) {
    const Vec2 a = vertex(ring, i);
    const Vec2 b = vertex(ring, j);
    const double cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    if (cross == 0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
        p.y <= std::max(a.y, b.y)) {
      return Side::on;
    }
    if ((a.y > p.y) != (b.y > p.y) && (cross > 0) == (b.y > a.y)) inside = !inside;
  }
  return inside ? Side::inside : Side::outside;
}

/// True when `inner` lies in `outer`: decided by its first vertex, then its first edge's middle, that is
/// not on the border of `outer`. Rings that coincide are not inside one another.
bool lies_in(Ring inner, Ring outer) {
  const std::size_t n = inner.size() / 2;
  for (std::size_t i = 0; i < n; ++i) {
    const Side side = side_of(outer, vertex(inner, i));
    if (side != Side::on) return side == Side::inside;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const Side side = side_of(outer, (vertex(inner, i) + vertex(inner, (i + 1) % n)) * 0.5);
    if (side != Side::on) return side == Side::inside;
  }
  return false;
}

Box box_of(Ring ring) {
  Box box;
  for (std::size_t i = 0; i < ring.size() / 2; ++i) box.add(vertex(ring, i));
  return box;
}

bool covers(const Box& outer, const Box& inner) {
  return outer.min_x <= inner.min_x && outer.min_y <= inner.min_y && outer.max_x >= inner.max_x &&
         outer.max_y >= inner.max_y;
}

/// Finite, and no larger than the coordinates of any system on the Earth are in any unit.
bool all_possible(std::span<const double> xy) {
  constexpr double k_largest = 1e9;
  std::size_t impossible = 0;  // counted without branches, in one pass
  for (const double value : xy) impossible += std::abs(value) <= k_largest ? 0U : 1U;
  return impossible == 0;
}

/// The ring without its closing vertex; empty when fewer than three different vertices remain.
Ring opened(Ring ring, RingFlaws& flaws) {
  std::size_t n = ring.size() / 2;
  if (n >= 2 && vertex(ring, 0) == vertex(ring, n - 1)) {
    --n;
  } else {
    ++flaws.open_rings;
  }
  std::size_t different = n == 0 ? 0 : 1;
  std::size_t second = 0;
  for (std::size_t i = 1; i < n && different < 3; ++i) {
    if (vertex(ring, i) == vertex(ring, 0)) continue;
    if (different == 1) second = i;
    if (different == 1 || !(vertex(ring, i) == vertex(ring, second))) ++different;
  }
  if (different >= 3) return ring.first(2 * n);
  ++flaws.dropped_rings;
  return {};
}

std::vector<Ring> opened_rings(const RawRings& raw, RingFlaws& flaws) {
  std::vector<Ring> rings;
  rings.reserve(raw.ring_start.size());
  for (std::size_t r = 0; r + 1 < raw.ring_start.size(); ++r) {
    const std::size_t first = raw.ring_start[r];
    rings.push_back(opened(raw.xy.subspan(2 * first, 2 * (raw.ring_start[r + 1] - first)), flaws));
  }
  return rings;
}

/// Appends the ring, turned counter-clockwise for a shell, clockwise for a hole. True when turned.
bool append_ring(model::PolygonSet& polygons, Ring ring, bool shell) {
  const std::size_t first = polygons.xy.size();
  polygons.xy.insert(polygons.xy.end(), ring.begin(), ring.end());
  const bool turn = (model::ring_area2(ring) > 0) != shell;
  if (turn) {
    double* xy = polygons.xy.data() + first;
    for (std::size_t i = 0, j = ring.size() / 2 - 1; i < j; ++i, --j) {
      std::swap(xy[2 * i], xy[2 * j]);
      std::swap(xy[2 * i + 1], xy[2 * j + 1]);
    }
  }
  polygons.end_ring();
  return turn;
}

}  // namespace

std::vector<int> nest_rings(std::span<const Ring> rings) {
  std::vector<int> shell_of(rings.size(), -1);
  if (rings.size() < 2) return shell_of;
  std::vector<Box> boxes;
  std::vector<double> areas;
  for (const Ring ring : rings) {
    boxes.push_back(box_of(ring));
    areas.push_back(std::abs(model::ring_area2(ring)));
  }
  std::vector<std::size_t> order(rings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return areas[a] > areas[b]; });
  std::vector<int> depth(rings.size(), 0);
  for (std::size_t k = 1; k < order.size(); ++k) {
    const std::size_t inner = order[k];
    // From the next larger ring upward: the first one around this one is the smallest.
    for (std::size_t m = k; m-- > 0;) {
      const std::size_t outer = order[m];
      if (!covers(boxes[outer], boxes[inner]) || !lies_in(rings[inner], rings[outer])) continue;
      depth[inner] = depth[outer] + 1;
      if (depth[inner] % 2 == 1) shell_of[inner] = static_cast<int>(outer);
      break;
    }
  }
  return shell_of;
}

RingFlaws add_loose_rings(model::PolygonSet& polygons, const RawRings& raw) {
  RingFlaws flaws;
  flaws.not_finite = !all_possible(raw.xy);
  if (!flaws.not_finite) {
    std::vector<Ring> rings = opened_rings(raw, flaws);
    std::erase_if(rings, [](Ring ring) { return ring.empty(); });
    const std::vector<int> shell_of = nest_rings(rings);
    std::vector<std::vector<std::size_t>> holes(rings.size());
    for (std::size_t r = 0; r < rings.size(); ++r) {
      if (shell_of[r] >= 0) holes[static_cast<std::size_t>(shell_of[r])].push_back(r);
    }
    for (std::size_t r = 0; r < rings.size(); ++r) {
      if (shell_of[r] >= 0) continue;
      // Shapefile shells run clockwise and are always turned here; one that need not be was wrong.
      if (!append_ring(polygons, rings[r], true)) ++flaws.turned_rings;
      for (const std::size_t hole : holes[r]) {
        if (!append_ring(polygons, rings[hole], false)) ++flaws.turned_rings;
      }
      polygons.end_part();
    }
  }
  polygons.end_feature();
  return flaws;
}

RingFlaws add_part(model::PolygonSet& polygons, const RawRings& raw) {
  RingFlaws flaws;
  flaws.not_finite = !all_possible(raw.xy);
  if (flaws.not_finite) return flaws;
  const std::vector<Ring> rings = opened_rings(raw, flaws);
  if (rings.empty() || rings.front().empty()) return flaws;  // without a shell there is no part
  bool shell = true;
  for (const Ring ring : rings) {
    if (!ring.empty()) append_ring(polygons, ring, shell);
    shell = false;
  }
  polygons.end_part();
  return flaws;
}

}  // namespace ntmap::io
