#include "geom/repair.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include "base/parallel.hpp"
#include "geom/geos_shapes.hpp"
#include "geom/ring_nesting.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

/// An invalid feature and what becomes of it.
struct Mended {
  Repair repair;
  PolygonSet polygons;  ///< one feature; empty when only validated
};

double area_as_read(const PolygonSet& polygons, std::size_t feature) {
  double sum = 0;
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
      const double area = std::abs(model::ring_area2(polygons.ring(r))) / 2;
      sum += r == polygons.part_start[p] ? area : -area;
    }
  }
  return sum;
}

std::vector<std::span<const double>> rings_of(const PolygonSet& polygons, std::size_t feature) {
  std::vector<std::span<const double>> out;
  for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
    if (polygons.ring(r).size() >= 6) out.push_back(polygons.ring(r));
  }
  return out;
}

/// Flaws that GEOS is not asked about: it would refuse the ring.
std::optional<base::Text> plain_flaw(const PolygonSet& polygons, std::size_t feature) {
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    if (polygons.part_start[p] == polygons.part_start[p + 1])
      return base::text("Vùng không có ranh giới", "Part has no ring");
  }
  for (std::uint32_t r = polygons.first_ring(feature); r < polygons.end_ring(feature); ++r) {
    const auto ring = polygons.ring(r);
    if (!std::all_of(ring.begin(), ring.end(), [](double v) { return std::isfinite(v); })) {
      return base::text("Tọa độ không hợp lệ", "Coordinate is no number");
    }
    if (ring.size() < 6) return base::text("Vòng quá ít đỉnh", "Ring has too few vertices");
  }
  return std::nullopt;
}

bool all_finite(const PolygonSet& polygons, std::size_t feature) {
  const auto first =
      polygons.xy.begin() + 2 * std::ptrdiff_t{polygons.ring_start[polygons.first_ring(feature)]};
  const auto last = polygons.xy.begin() + 2 * std::ptrdiff_t{polygons.ring_start[polygons.end_ring(feature)]};
  return std::all_of(first, last, [](double v) { return std::isfinite(v); });
}

std::optional<base::Text> flaw_of(GeosShapes& geos, const PolygonSet& polygons, std::size_t feature) {
  if (polygons.feature_start[feature] == polygons.feature_start[feature + 1]) return std::nullopt;
  if (auto flaw = plain_flaw(polygons, feature)) return flaw;
  const auto flaw = geos.flaw(geos.feature(polygons, feature));
  if (!flaw) return std::nullopt;
  return base::text("{} tại {} {}", "{} at {} {}",
                    {flaw->reason, base::short_number(flaw->at.x), base::short_number(flaw->at.y)});
}

/// Rings in the wrong order (islands read as holes, holes as parts) need only be sorted anew.
bool renested(GeosShapes& geos, const PolygonSet& polygons, std::size_t feature, PolygonSet& out) {
  PolygonSet nested;
  if (!append_nested(rings_of(polygons, feature), nested)) return false;
  nested.end_feature();
  if (geos.flaw(geos.feature(nested, 0))) return false;
  out = std::move(nested);
  return true;
}

void mend(GeosShapes& geos, const PolygonSet& polygons, Mended& mended) {
  const std::size_t feature = mended.repair.feature;
  if (!all_finite(polygons, feature)) {
    mended.repair.area_before = 0;
    mended.polygons.end_feature();  // nothing can be said about its place
    return;
  }
  if (!renested(geos, polygons, feature, mended.polygons)) {
    const Shape as_read = geos.feature(polygons, feature);
    const Shape valid = geos.made_valid(as_read);
    mended.repair.area_lost = geos.area(geos.difference(geos.made_valid_by_lines(as_read), valid));
    geos.append_parts(valid, mended.polygons);
    mended.polygons.end_feature();
  }
  mended.repair.area_after = model::feature_area(mended.polygons, 0);
}

std::vector<Mended> look_at_all(const PolygonSet& polygons, bool mending, const base::Job& job) {
  const std::size_t n = polygons.feature_count();
  std::vector<std::optional<Mended>> found(n);
  std::atomic<std::size_t> done = 0;
  job.phase(base::text("Kiểm tra hình học", "Checking geometry"));
  base::parallel_for(n, 16, [&](std::size_t begin, std::size_t end) {
    if (job.cancelled()) return;
    GeosShapes geos;
    for (std::size_t f = begin; f < end; ++f) {
      auto flaw = flaw_of(geos, polygons, f);
      if (!flaw) continue;
      Mended mended;
      mended.repair = {f, std::move(*flaw), area_as_read(polygons, f), 0, 0};
      if (mending) mend(geos, polygons, mended);
      found[f] = std::move(mended);
    }
    done += end - begin;
    job.progress(static_cast<double>(done) / static_cast<double>(n));
  });
  job.checkpoint();
  std::vector<Mended> out;
  for (auto& mended : found) {
    if (mended) out.push_back(std::move(*mended));
  }
  return out;
}

RepairReport report_of(const std::vector<Mended>& all) {
  RepairReport report;
  report.invalid = all.size();
  for (const Mended& mended : all) report.repairs.push_back(mended.repair);
  return report;
}

/// Shells counter-clockwise, holes clockwise.
void orient(PolygonSet& polygons) {
  base::parallel_for(polygons.part_count(), 64, [&](std::size_t begin, std::size_t end) {
    for (std::size_t p = begin; p < end; ++p) {
      for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
        const double area2 = model::ring_area2(polygons.ring(r));
        if (area2 == 0 || (area2 > 0) == (r == polygons.part_start[p])) continue;
        for (std::size_t i = polygons.ring_start[r], j = polygons.ring_start[r + 1] - 1; i < j; ++i, --j) {
          std::swap(polygons.xy[2 * i], polygons.xy[2 * j]);
          std::swap(polygons.xy[2 * i + 1], polygons.xy[2 * j + 1]);
        }
      }
    }
  });
}

}  // namespace

RepairReport repair(PolygonSet& polygons, const base::Job& job) {
  const std::vector<Mended> all = look_at_all(polygons, true, job);
  if (!all.empty()) {
    PolygonSet out;
    out.xy.reserve(polygons.xy.size());
    std::size_t next = 0;
    for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
      const bool mended = next < all.size() && all[next].repair.feature == f;
      out.append_feature(mended ? all[next].polygons : polygons, mended ? 0 : f);
      if (mended) ++next;
    }
    polygons = std::move(out);
  }
  orient(polygons);
  return report_of(all);
}

RepairReport validate(const PolygonSet& polygons, const base::Job& job) {
  return report_of(look_at_all(polygons, false, job));
}

}  // namespace ntmap::geom
