#include "app/data/crs_place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "crs/systems.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Severity;
using base::text;

constexpr int k_sure_if_elsewhere = 10;   // percent
constexpr int k_sure_if_other_zone = 50;  // percent
constexpr std::size_t k_fits_named = 6;

/// Places in degrees by the declared system; nothing where they cannot be moved.
std::optional<std::vector<double>> degrees_of(std::vector<double> xy, const crs::Description& declared) {
  if (declared.geographic) return xy;
  try {
    crs::transform(xy, declared.definition, "EPSG:4326");
  } catch (const base::Error&) {
    return std::nullopt;
  }
  return xy;
}

/// The extent in degrees, of its corners and middle.
std::optional<Box> degrees_of(const Box& box, const crs::Description& declared) {
  const base::Vec2 middle = box.centre();
  const auto points = degrees_of({box.min_x, box.min_y, box.max_x, box.min_y, box.max_x, box.max_y, box.min_x,
                                  box.max_y, middle.x, middle.y},
                                 declared);
  if (!points) return std::nullopt;
  Box out;
  for (std::size_t i = 0; i < points->size(); i += 2) out.add(base::Vec2{(*points)[i], (*points)[i + 1]});
  return out;
}

bool in_vietnam(const Box& degrees) {
  constexpr double k_margin = 0.6;  // degrees
  const Box country = crs::find_system("4326")->area.grown(k_margin);
  return country.intersects(degrees);
}

/// True where no unit at all has its middle on or near land: a zone six degrees away puts a province into the
/// sea.
bool in_the_sea(const model::PolygonSet& polygons, const Box& degrees, const crs::Description& declared) {
  if (crs::near_land_of_vietnam(degrees.centre())) return false;
  std::vector<double> middles;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    const Box box = polygons.feature_box(feature);
    if (!box.empty()) middles.insert(middles.end(), {box.centre().x, box.centre().y});
  }
  const auto places = degrees_of(std::move(middles), declared);
  for (std::size_t i = 0; places && i < places->size(); i += 2) {
    if (crs::near_land_of_vietnam({(*places)[i], (*places)[i + 1]})) return false;
  }
  return true;
}

base::Text fitting(const LayerRequest& request, const Box& box) {
  std::string systems;
  std::string first;
  std::size_t named = 0;
  for (const crs::Guess& guess : crs::guess_from_extent(box, request.province)) {
    if (named == 0 && guess.swapped) {
      return text("Hình như hai trục bị đổi chỗ: xuất lại với kinh độ (hướng đông) đứng trước.",
                  "The axes seem swapped: export it again with longitude (easting) first.");
    }
    if (guess.swapped || named == k_fits_named) continue;
    const crs::Description& fit = guess.description;
    if (named++ == 0) first = fit.epsg;
    systems += (systems.empty() ? "EPSG:" : ", EPSG:") + fit.epsg;
  }
  if (first.empty()) return {};
  return text("Phạm vi hợp với {} ({}). Nếu hệ tọa độ ghi sai, ghi rõ {}.",
              "The extent fits {} ({}). If the system is wrong, say {}.",
              {systems, crs::describe("EPSG:" + first).name, crs_remedy(request, first)});
}

void tell_elsewhere(const LayerRequest& request, const model::Layer& layer, const Box& degrees,
                    crs::Description& declared, base::Findings& findings) {
  const base::Text fits = fitting(request, layer.polygons.box());
  const base::Vec2 middle = degrees.centre();
  declared.confidence = std::min(declared.confidence, k_sure_if_elsewhere);
  findings.push_back(
      {fits.empty() ? Severity::warning : Severity::error,
       "crs.elsewhere",
       layer.file,
       {},
       text("theo hệ tọa độ {} dữ liệu nằm ngoài đất liền và các đảo Việt Nam: kinh độ {}, vĩ độ {}",
            "by the coordinate system {} the data lie outside Viet Nam's land and islands: longitude {}, "
            "latitude {}",
            {declared.name, base::number(middle.x, 2), base::number(middle.y, 2)}),
       fits.empty() ? text("Kiểm tra hệ tọa độ; ghi rõ hệ tọa độ đúng: {}.",
                           "Check the coordinate system; say the right one: {}.", {crs_remedy(request)})
                    : fits});
}

/// Kilometres east between what the same eastings mean in two zones.
double kilometres_between(const crs::System& a, const crs::System& b, double latitude) {
  constexpr double k_kilometres_a_degree = 111.32;  // on the equator
  return std::abs(a.central_meridian - b.central_meridian) * k_kilometres_a_degree *
         std::cos(latitude * std::numbers::pi / 180);
}

/// "Hà Tĩnh (theo trường MA_TINH)".
base::Text of_province(const LayerRequest& request) {
  return request.province_from.empty()
             ? base::Text(request.province)
             : text("{} ({})", "{} ({})", {request.province, request.province_from});
}

void tell_other_zone(const LayerRequest& request, const model::Layer& layer, const Box& degrees,
                     crs::Description& declared, base::Findings& findings) {
  const crs::System* const zone = crs::zone_of_province(request.province);
  const crs::System* const said = crs::find_system(declared.epsg);
  if (zone == nullptr || said == nullptr || zone == said) return;
  if (said->datum != crs::Datum::vn2000 || said->zone_width != zone->zone_width) return;
  declared.confidence = std::min(declared.confidence, k_sure_if_other_zone);
  findings.push_back(
      {Severity::warning,
       "crs.other-zone",
       layer.file,
       {},
       text(
           "tệp ghi {} (EPSG:{}), còn múi chiếu của {} là {} (EPSG:{}); nếu tệp ghi sai, bản đồ lệch {} km",
           "the file says {} (EPSG:{}), but the zone of {} is {} (EPSG:{}); if the file is wrong, the map is "
           "off by {} km",
           {declared.name, declared.epsg, of_province(request), crs::name_of(*zone), std::string(zone->epsg),
            base::number(kilometres_between(*said, *zone, degrees.centre().y), 0)}),
       text("Ghi rõ hệ tọa độ đúng: {} hay {}.", "Say which is right: {} or {}.",
            {crs_remedy(request, declared.epsg), crs_remedy(request, std::string(zone->epsg))})});
}

}  // namespace

void check_crs_place(const LayerRequest& request, const model::Layer& layer, crs::Description& declared,
                     base::Findings& findings) {
  if (request.missing_crs) return;  // areas are held against the units
  const Box box = layer.polygons.box();
  if (box.empty() || !std::isfinite(box.width() + box.height())) return;
  const std::optional<Box> degrees = degrees_of(box, declared);
  if (!degrees) return;
  if (!in_vietnam(*degrees) || in_the_sea(layer.polygons, *degrees, declared)) {
    tell_elsewhere(request, layer, *degrees, declared, findings);
  } else if (request.crs.empty()) {
    tell_other_zone(request, layer, *degrees, declared, findings);
  }
}

}  // namespace ntmap::app
