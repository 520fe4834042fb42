#include "geom/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "geom/vertex_grid.hpp"

namespace ntmap::geom {
namespace {

using base::Vec2;

double triangle_area2(Vec2 a, Vec2 b, Vec2 c) {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/// Removes vertices from one arc after another; what stays is marked in `keep`. One a thread.
class Simplifier {
 public:
  Simplifier(const model::LineSet& arcs, const VertexGrid& grid, double tolerance,
             std::vector<std::uint8_t>& keep)
      : m_arcs(arcs), m_grid(grid), m_limit(tolerance * tolerance), m_keep(keep) {}

  /// Keeps the ends and at least `least` vertices between them.
  void simplify(std::size_t arc, std::uint32_t least) {
    m_first = m_arcs.line_start[arc];
    m_last = m_arcs.line_start[arc + 1] - 1;
    if (m_last <= m_first + 1 + least) return;
    std::uint32_t left = m_last - m_first - 1;
    load();
    while (!m_heap.empty() && left > least) {
      const Candidate candidate = m_heap.front();
      std::pop_heap(m_heap.begin(), m_heap.end());
      m_heap.pop_back();
      const std::uint32_t v = candidate.vertex;
      Link& link = m_links[v - m_first];
      // Of a vertex whose neighbours have changed since, only the newest entry counts.
      if (m_keep[v] == 0 || link.area2 != candidate.area2) continue;
      if (holds_a_vertex(link.prev, v, link.next)) continue;
      m_keep[v] = 0;
      --left;
      m_links[link.prev - m_first].next = link.next;
      m_links[link.next - m_first].prev = link.prev;
      if (link.prev != m_first && weigh(link.prev)) std::push_heap(m_heap.begin(), m_heap.end());
      if (link.next != m_last && weigh(link.next)) std::push_heap(m_heap.begin(), m_heap.end());
    }
  }

 private:
  struct Link {
    std::uint32_t prev, next;
    double area2;
  };
  struct Candidate {
    double area2;
    std::uint32_t vertex;
    bool operator<(const Candidate& other) const {  // the smallest first, ties by number
      return area2 != other.area2 ? area2 > other.area2 : vertex > other.vertex;
    }
  };

  Vec2 at(std::uint32_t v) const {
    return {m_arcs.xy[2 * std::size_t{v}], m_arcs.xy[2 * std::size_t{v} + 1]};
  }

  void load() {
    m_links.resize(m_last - m_first + 1);
    m_heap.clear();
    for (std::uint32_t v = m_first; v <= m_last; ++v) {
      m_links[v - m_first].prev = v - 1;
      m_links[v - m_first].next = v + 1;
    }
    for (std::uint32_t v = m_first + 1; v < m_last; ++v) weigh(v);
    std::make_heap(m_heap.begin(), m_heap.end());
  }
  /// Whether the vertex may go: then it is the last in the heap's list.
  bool weigh(std::uint32_t v) {
    Link& link = m_links[v - m_first];
    link.area2 = std::abs(triangle_area2(at(link.prev), at(v), at(link.next)));
    if (!(link.area2 < m_limit)) return false;
    m_heap.push_back({link.area2, v});
    return true;
  }

  /// True when cutting the corner a b c off would pass over another vertex: of this arc as it is now, or
  /// of another one as it was. With that neither arc can come to cross the other, in whatever order (or
  /// on whatever thread) arcs are taken: what crosses the new edge a c would have to end in the corner.
  bool holds_a_vertex(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
    const Vec2 p = at(a);
    Vec2 q = at(b);
    Vec2 r = at(c);
    base::Box box;
    box.add(p);
    box.add(q);
    box.add(r);
    const double area2 = triangle_area2(p, q, r);
    if (area2 < 0) std::swap(q, r);
    return m_grid.any_near(box, [&](std::uint32_t v) {
      if (v >= m_first && v <= m_last && (m_keep[v] == 0 || v == b)) return false;
      const Vec2 s = at(v);
      if (!box.contains(s) || s == p || s == at(c)) return false;
      return triangle_area2(p, q, s) >= 0 && triangle_area2(q, r, s) >= 0 && triangle_area2(r, p, s) >= 0;
    });
  }

  const model::LineSet& m_arcs;
  const VertexGrid& m_grid;
  double m_limit;  ///< twice the area under which a corner goes
  std::vector<std::uint8_t>& m_keep;
  std::uint32_t m_first = 0;
  std::uint32_t m_last = 0;
  std::vector<Link> m_links;
  std::vector<Candidate> m_heap;
};

/// How many vertices each arc must keep between its ends so that every ring keeps three in all.
std::vector<std::uint8_t> least_inner(const Coverage& coverage) {
  std::vector<std::uint8_t> least(coverage.arcs.line_count(), 0);
  for (std::size_t r = 0; r + 1 < coverage.ring_start.size(); ++r) {
    const std::uint32_t first = coverage.ring_start[r];
    const std::uint32_t count = coverage.ring_start[r + 1] - first;
    if (count > 2) continue;
    const std::uint8_t needed = count == 1 ? 2 : 1;
    for (std::uint32_t i = first; i < first + count; ++i) {
      std::uint8_t& kept = least[coverage.ring_arcs[i] / 2];
      kept = std::max(kept, needed);
    }
  }
  return least;
}

model::LineSet kept_lines(const model::LineSet& lines, const std::vector<std::uint8_t>& keep) {
  model::LineSet out;
  out.line_start.reserve(lines.line_start.size());
  for (std::size_t i = 0; i < lines.line_count(); ++i) {
    for (std::uint32_t v = lines.line_start[i]; v < lines.line_start[i + 1]; ++v) {
      if (keep[v] != 0) out.add_vertex(lines.xy[2 * std::size_t{v}], lines.xy[2 * std::size_t{v} + 1]);
    }
    out.end_line();
  }
  return out;
}

/// Cells in which a corner of the tolerance's size covers few, and which hold few vertices.
double cell_size(const model::LineSet& arcs, double tolerance) {
  double length = 0;
  for (std::size_t i = 0; i < arcs.line_count(); ++i) {
    const auto line = arcs.line(i);
    for (std::size_t k = 2; k < line.size(); k += 2) {
      length += std::hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);
    }
  }
  const double spacing = length / std::max(1.0, static_cast<double>(arcs.xy.size()) / 2);
  return std::max(2 * spacing, std::sqrt(spacing * tolerance));
}

}  // namespace

Coverage simplify(const Coverage& coverage, double tolerance) {
  Coverage out = coverage;
  if (!(tolerance > 0)) return out;
  const model::LineSet& arcs = coverage.arcs;
  const VertexGrid grid(arcs.xy, cell_size(arcs, tolerance));
  const std::vector<std::uint8_t> least = least_inner(coverage);
  std::vector<std::uint8_t> keep(arcs.xy.size() / 2, 1);
  base::parallel_for(arcs.line_count(), 256, [&](std::size_t begin, std::size_t end) {
    Simplifier simplifier(arcs, grid, tolerance, keep);
    for (std::size_t arc = begin; arc < end; ++arc) simplifier.simplify(arc, least[arc]);
  });
  out.arcs = kept_lines(arcs, keep);
  return out;
}

}  // namespace ntmap::geom
