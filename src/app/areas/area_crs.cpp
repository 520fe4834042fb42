#include "app/areas/area_crs.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "scene/hit_test.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;

constexpr std::size_t k_areas_asked = 400;
constexpr double k_alike = 2;               // points of on_units within which systems fit alike
constexpr int k_surest = 95;                // percent: nothing but the file itself could say more
constexpr int k_as_the_units = 90;          // where the units' own system is among those that fit alike
constexpr int k_clear = 50;                 // below it the choice is one of several
constexpr std::size_t k_systems_named = 4;  // other systems in a message

/// x0 y0 x1 y1 ... of the middles of some areas, evenly taken from all.
std::vector<double> middles_of(const model::PolygonSet& areas) {
  const std::size_t step = 1 + areas.feature_count() / k_areas_asked;
  std::vector<double> xy;
  for (std::size_t a = 0; a < areas.feature_count(); a += step) {
    const base::Box box = areas.feature_box(a);
    if (!box.empty()) xy.insert(xy.end(), {box.centre().x, box.centre().y});
  }
  return xy;
}

double percent_on_units(std::vector<double> xy, const std::string& from, const Units& units,
                        const scene::HitTest& unit_places) {
  if (xy.empty()) return 0;
  const std::size_t count = xy.size() / 2;
  try {
    if (from != units.crs) crs::transform(xy, from, units.crs);
  } catch (const Error&) {
    return 0;  // no place on earth by that system
  }
  std::size_t hits = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (unit_places.unit_at({xy[2 * i], xy[2 * i + 1]})) ++hits;
  return 100.0 * static_cast<double>(hits) / static_cast<double>(count);
}

bool fits_alike(const AreaSystem& one, const AreaSystem& best) {
  return one.on_units >= best.on_units - k_alike;
}

/// How sure the first of these is, percent.
int confidence_of(const std::vector<AreaSystem>& systems, const Units& units) {
  const AreaSystem& best = systems.front();
  const int hit = static_cast<int>(std::lround(best.on_units));
  if (systems.size() == 1 || !fits_alike(systems[1], best)) {
    const double ahead = systems.size() == 1 ? best.on_units : best.on_units - systems[1].on_units;
    return std::min({k_surest, hit, k_clear + static_cast<int>(std::lround(ahead))});
  }
  if (best.crs.definition == units.crs) return std::min(k_as_the_units, hit);
  return std::min(best.crs.confidence, hit);
}

Error no_area_crs(const LayerRequest& request, const model::Layer& layer, bool swapped) {
  if (swapped) {
    return Error(ErrorKind::data,
                 text("{}: không có hệ tọa độ, và hai trục tọa độ có vẻ bị đổi chỗ",
                      "{}: no coordinate system, and the axes seem to be swapped", {layer.file}),
                 text("Đổi chỗ hai trục (X là hướng đông, Y là hướng bắc) rồi lưu lại tệp.",
                      "Swap the axes (X points east, Y north) and save the file again."));
  }
  return Error(ErrorKind::data,
               text("{}: không có hệ tọa độ (thiếu .prj) và tọa độ không nằm trong Việt Nam theo hệ nào",
                    "{}: no coordinate system (.prj missing), and by none do the coordinates lie in Viet Nam",
                    {layer.file}),
               text("Ghi rõ hệ tọa độ của các vùng: {} (VN-2000, kinh tuyến trục 105°30').",
                    "Say which the areas are in: {} (VN-2000, central meridian 105°30').",
                    {crs_remedy(request, "9209")}));
}

/// "EPSG:9210 (61 %), EPSG:9211 (40 %)".
std::string others_of(const std::vector<AreaSystem>& systems) {
  std::string out;
  for (std::size_t i = 1; i < std::min(systems.size(), k_systems_named + 1); ++i) {
    out += (out.empty() ? "EPSG:" : ", EPSG:") + systems[i].crs.epsg + " (" +
           base::number(systems[i].on_units, 0).vi + " %)";
  }
  return out;
}

}  // namespace

std::vector<AreaSystem> fitting_systems(const model::PolygonSet& areas, const Units& units,
                                        const std::string& province) {
  const scene::HitTest unit_places(
      std::shared_ptr<const model::PolygonSet>(std::shared_ptr<void>(), &units.layer.polygons));
  const std::vector<double> middles = middles_of(areas);
  std::vector<AreaSystem> out;
  for (crs::Guess& guess : crs::guess_from_extent(areas.box(), province)) {
    if (guess.swapped) continue;
    AreaSystem system{std::move(guess.description)};
    system.crs.definition = "EPSG:" + system.crs.epsg;
    system.on_units = percent_on_units(middles, system.crs.definition, units, unit_places);
    out.push_back(std::move(system));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const AreaSystem& a, const AreaSystem& b) { return a.on_units > b.on_units; });
  if (out.empty()) return out;
  const auto alike_end = std::find_if_not(
      out.begin(), out.end(), [best = out.front()](const AreaSystem& one) { return fits_alike(one, best); });
  const auto own = std::find_if(out.begin(), alike_end,
                                [&](const AreaSystem& one) { return one.crs.definition == units.crs; });
  if (own != alike_end) std::rotate(out.begin(), own, own + 1);
  return out;
}

crs::Description missing_area_crs(const LayerRequest& request, const model::Layer& layer, const Units& units,
                                  base::Findings& findings) {
  const std::vector<AreaSystem> systems = fitting_systems(layer.polygons, units, request.province);
  if (systems.empty()) {
    throw no_area_crs(request, layer,
                      !crs::guess_from_extent(layer.polygons.box(), request.province).empty());
  }
  const AreaSystem& best = systems.front();
  const int confidence = confidence_of(systems, units);
  const bool clear = confidence >= k_clear;
  const std::string others = others_of(systems);
  findings.push_back(
      {clear ? Severity::warning : Severity::error,
       clear ? "crs.guessed" : k_rule_ambiguous_crs,
       layer.file,
       {},
       text(
           "không có hệ tọa độ; chọn {} (EPSG:{}), theo đó {} % số vùng nằm trên các đơn vị, độ tin cậy {} %",
           "no coordinate system; taken to be {} (EPSG:{}), by which {} % of the areas fall on the units, "
           "confidence {} %",
           {best.crs.name, best.crs.epsg, base::number(best.on_units, 0), confidence}),
       others.empty()
           ? text("Nếu sai, ghi rõ bằng {}.", "If wrong, overrule it with {}.", {crs_remedy(request)})
           : text("Các hệ khác: {}; nếu là một trong số đó, ghi rõ bằng {}.",
                  "Other systems: {}; if it is one of them, overrule it with {}.",
                  {others, crs_remedy(request)})});
  crs::Description chosen = crs::describe(best.crs.definition);
  chosen.confidence = confidence;
  return chosen;
}

}  // namespace ntmap::app
