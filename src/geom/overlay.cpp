#include "geom/overlay.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "base/parallel.hpp"
#include "geom/geos_shapes.hpp"
#include "geom/parts.hpp"
#include "geom/region_clip.hpp"

namespace ntmap::geom {
namespace {

using base::Box;
using model::PolygonSet;

// Pieces add up to their area but for rounding and, where areas are geodesic, for the bend of cut edges.
constexpr double k_nothing_outside = 1e-6;
// What rounding leaves of two features that only touch, as a share of the smaller one's box.
constexpr double k_touching = 1e-14;

/// Features by the west edge of their boxes, to find those near a box.
class BoxIndex {
 public:
  explicit BoxIndex(const PolygonSet& polygons) : m_order(polygons.feature_count()) {
    for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
      m_boxes.push_back(polygons.feature_box(f));
      m_widest = std::max(m_widest, m_boxes.back().width());
    }
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::erase_if(m_order, [&](std::uint32_t f) { return m_boxes[f].empty(); });
    std::sort(m_order.begin(), m_order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return m_boxes[a].min_x < m_boxes[b].min_x; });
  }

  const Box& box(std::size_t feature) const { return m_boxes[feature]; }
  /// In rising order.
  std::vector<std::uint32_t> near(const Box& box) const {
    std::vector<std::uint32_t> out;
    const auto first = std::lower_bound(m_order.begin(), m_order.end(), box.min_x - m_widest,
                                        [&](std::uint32_t f, double x) { return m_boxes[f].min_x < x; });
    for (auto at = first; at != m_order.end() && m_boxes[*at].min_x <= box.max_x; ++at) {
      if (m_boxes[*at].intersects(box)) out.push_back(*at);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::vector<Box> m_boxes;
  std::vector<std::uint32_t> m_order;
  double m_widest = 0;
};

/// A layer whose features are intersected again and again.
struct Regions {
  explicit Regions(const PolygonSet& layer) : polygons(layer) {
    regions.reserve(layer.feature_count());
    for (std::size_t f = 0; f < layer.feature_count(); ++f) regions.emplace_back(layer, f);
  }
  const PolygonSet& polygons;
  std::vector<Region> regions;
};

/// What two features share, as a feature of its own; without parts when they share no area.
PolygonSet shared_part(GeosShapes& geos, const Region& a, const PolygonSet& a_layer, std::size_t a_feature,
                       const Regions& b, std::size_t b_feature) {
  PolygonSet out;
  if (!append_intersection(a, b.regions[b_feature], out)) {
    geos.append_parts(
        geos.intersection(geos.feature(a_layer, a_feature), geos.feature(b.polygons, b_feature)), out);
  }
  out.end_feature();
  const Box& box = b.regions[b_feature].box();
  const double smaller = std::min(box.width() * box.height(), a.box().width() * a.box().height());
  if (model::feature_area(out, 0) > k_touching * smaller) return out;
  PolygonSet nothing;
  nothing.end_feature();
  return nothing;
}

bool has_parts(const PolygonSet& one) {
  return one.part_count() > 0;
}

/// Areas that overlap, directly or through others, made one; and the layer of the results.
struct Clusters {
  std::vector<std::uint32_t> of_area;
  PolygonSet united;
};

class Overlayer {
 public:
  Overlayer(const PolygonSet& units, const PolygonSet& areas, const OverlayOptions& options,
            const base::Job& job)
      : m_units(units),
        m_areas(areas),
        m_options(options),
        m_job(job),
        m_area_index(areas),
        m_area_regions(areas) {}

  Overlay run() {
    measure_areas();
    m_job.phase(base::text("Tìm các vùng chồng nhau", "Finding areas that overlap"));
    find_overlaps();
    const Clusters clusters = unite_overlapping();
    const Regions united(clusters.united);
    m_job.phase(base::text("Chồng vùng lên đơn vị", "Laying areas over units"));
    std::vector<UnitResult> results(m_units.feature_count());
    std::atomic<std::size_t> done = 0;
    base::parallel_for(m_units.feature_count(), 8, [&](std::size_t begin, std::size_t end) {
      if (m_job.cancelled()) return;
      GeosShapes geos;
      for (std::size_t u = begin; u < end; ++u) results[u] = lay_over(geos, u, clusters, united);
      done += end - begin;
      m_job.progress(static_cast<double>(done) / static_cast<double>(m_units.feature_count()));
    });
    m_job.checkpoint();
    collect(results);
    return std::move(m_out);
  }

 private:
  struct UnitResult {
    std::vector<UnitArea> pairs;
    PolygonSet pieces;
    PolygonSet covered;  ///< one feature
    double covered_area = 0;
  };

  double measure(const PolygonSet& polygons, std::size_t feature) const {
    return m_options.measure ? m_options.measure(polygons, feature) : model::feature_area(polygons, feature);
  }

  void measure_areas() {
    m_out.area_measure.resize(m_areas.feature_count());
    base::parallel_for(m_areas.feature_count(), 64, [&](std::size_t begin, std::size_t end) {
      for (std::size_t a = begin; a < end; ++a) m_out.area_measure[a] = measure(m_areas, a);
    });
  }

  void find_overlaps() {
    std::vector<std::vector<AreaOverlap>> found(m_areas.feature_count());
    base::parallel_for(m_areas.feature_count(), 16, [&](std::size_t begin, std::size_t end) {
      GeosShapes geos;
      for (std::size_t a = begin; a < end; ++a) {
        for (const std::uint32_t b : m_area_index.near(m_area_index.box(a))) {
          if (b <= a) continue;
          const PolygonSet both = shared_part(geos, m_area_regions.regions[a], m_areas, a, m_area_regions, b);
          if (has_parts(both)) found[a].push_back({static_cast<std::uint32_t>(a), b, measure(both, 0)});
        }
      }
    });
    for (const auto& some : found) m_out.overlaps.insert(m_out.overlaps.end(), some.begin(), some.end());
  }

  Clusters unite_overlapping() const {
    Clusters out;
    std::vector<std::uint32_t> leader(m_areas.feature_count());
    std::iota(leader.begin(), leader.end(), 0U);
    const auto find = [&](std::uint32_t a) {
      while (leader[a] != a) a = leader[a] = leader[leader[a]];
      return a;
    };
    for (const AreaOverlap& overlap : m_out.overlaps) {
      const std::uint32_t a = find(overlap.first);
      const std::uint32_t b = find(overlap.second);
      leader[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::uint32_t>> members;
    for (std::uint32_t a = 0; a < leader.size(); ++a) {
      const std::uint32_t first = find(a);
      out.of_area.push_back(first == a ? static_cast<std::uint32_t>(members.size()) : out.of_area[first]);
      if (first == a) members.emplace_back();
      members[out.of_area[a]].push_back(a);
    }
    std::vector<PolygonSet> united(members.size());
    base::parallel_for(members.size(), 4, [&](std::size_t begin, std::size_t end) {
      GeosShapes geos;
      for (std::size_t c = begin; c < end; ++c) united[c] = unite(geos, members[c]);
    });
    for (const PolygonSet& one : united) out.united.append_feature(one, 0);
    return out;
  }

  PolygonSet unite(GeosShapes& geos, const std::vector<std::uint32_t>& members) const {
    PolygonSet out;
    if (members.size() == 1) {
      out.append_feature(m_areas, members[0]);
      return out;
    }
    std::vector<Shape> shapes;
    for (const std::uint32_t a : members) shapes.push_back(geos.feature(m_areas, a));
    geos.append_parts(geos.unite(geos.collect(std::move(shapes))), out);
    out.end_feature();
    return out;
  }

  UnitResult lay_over(GeosShapes& geos, std::size_t unit, const Clusters& clusters,
                      const Regions& united) const {
    UnitResult result;
    const std::vector<std::uint32_t> near = m_area_index.near(m_units.feature_box(unit));
    if (near.empty()) {
      result.covered.end_feature();
      return result;
    }
    const Region region(m_units, unit);
    // The only piece of each cluster; no feature where there are several, which may overlap.
    std::vector<std::pair<std::uint32_t, PolygonSet>> by_cluster;
    for (const std::uint32_t a : near) {
      PolygonSet piece = shared_part(geos, region, m_units, unit, m_area_regions, a);
      if (!has_parts(piece)) continue;
      result.pairs.push_back({static_cast<std::uint32_t>(unit), a, measure(piece, 0)});
      if (m_options.keep_pieces) result.pieces.append_feature(piece, 0);
      const std::uint32_t cluster = clusters.of_area[a];
      const auto same = [&](const auto& other) { return other.first == cluster; };
      const auto only = std::find_if(by_cluster.begin(), by_cluster.end(), same);
      if (only == by_cluster.end()) {
        by_cluster.emplace_back(cluster, std::move(piece));
      } else {
        only->second = {};
      }
    }
    for (auto& [cluster, piece] : by_cluster) {
      if (piece.feature_count() == 0) piece = shared_part(geos, region, m_units, unit, united, cluster);
      append_parts(piece, 0, result.covered);
    }
    result.covered.end_feature();
    if (has_parts(result.covered)) result.covered_area = measure(result.covered, 0);
    if (!m_options.keep_covered) result.covered = {};
    return result;
  }

  void collect(std::vector<UnitResult>& results) {
    std::vector<double> inside(m_areas.feature_count());
    for (UnitResult& result : results) {
      for (const UnitArea& pair : result.pairs) inside[pair.area] += pair.shared;
      m_out.pairs.insert(m_out.pairs.end(), result.pairs.begin(), result.pairs.end());
      for (std::size_t i = 0; i < result.pieces.feature_count(); ++i) {
        m_out.pair_pieces.append_feature(result.pieces, i);
      }
      if (m_options.keep_covered) m_out.covered.append_feature(result.covered, 0);
      m_out.covered_area.push_back(result.covered_area);
      result = {};
    }
    for (std::size_t a = 0; a < inside.size(); ++a) {
      const double left = m_out.area_measure[a] - inside[a];
      m_out.outside.push_back(left > k_nothing_outside * m_out.area_measure[a] ? left : 0);
    }
  }

  const PolygonSet& m_units;
  const PolygonSet& m_areas;
  const OverlayOptions& m_options;
  const base::Job& m_job;
  BoxIndex m_area_index;
  Regions m_area_regions;
  Overlay m_out;
};

}  // namespace

Overlay overlay(const PolygonSet& units, const PolygonSet& areas, const OverlayOptions& options,
                const base::Job& job) {
  return Overlayer(units, areas, options, job).run();
}

}  // namespace ntmap::geom
