#include "geom/dissolve.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "geom/coverage.hpp"
#include "geom/geos_shapes.hpp"
#include "geom/ring_nesting.hpp"
#include "geom/z_order.hpp"

namespace ntmap::geom {
namespace {

using base::Vec2;
using model::PolygonSet;

constexpr double k_same_area = 1e-9;  // relative

struct PlaceHash {
  std::size_t operator()(Vec2 p) const {
    const std::size_t x = std::hash<double>()(p.x);
    return (x ^ (x >> 29)) * 0x9e3779b97f4a7c15ULL + std::hash<double>()(p.y);
  }
};

/// An arc along the outside of a group, walked so that the group lies on its left.
struct Border {
  std::uint32_t step = 0;  ///< arc * 2 + backwards
  Vec2 start, end;
  Vec2 leaves;   ///< second vertex
  Vec2 arrives;  ///< last but one vertex
  bool used = false;
};

Border border_of(const Coverage& coverage, std::uint32_t step) {
  const auto line = coverage.arcs.line(step / 2);
  const std::size_t n = line.size();
  const Vec2 first{line[0], line[1]};
  const Vec2 last{line[n - 2], line[n - 1]};
  const Vec2 second{line[2], line[3]};
  const Vec2 last_but_one{line[n - 4], line[n - 3]};
  if (step % 2 == 0) return {step, first, last, second, last_but_one, false};
  return {step, last, first, last_but_one, second, false};
}

/// Angle from the direction `from` clockwise to `to`, in (0, 2 pi].
double clockwise(Vec2 from, Vec2 to) {
  const double cross = from.x * to.y - from.y * to.x;
  const double dot = from.x * to.x + from.y * to.y;
  const double angle = std::atan2(-cross, dot);
  return angle > 0 ? angle : angle + 2 * std::numbers::pi;
}

/// Chains the borders of one group to rings.
class RingTracer {
 public:
  RingTracer(const Coverage& coverage, std::vector<Border> borders)
      : m_coverage(coverage), m_borders(std::move(borders)) {
    for (std::size_t i = 0; i < m_borders.size(); ++i) m_leaving[m_borders[i].start].push_back(i);
  }

  /// False when a chain does not close: the group does not share its borders exactly.
  bool trace(std::vector<std::vector<double>>& rings) {
    for (std::size_t i = 0; i < m_borders.size(); ++i) {
      if (!m_borders[i].used && !trace_from(i, rings)) return false;
    }
    return true;
  }

 private:
  bool trace_from(std::size_t first, std::vector<std::vector<double>>& rings) {
    std::vector<std::size_t> chain{first};
    m_borders[first].used = true;
    while (m_borders[chain.back()].end != m_borders[first].start || !closes(chain.back(), first)) {
      const auto next = next_after(chain.back());
      if (!next) return false;
      m_borders[*next].used = true;
      chain.push_back(*next);
    }
    return split_loops(chain, rings);
  }
  bool closes(std::size_t last, std::size_t first) {
    const auto next = next_after(last);
    if (!next) return true;
    const Vec2 back = m_borders[last].arrives - m_borders[last].end;
    return clockwise(back, m_borders[first].leaves - m_borders[first].start) <=
           clockwise(back, m_borders[*next].leaves - m_borders[*next].start);
  }
  /// The unused border that bounds the same corner of the group: the first one clockwise.
  std::optional<std::size_t> next_after(std::size_t border) const {
    const auto at = m_leaving.find(m_borders[border].end);
    if (at == m_leaving.end()) return std::nullopt;
    const Vec2 back = m_borders[border].arrives - m_borders[border].end;
    std::optional<std::size_t> best;
    double least = 0;
    for (const std::size_t candidate : at->second) {
      if (m_borders[candidate].used) continue;
      const double angle = clockwise(back, m_borders[candidate].leaves - m_borders[candidate].start);
      if (best && angle >= least) continue;
      best = candidate;
      least = angle;
    }
    return best;
  }
  /// A chain that comes through one node twice has a hole that touches it there: a ring of its own.
  bool split_loops(const std::vector<std::size_t>& chain, std::vector<std::vector<double>>& rings) {
    std::vector<std::size_t> open;
    std::unordered_map<Vec2, std::size_t, PlaceHash> entered;  // start of open[i] -> i
    for (const std::size_t border : chain) {
      entered[m_borders[border].start] = open.size();
      open.push_back(border);
      const auto loop = entered.find(m_borders[border].end);
      if (loop == entered.end() || loop->second >= open.size()) continue;
      const std::size_t from = loop->second;
      rings.push_back(vertices(std::span(open).subspan(from)));
      for (std::size_t i = from; i < open.size(); ++i) entered.erase(m_borders[open[i]].start);
      open.resize(from);
    }
    return open.empty();
  }
  std::vector<double> vertices(std::span<const std::size_t> loop) const {
    std::vector<double> out;
    for (const std::size_t border : loop) {
      const std::uint32_t step = m_borders[border].step;
      const auto line = m_coverage.arcs.line(step / 2);
      if (step % 2 == 0) {
        out.insert(out.end(), line.begin(), line.end() - 2);
        continue;
      }
      for (std::size_t i = line.size(); i > 2; i -= 2) out.insert(out.end(), {line[i - 2], line[i - 1]});
    }
    return out;
  }

  const Coverage& m_coverage;
  std::vector<Border> m_borders;
  std::unordered_map<Vec2, std::vector<std::size_t>, PlaceHash> m_leaving;
};

double area_of(const PolygonSet& polygons, const std::vector<std::uint32_t>& features) {
  double sum = 0;
  for (const std::uint32_t f : features) sum += model::feature_area(polygons, f);
  return sum;
}

/// The group from its outer arcs; nothing when that is not a valid polygon of the same area, because
/// features overlap or their borders do not meet exactly.
std::optional<PolygonSet> dissolved_by_arcs(GeosShapes& geos, const Coverage& coverage,
                                            std::vector<Border> borders, double area) {
  std::vector<std::vector<double>> rings;
  if (!RingTracer(coverage, std::move(borders)).trace(rings)) return std::nullopt;
  const std::vector<std::span<const double>> views(rings.begin(), rings.end());
  PolygonSet out;
  if (!append_nested(views, out)) return std::nullopt;
  out.end_feature();
  if (std::abs(model::feature_area(out, 0) - area) > k_same_area * area) return std::nullopt;
  if (geos.flaw(geos.feature(out, 0))) return std::nullopt;
  return out;
}

/// Features near one another stand together, so that unions of neighbours in the list stay compact.
std::vector<std::uint32_t> along_the_z_order(const PolygonSet& polygons,
                                             const std::vector<std::uint32_t>& features) {
  base::Box all;
  for (const std::uint32_t f : features) all.add(polygons.feature_box(f));
  const ZOrder place(all);
  std::vector<ZKey> keys;
  std::vector<ZKey> spare;
  for (const std::uint32_t f : features) {
    const base::Box box = polygons.feature_box(f);
    if (!box.empty()) keys.push_back({place(box.centre().x, box.centre().y), f});
  }
  sort_by_z(keys, spare);
  std::vector<std::uint32_t> out;
  for (const ZKey& key : keys) out.push_back(key.id);
  return out;
}

/// Level by level, so that it can be stopped between unions: one call for all of a country takes minutes.
/// What it gives is no union where the job was cancelled.
PolygonSet dissolved_by_union(GeosShapes& geos, const PolygonSet& polygons,
                              const std::vector<std::uint32_t>& features, const base::Job& job) {
  constexpr std::size_t k_at_once = 8;
  std::vector<Shape> shapes;
  for (const std::uint32_t f : along_the_z_order(polygons, features)) {
    shapes.push_back(geos.feature(polygons, f));
  }
  double left = 1;  // of the progress: each level takes about as long as the one before
  do {
    std::vector<Shape> united;
    const std::size_t count = shapes.size();
    for (std::size_t from = 0; from < count && !job.cancelled(); from += k_at_once) {
      std::vector<Shape> some;
      for (std::size_t i = from; i < std::min(from + k_at_once, count); ++i) {
        some.push_back(std::move(shapes[i]));
      }
      united.push_back(geos.unite(geos.collect(std::move(some))));
      job.progress(1 - left + left / 3 * static_cast<double>(from + k_at_once) / static_cast<double>(count));
    }
    left *= 2.0 / 3;
    shapes = std::move(united);
  } while (shapes.size() > 1 && !job.cancelled());
  PolygonSet out;
  if (!shapes.empty()) geos.append_parts(shapes.front(), out);
  out.end_feature();
  return out;
}

/// The borders of every group: arcs with the group on one side only.
std::vector<std::vector<Border>> borders_of_groups(const Coverage& coverage,
                                                   std::span<const std::uint32_t> group_of,
                                                   std::size_t groups) {
  std::vector<std::vector<Border>> out(groups);
  for (std::uint32_t arc = 0; arc < coverage.arcs.line_count(); ++arc) {
    const std::uint32_t left = coverage.left[arc] == k_outside ? k_outside : group_of[coverage.left[arc]];
    const std::uint32_t right = coverage.right[arc] == k_outside ? k_outside : group_of[coverage.right[arc]];
    if (left == right) continue;
    if (left < groups) out[left].push_back(border_of(coverage, 2 * arc));
    if (right < groups) out[right].push_back(border_of(coverage, 2 * arc + 1));
  }
  return out;
}

}  // namespace

PolygonSet dissolve(const PolygonSet& polygons, std::span<const std::uint32_t> group_of, std::size_t groups,
                    const base::Job& job) {
  std::vector<std::vector<std::uint32_t>> members(groups);
  for (std::uint32_t f = 0; f < polygons.feature_count(); ++f) {
    if (group_of[f] < groups) members[group_of[f]].push_back(f);
  }
  const Coverage coverage = build_coverage(polygons);
  job.checkpoint();
  std::vector<std::vector<Border>> borders = borders_of_groups(coverage, group_of, groups);
  std::vector<PolygonSet> dissolved(groups);
  std::atomic<std::size_t> done = 0;
  base::parallel_for(groups, 1, [&](std::size_t begin, std::size_t end) {
    GeosShapes geos;
    for (std::size_t g = begin; g < end && !job.cancelled(); ++g) {
      if (members[g].size() == 1) {
        dissolved[g].append_feature(polygons, members[g][0]);
      } else {
        auto by_arcs =
            dissolved_by_arcs(geos, coverage, std::move(borders[g]), area_of(polygons, members[g]));
        // One group alone tells how far its own unions are.
        dissolved[g] =
            by_arcs ? std::move(*by_arcs)
                    : dissolved_by_union(geos, polygons, members[g], groups == 1 ? job : job.part(0, 0));
      }
      job.progress(static_cast<double>(++done) / static_cast<double>(groups));
    }
  });
  job.checkpoint();
  PolygonSet out;
  for (const PolygonSet& one : dissolved) out.append_feature(one, 0);
  return out;
}

}  // namespace ntmap::geom
