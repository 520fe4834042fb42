#include "geom/region_clip.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geom/ring_nesting.hpp"

namespace ntmap::geom {
namespace {

using base::Box;
using base::Vec2;

constexpr std::uint32_t k_vertices_a_run = 16;

/// Twice the area of a b c, or zero where rounding leaves its sign open.
/// Source of the bound: Shewchuk, "Adaptive precision floating-point arithmetic" (1997).
double sure_turn(Vec2 a, Vec2 b, Vec2 c) {
  const double left = (a.x - c.x) * (b.y - c.y);
  const double right = (a.y - c.y) * (b.x - c.x);
  const double turn = left - right;
  const double bound = 3.3306690738754716e-16 * (std::abs(left) + std::abs(right));
  return std::abs(turn) > bound ? turn : 0;
}

/// Where the border of a crosses that of b.
struct Crossing {
  std::uint32_t ring[2] = {};  ///< of a, of b
  std::uint32_t edge[2] = {};
  double along[2] = {};  ///< 0..1 on the edge
  bool enters = false;   ///< a comes into b here
  bool used = false;
  Vec2 at;
  std::uint32_t next[2] = {};  ///< crossing that follows on the ring of a, of b
};

enum class Meeting { none, crossing, unclear };

bool before(Vec2 p, Vec2 q) {
  return p.x != q.x ? p.x < q.x : p.y < q.y;
}

/// The same bits whichever way round the edges run.
Vec2 crossing_point(Vec2 a0, Vec2 a1, Vec2 b0, Vec2 b1) {
  if (before(a1, a0)) std::swap(a0, a1);
  if (before(b1, b0)) std::swap(b0, b1);
  const auto turn = [&](Vec2 p) { return (b1.x - b0.x) * (p.y - b0.y) - (b1.y - b0.y) * (p.x - b0.x); };
  const double from = turn(a0);
  const double t = std::clamp(from / (from - turn(a1)), 0.0, 1.0);
  return a0 + (a1 - a0) * t;
}

Meeting meet(Vec2 a0, Vec2 a1, Vec2 b0, Vec2 b1, Crossing& out) {
  if (std::max(a0.x, a1.x) < std::min(b0.x, b1.x) || std::max(b0.x, b1.x) < std::min(a0.x, a1.x) ||
      std::max(a0.y, a1.y) < std::min(b0.y, b1.y) || std::max(b0.y, b1.y) < std::min(a0.y, a1.y)) {
    return Meeting::none;
  }
  const double from = sure_turn(b0, b1, a0);
  const double to = sure_turn(b0, b1, a1);
  if ((from > 0 && to > 0) || (from < 0 && to < 0)) return Meeting::none;
  const double b_from = sure_turn(a0, a1, b0);
  const double b_to = sure_turn(a0, a1, b1);
  if ((b_from > 0 && b_to > 0) || (b_from < 0 && b_to < 0)) return Meeting::none;
  if (from == 0 || to == 0 || b_from == 0 || b_to == 0) return Meeting::unclear;
  out.along[0] = from / (from - to);
  out.along[1] = b_from / (b_from - b_to);
  out.enters = to > 0;
  out.at = crossing_point(a0, a1, b0, b1);
  return Meeting::crossing;
}

/// Whether a point lies in a region; nothing where it is too near the border to tell.
std::optional<bool> holds(const Region& region, Vec2 p) {
  bool inside = false;
  for (const Region::Run& run : region.runs()) {
    if (run.box.min_y > p.y || run.box.max_y < p.y || run.box.max_x < p.x) continue;
    for (std::uint32_t i = run.first; i < run.end; ++i) {
      const Vec2 a = region.vertex(run.ring, i);
      const Vec2 b = region.vertex(run.ring, i + 1);
      if (std::max(a.x, b.x) < p.x || std::min(a.y, b.y) > p.y || std::max(a.y, b.y) < p.y) continue;
      const double turn = sure_turn(a, b, p);
      if (turn == 0) return std::nullopt;
      if ((a.y > p.y) != (b.y > p.y) && (turn > 0) == (b.y > a.y)) inside = !inside;
    }
  }
  return inside;
}

class Clipper {
 public:
  Clipper(const Region& a, const Region& b) : m_regions{&a, &b} {}

  bool run(model::PolygonSet& to) {
    if (!find_crossings() || !link(0) || !link(1) || !trace()) return false;
    for (const int side : {0, 1}) {
      if (!add_whole_rings(side)) return false;
    }
    std::vector<std::span<const double>> views(m_rings.begin(), m_rings.end());
    views.insert(views.end(), m_whole.begin(), m_whole.end());
    return append_nested(views, to);
  }

 private:
  bool find_crossings() {
    std::vector<const Region::Run*> near;
    for (const Region::Run& run : m_regions[1]->runs()) {
      if (run.box.intersects(m_regions[0]->box())) near.push_back(&run);
    }
    for (const Region::Run& run : m_regions[0]->runs()) {
      if (!run.box.intersects(m_regions[1]->box())) continue;
      for (const Region::Run* other : near) {
        if (run.box.intersects(other->box) && !cross_runs(run, *other)) return false;
      }
    }
    return true;
  }

  bool cross_runs(const Region::Run& a, const Region::Run& b) {
    for (std::uint32_t i = a.first; i < a.end; ++i) {
      const Vec2 a0 = m_regions[0]->vertex(a.ring, i);
      const Vec2 a1 = m_regions[0]->vertex(a.ring, i + 1);
      if (std::max(a0.x, a1.x) < b.box.min_x || std::min(a0.x, a1.x) > b.box.max_x ||
          std::max(a0.y, a1.y) < b.box.min_y || std::min(a0.y, a1.y) > b.box.max_y) {
        continue;
      }
      for (std::uint32_t j = b.first; j < b.end; ++j) {
        Crossing crossing;
        const Meeting meeting =
            meet(a0, a1, m_regions[1]->vertex(b.ring, j), m_regions[1]->vertex(b.ring, j + 1), crossing);
        if (meeting == Meeting::unclear) return false;
        if (meeting == Meeting::none) continue;
        crossing.ring[0] = a.ring;
        crossing.ring[1] = b.ring;
        crossing.edge[0] = i;
        crossing.edge[1] = j;
        m_crossings.push_back(crossing);
      }
    }
    return true;
  }

  /// Finds which crossing follows which along the rings of one region.
  bool link(int side) {
    std::vector<std::uint32_t> order(m_crossings.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto key = [&](std::uint32_t i) -> const Crossing& { return m_crossings[i]; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
      const Crossing& p = key(i);
      const Crossing& q = key(j);
      if (p.ring[side] != q.ring[side]) return p.ring[side] < q.ring[side];
      return p.edge[side] != q.edge[side] ? p.edge[side] < q.edge[side] : p.along[side] < q.along[side];
    });
    m_crossed[side].assign(m_regions[side]->ring_count(), false);
    for (std::size_t from = 0; from < order.size();) {
      std::size_t to = from;
      while (to < order.size() && key(order[to]).ring[side] == key(order[from]).ring[side]) ++to;
      for (std::size_t i = from; i < to; ++i) {
        const std::size_t next = i + 1 < to ? i + 1 : from;
        const Crossing& p = key(order[i]);
        const Crossing& q = key(order[next]);
        // Along a ring a region is come into and left in turn; anything else is a matter of rounding.
        if (p.enters == q.enters) return false;
        if (next > i && p.edge[side] == q.edge[side] && p.along[side] == q.along[side]) return false;
        m_crossings[order[i]].next[side] = order[next];
      }
      m_crossed[side][key(order[from]).ring[side]] = true;
      from = to;
    }
    return true;
  }

  /// Follows a through b, then b through a, and so on until the loop closes.
  bool trace() {
    for (std::uint32_t start = 0; start < m_crossings.size(); ++start) {
      if (m_crossings[start].used || !m_crossings[start].enters) continue;
      std::vector<double> ring;
      std::uint32_t at = start;
      do {
        if (m_crossings[at].used) return false;
        m_crossings[at].used = true;
        at = follow(at, 0, ring);
        at = follow(at, 1, ring);
      } while (at != start);
      if (ring.size() >= 6 && model::ring_area2(ring) != 0) m_rings.push_back(std::move(ring));
    }
    return true;
  }

  /// Adds a crossing and the vertices of one region's ring up to the next crossing, and returns that.
  std::uint32_t follow(std::uint32_t from, int side, std::vector<double>& ring) const {
    const Crossing& p = m_crossings[from];
    const Crossing& q = m_crossings[p.next[side]];
    add(ring, p.at);
    const auto xy = m_regions[side]->ring(p.ring[side]);
    const auto count = static_cast<std::uint32_t>(xy.size() / 2);
    std::uint32_t steps = (q.edge[side] + count - p.edge[side]) % count;
    if (steps == 0 && (from == p.next[side] || q.along[side] < p.along[side])) steps = count;
    for (std::uint32_t i = 1; i <= steps; ++i)
      add(ring, m_regions[side]->vertex(p.ring[side], (p.edge[side] + i) % count));
    return p.next[side];
  }
  static void add(std::vector<double>& ring, Vec2 p) {
    if (ring.size() >= 2 && ring[ring.size() - 2] == p.x && ring.back() == p.y) return;
    ring.insert(ring.end(), {p.x, p.y});
  }

  /// Rings that cross nothing belong to the result where they lie in the other region.
  bool add_whole_rings(int side) {
    const Region& other = *m_regions[1 - side];
    for (std::uint32_t r = 0; r < m_regions[side]->ring_count(); ++r) {
      const Vec2 first = m_regions[side]->vertex(r, 0);
      if (m_crossed[side][r] || !other.box().contains(first)) continue;
      const std::optional<bool> within = holds(other, first);
      if (!within) return false;
      if (*within) m_whole.push_back(m_regions[side]->ring(r));
    }
    return true;
  }

  const Region* m_regions[2];
  std::vector<Crossing> m_crossings;
  std::vector<bool> m_crossed[2];  ///< rings with crossings
  std::vector<std::vector<double>> m_rings;
  std::vector<std::span<const double>> m_whole;
};

}  // namespace

Region::Region(const model::PolygonSet& polygons, std::size_t feature) {
  for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
    if (polygons.ring(r).size() < 6) continue;
    const auto ring = static_cast<std::uint32_t>(m_rings.size());
    m_rings.push_back(polygons.ring(r));
    const auto count = static_cast<std::uint32_t>(polygons.ring(r).size() / 2);
    for (std::uint32_t first = 0; first < count; first += k_vertices_a_run) {
      Run run{{}, ring, first, std::min(first + k_vertices_a_run, count)};
      for (std::uint32_t i = first; i <= run.end; ++i) run.box.add(vertex(ring, i));
      m_box.add(run.box);
      m_runs.push_back(run);
    }
  }
}

bool append_intersection(const Region& a, const Region& b, model::PolygonSet& to) {
  if (!a.box().intersects(b.box())) return true;
  return Clipper(a, b).run(to);
}

}  // namespace ntmap::geom
