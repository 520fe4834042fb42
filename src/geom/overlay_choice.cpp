#include "geom/overlay_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "geom/geos_shapes.hpp"
#include "geom/parts.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

class Chooser {
 public:
  Chooser(const Overlay& overlay, std::span<const std::uint8_t> chosen)
      : m_overlay(overlay), m_chosen(chosen) {}

  /// Feature 0 is what the chosen areas cover of one unit, whose pairs are first..end.
  PolygonSet covered(GeosShapes& geos, std::size_t first, std::size_t end) const {
    std::vector<std::size_t> pairs;
    for (std::size_t i = first; i < end; ++i) {
      if (m_chosen[m_overlay.pairs[i].area] != 0) pairs.push_back(i);
    }
    PolygonSet out;
    for (const std::vector<std::size_t>& group : groups_of(pairs)) {
      if (group.size() == 1) {
        append_parts(m_overlay.pair_pieces, group.front(), out);
        continue;
      }
      std::vector<Shape> shapes;
      for (const std::size_t pair : group) shapes.push_back(geos.feature(m_overlay.pair_pieces, pair));
      geos.append_parts(geos.unite(geos.collect(std::move(shapes))), out);
    }
    out.end_feature();
    return out;
  }

 private:
  bool overlap(std::uint32_t a, std::uint32_t b) const {
    const std::pair wanted(std::min(a, b), std::max(a, b));
    const auto found = std::lower_bound(m_overlay.overlaps.begin(), m_overlay.overlaps.end(), wanted,
                                        [](const AreaOverlap& overlap, const auto& pair) {
                                          return std::pair(overlap.first, overlap.second) < pair;
                                        });
    return found != m_overlay.overlaps.end() && std::pair(found->first, found->second) == wanted;
  }

  /// Pairs whose areas overlap, directly or through others, put together.
  std::vector<std::vector<std::size_t>> groups_of(const std::vector<std::size_t>& pairs) const {
    std::vector<std::size_t> leader(pairs.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
      while (leader[i] != i) i = leader[i] = leader[leader[i]];
      return i;
    };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (std::size_t j = i + 1; j < pairs.size(); ++j) {
        if (!overlap(m_overlay.pairs[pairs[i]].area, m_overlay.pairs[pairs[j]].area)) continue;
        const std::size_t a = find(i);
        const std::size_t b = find(j);
        leader[std::max(a, b)] = std::min(a, b);
      }
    }
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::size_t> group_of(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::size_t first = find(i);
      if (first == i) {
        group_of[i] = groups.size();
        groups.emplace_back();
      }
      groups[group_of[first]].push_back(pairs[i]);
    }
    return groups;
  }

  const Overlay& m_overlay;
  std::span<const std::uint8_t> m_chosen;
};

/// First pair of each unit, and the end.
std::vector<std::size_t> pair_starts(const Overlay& overlay, std::size_t units) {
  std::vector<std::size_t> starts(units + 1);
  for (const UnitArea& pair : overlay.pairs) ++starts[pair.unit + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

}  // namespace

PolygonSet covered_by(const Overlay& overlay, std::size_t units, std::span<const std::uint8_t> chosen,
                      const base::Job& job) {
  const Chooser chooser(overlay, chosen);
  const std::vector<std::size_t> starts = pair_starts(overlay, units);
  std::vector<PolygonSet> covered(units);
  base::parallel_for(units, 32, [&](std::size_t begin, std::size_t end) {
    if (job.cancelled()) return;
    GeosShapes geos;
    for (std::size_t u = begin; u < end; ++u) covered[u] = chooser.covered(geos, starts[u], starts[u + 1]);
  });
  job.checkpoint();
  PolygonSet out;
  for (PolygonSet& one : covered) {
    out.append_feature(one, 0);
    one = {};
  }
  return out;
}

}  // namespace ntmap::geom
