#include "geom/repair.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/parallel.hpp"
#include "geom/geos_handle.hpp"

namespace ntmap::geom {
namespace {

using base::Text;
using base::text;

constexpr std::size_t k_grain = 8;  // features a slice

/// GEOS's reasons in both languages; the place that follows them stays as it is.
Text in_words(const std::string& reason) {
  constexpr std::pair<const char*, const char*> k_words[] = {
      {"Self-intersection", "tự cắt"},
      {"Ring Self-intersection", "vòng tự cắt"},
      {"Hole lies outside shell", "lỗ nằm ngoài vòng bao"},
      {"Holes are nested", "lỗ lồng nhau"},
      {"Nested shells", "vòng bao lồng nhau"},
      {"Duplicate Rings", "vòng trùng nhau"},
      {"Interior is disconnected", "phần trong bị chia cắt"},
      {"Too few points", "quá ít điểm"},
  };
  for (const auto& [en, vi] : k_words) {
    if (reason.starts_with(en)) return {vi + reason.substr(std::string(en).size()), reason};
  }
  return reason;
}

/// Why a feature is invalid; empty when it is valid.
Text flaw_of(const GeosHandle& geometry) {
  if (!geometry) return text("vòng có ít hơn ba điểm", "a ring has fewer than three points");
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  const char valid = GEOSisValidDetail_r(geos(), geometry.get(), 0, &reason, &place);
  const GeosHandle owner(place);
  Text flaw;
  if (valid != 1) {
    std::string where = reason == nullptr ? "invalid" : reason;
    if (place != nullptr) {
      double x = 0;
      double y = 0;
      GEOSGeomGetX_r(geos(), place, &x);
      GEOSGeomGetY_r(geos(), place, &y);
      where += " (" + base::short_number(x, 5).en + " " + base::short_number(y, 5).en + ")";
    }
    flaw = in_words(where);
  }
  GEOSFree_r(geos(), reason);
  return flaw;
}

bool wrong_way(const model::PolygonSet& polygons, std::size_t feature) {
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
      const double area = model::ring_area2(polygons.ring(r));
      if (area != 0 && (area > 0) != (r == polygons.part_start[p])) return true;
    }
  }
  return false;
}

/// All rings of a feature as one polygon set feature whose rings of fewer than three vertices are gone.
model::PolygonSet without_slivers(const model::PolygonSet& polygons, std::size_t feature) {
  model::PolygonSet clean;
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    bool any = false;
    for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
      const auto ring = polygons.ring(r);
      if (ring.size() < 6) {
        if (r == polygons.part_start[p]) break;  // without its shell a part is nothing
        continue;
      }
      clean.xy.insert(clean.xy.end(), ring.begin(), ring.end());
      clean.end_ring();
      any = true;
    }
    if (any) clean.end_part();
  }
  clean.end_feature();
  return clean;
}

/// A valid feature of the same area, nested by containment.
model::PolygonSet mended(const model::PolygonSet& polygons, std::size_t feature) {
  model::PolygonSet out;
  const model::PolygonSet clean = without_slivers(polygons, feature);
  const GeosHandle geometry = to_geos(clean, 0);
  const std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> how(
      GEOSMakeValidParams_create_r(geos()),
      [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(geos(), p); });
  // Linework, not structure: rings read in the wrong order, and islands as holes, come out even-odd right.
  GEOSMakeValidParams_setMethod_r(geos(), how.get(), GEOS_MAKE_VALID_LINEWORK);
  GEOSMakeValidParams_setKeepCollapsed_r(geos(), how.get(), 0);
  const GeosHandle valid(GEOSMakeValidWithParams_r(geos(), geometry.get(), how.get()));
  if (valid) {
    append_feature(valid.get(), out);
  } else {
    out.end_feature();
  }
  return out;
}

struct Outcome {
  RepairReport report;
  std::vector<std::pair<std::size_t, model::PolygonSet>> replaced;  // by feature
};

/// Looks at every feature; makes new ones where asked to.
Outcome examine(const model::PolygonSet& polygons, bool mend, const base::Job& job) {
  Outcome all;
  std::mutex mutex;
  std::size_t done = 0;
  base::parallel_for(polygons.feature_count(), k_grain, [&](std::size_t begin, std::size_t end) {
    Outcome mine;
    for (std::size_t feature = begin; feature < end && !job.cancelled(); ++feature) {
      const Text flaw = flaw_of(to_geos(polygons, feature));
      if (flaw.empty() && !(mend && wrong_way(polygons, feature))) continue;
      Repair repair{feature, flaw, std::abs(model::feature_area(polygons, feature)), 0, 0};
      model::PolygonSet better = mended(polygons, feature);
      repair.area_after = model::feature_area(better, 0);
      repair.area_lost = std::max(0.0, repair.area_before - repair.area_after);
      if (!flaw.empty()) mine.report.repairs.push_back(repair);
      if (mend) mine.replaced.emplace_back(feature, std::move(better));
    }
    const std::scoped_lock lock(mutex);
    done += end - begin;
    job.progress(static_cast<double>(done) / static_cast<double>(polygons.feature_count()));
    auto& repairs = all.report.repairs;
    repairs.insert(repairs.end(), mine.report.repairs.begin(), mine.report.repairs.end());
    std::move(mine.replaced.begin(), mine.replaced.end(), std::back_inserter(all.replaced));
  });
  job.checkpoint();
  std::sort(all.report.repairs.begin(), all.report.repairs.end(),
            [](const Repair& a, const Repair& b) { return a.feature < b.feature; });
  std::sort(all.replaced.begin(), all.replaced.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  all.report.invalid = all.report.repairs.size();
  return all;
}

}  // namespace

RepairReport repair(model::PolygonSet& polygons, const base::Job& job) {
  Outcome outcome = examine(polygons, true, job);
  if (outcome.replaced.empty()) return outcome.report;
  model::PolygonSet out;
  auto next = outcome.replaced.begin();
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    if (next != outcome.replaced.end() && next->first == feature) {
      out.append_feature(next->second, 0);
      ++next;
    } else {
      out.append_feature(polygons, feature);
    }
  }
  polygons = std::move(out);
  return outcome.report;
}

RepairReport validate(const model::PolygonSet& polygons, const base::Job& job) {
  return examine(polygons, false, job).report;
}

}  // namespace ntmap::geom
