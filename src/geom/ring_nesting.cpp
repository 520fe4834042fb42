#include "geom/ring_nesting.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace ntmap::geom {
namespace {

using base::Box;
using base::Vec2;

constexpr std::size_t k_no_ring = static_cast<std::size_t>(-1);

Box box_of(std::span<const double> ring) {
  Box box;
  for (std::size_t i = 0; i < ring.size(); i += 2) box.add(Vec2{ring[i], ring[i + 1]});
  return box;
}

/// Whether `inner` lies in `outer`, by the first of its vertices and edge middles that is not on its
/// border; nothing when all are.
std::optional<bool> lies_in(std::span<const double> inner, std::span<const double> outer) {
  for (const bool middles : {false, true}) {
    for (std::size_t i = 0; i < inner.size(); i += 2) {
      const Vec2 a{inner[i], inner[i + 1]};
      const std::size_t next = (i + 2) % inner.size();
      const Vec2 b{inner[next], inner[next + 1]};
      const Side side = side_of_ring(outer, middles ? (a + b) * 0.5 : a);
      if (side != Side::border) return side == Side::inside;
    }
  }
  return std::nullopt;
}

void append_ring(std::span<const double> ring, bool counter_clockwise, model::PolygonSet& to) {
  const bool as_is = (model::ring_area2(ring) > 0) == counter_clockwise;
  for (std::size_t i = 0; i < ring.size(); i += 2) {
    const std::size_t at = as_is ? i : ring.size() - 2 - i;
    to.add_vertex(ring[at], ring[at + 1]);
  }
  to.end_ring();
}

struct Nested {
  std::size_t depth = 0;
  std::size_t parent = k_no_ring;  ///< the least ring round this one
};

std::optional<std::vector<Nested>> nest(const std::vector<std::span<const double>>& rings) {
  std::vector<Nested> out(rings.size());
  std::vector<Box> boxes;
  std::vector<double> areas;
  for (const auto ring : rings) {
    boxes.push_back(box_of(ring));
    areas.push_back(std::abs(model::ring_area2(ring)));
  }
  for (std::size_t i = 0; i < rings.size(); ++i) {
    for (std::size_t j = 0; j < rings.size(); ++j) {
      const Box& outer = boxes[j];
      if (i == j || areas[i] > areas[j] || !outer.contains({boxes[i].min_x, boxes[i].min_y}) ||
          !outer.contains({boxes[i].max_x, boxes[i].max_y})) {
        continue;
      }
      const std::optional<bool> within = lies_in(rings[i], rings[j]);
      if (!within) return std::nullopt;
      if (!*within) continue;
      ++out[i].depth;
      if (out[i].parent == k_no_ring || areas[j] < areas[out[i].parent]) out[i].parent = j;
    }
  }
  return out;
}

}  // namespace

Side side_of_ring(std::span<const double> ring, Vec2 p) {
  bool inside = false;
  Vec2 a{ring[ring.size() - 2], ring[ring.size() - 1]};
  for (std::size_t i = 0; i < ring.size(); i += 2) {
    const Vec2 b{ring[i], ring[i + 1]};
    const double turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    if (turn == 0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
        p.y <= std::max(a.y, b.y)) {
      return Side::border;
    }
    if ((a.y > p.y) != (b.y > p.y) && (turn > 0) == (b.y > a.y)) inside = !inside;
    a = b;
  }
  return inside ? Side::inside : Side::outside;
}

bool append_nested(const std::vector<std::span<const double>>& rings, model::PolygonSet& to) {
  const auto nested = nest(rings);
  if (!nested) return false;
  for (std::size_t shell = 0; shell < rings.size(); ++shell) {
    if ((*nested)[shell].depth % 2 != 0) continue;
    append_ring(rings[shell], true, to);
    for (std::size_t hole = 0; hole < rings.size(); ++hole) {
      if ((*nested)[hole].depth % 2 != 0 && (*nested)[hole].parent == shell)
        append_ring(rings[hole], false, to);
    }
    to.end_part();
  }
  return true;
}

}  // namespace ntmap::geom
