#include "app/check/check_mosaic.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "geom/mosaic.hpp"
#include "geom/repair.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

constexpr double k_small = 0.01;  // hectares: borders that nearly meet

/// A place where units do not fit together.
struct Misfit {
  std::vector<std::uint32_t> units;
  double hectares = 0;
};

/// Hectares of a square unit of the map where a unit lies.
double hectares_per_square(const Units& units, std::uint32_t unit) {
  const double planar = model::feature_area(units.layer.polygons, unit);
  return planar > 0 ? crs::area_hectares(units.layer.polygons, unit, units.crs) / planar : 0;
}

Text units_text(const Units& units, const Misfit& misfit) {
  constexpr std::size_t k_named = 3;
  Text names;
  for (std::size_t i = 0; i < std::min(k_named, misfit.units.size()); ++i) {
    const Text name = units.full_name(misfit.units[i]);
    names = i == 0 ? name : base::join({names, name}, ", ");
  }
  if (misfit.units.size() > k_named) names = base::join({names, "…"}, ", ");
  return names;
}

/// "Xã Kỳ Sơn, Xã Kỳ Tây (1,2 ha); …": the biggest places.
Text places_text(const Units& units, const std::vector<Misfit>& misfits) {
  constexpr std::size_t k_named = 5;
  Text out;
  for (std::size_t i = 0; i < std::min(k_named, misfits.size()); ++i) {
    const Text one = text("{} ({} ha)", "{} ({} ha)",
                          {units_text(units, misfits[i]), base::number(misfits[i].hectares, 2)});
    out = i == 0 ? one : base::join({out, one}, "; ");
  }
  return misfits.size() > k_named ? base::join({out, "…"}, "; ") : out;
}

double total(const std::vector<Misfit>& misfits) {
  double sum = 0;
  for (const Misfit& misfit : misfits) sum += misfit.hectares;
  return sum;
}

/// Takes out what is too small to matter on a map.
std::size_t take_small(std::vector<Misfit>& misfits) {
  return std::erase_if(misfits, [](const Misfit& misfit) { return misfit.hectares < k_small; });
}

/// Units whose shapes stayed invalid, by name: how they fit their neighbours cannot be found out.
base::Findings invalid_findings(const Units& units, const base::Job& job) {
  base::Findings out;
  for (const geom::Repair& flaw : geom::validate(units.layer.polygons, job).repairs) {
    out.push_back(
        {Severity::error, "mosaic.invalid", units.layer.file, units.full_name(flaw.feature),
         text("hình không hợp lệ ({}); không xét được chồng lấn và kẽ hở của lớp",
              "invalid geometry ({}); overlaps and gaps of the layer cannot be found", {flaw.reason}),
         text("Sửa hình của đơn vị này bằng phần mềm GIS.", "Mend the unit's shape with a GIS.")});
  }
  return out;
}

}  // namespace

base::Findings mosaic_findings(const Units& units, const base::Job& job) {
  geom::MosaicFlaws flaws;
  try {
    flaws = geom::mosaic_flaws(units.layer.polygons, job);
  } catch (const base::Error& error) {
    base::Findings invalid =
        error.kind() == base::ErrorKind::data ? invalid_findings(units, job) : base::Findings();
    if (invalid.empty()) throw;
    return invalid;
  }
  std::vector<Misfit> overlaps;
  for (const geom::MosaicOverlap& flaw : flaws.overlaps) {
    overlaps.push_back({{flaw.first, flaw.second}, flaw.area * hectares_per_square(units, flaw.first)});
  }
  std::vector<Misfit> gaps;
  for (const geom::MosaicGap& flaw : flaws.gaps) {
    const std::uint32_t unit = flaw.around.empty() ? 0 : flaw.around.front();
    gaps.push_back({flaw.around, flaw.area * hectares_per_square(units, unit)});
  }
  const std::size_t small = take_small(overlaps) + take_small(gaps);
  base::Findings findings;
  const auto add = [&](Severity severity, const char* rule, Text what, Text remedy) {
    findings.push_back({severity, rule, units.layer.file, {}, std::move(what), std::move(remedy)});
  };
  if (!overlaps.empty()) {
    add(Severity::warning, "mosaic.overlap",
        text("{} chỗ các đơn vị chồng lên nhau, tổng {} ha: {}",
             "units overlap in {} places, {} ha in all: {}",
             {overlaps.size(), base::number(total(overlaps), 2), places_text(units, overlaps)}),
        text("Sửa ranh giới chung bằng phần mềm GIS; diện tích ở đó bị tính hai lần.",
             "Mend the shared borders with a GIS; areas are counted twice there."));
  }
  if (!gaps.empty()) {
    add(Severity::warning, "mosaic.gap",
        text("{} chỗ hở giữa các đơn vị, tổng {} ha: {}", "{} gaps between units, {} ha in all: {}",
             {gaps.size(), base::number(total(gaps), 2), places_text(units, gaps)}),
        text("Sửa ranh giới chung, hoặc tìm đơn vị còn thiếu.",
             "Mend the shared borders, or find the unit that is missing."));
  }
  if (small > 0) {
    add(Severity::note, "mosaic.not-exact",
        text("ranh giới chung không trùng khít ở {} chỗ, mỗi chỗ dưới 100 m²",
             "shared borders do not meet exactly in {} places, each under 100 m²", {small}),
        {});
  }
  return findings;
}

}  // namespace ntmap::app
