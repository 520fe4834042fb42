#include "app/data/crs_place.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/data/missing_shapes.hpp"
#include "base/error.hpp"
#include "crs/country.hpp"
#include "crs/degrees.hpp"
#include "crs/systems.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Severity;
using base::text;

constexpr int k_sure_if_elsewhere = 10;   // percent
constexpr int k_sure_if_other_zone = 50;  // percent
constexpr std::size_t k_fits_named = 6;

/// The part of a feature with the most vertices, from the first to one past the last.
std::pair<std::size_t, std::size_t> main_part(const model::PolygonSet& polygons, std::size_t feature) {
  std::pair<std::size_t, std::size_t> out{0, 0};
  for (std::uint32_t part = polygons.feature_start[feature]; part < polygons.feature_start[feature + 1];
       ++part) {
    const std::size_t begin = polygons.ring_start[polygons.part_start[part]];
    const std::size_t end = polygons.ring_start[polygons.part_start[part + 1]];
    if (end - begin > out.second - out.first) out = {begin, end};
  }
  return out;
}

/// The middle of some numbers, which a few wrong ones do not move. Reorders them.
double median_of(std::span<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

/// The middle of each feature that has a shape, in the layer's units, by some vertices of its main part.
std::vector<double> unit_middles(const model::PolygonSet& polygons, std::vector<std::size_t>& features) {
  constexpr std::size_t k_sampled = 31;
  std::vector<double> middles;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    const auto [begin, end] = main_part(polygons, feature);
    if (begin == end) continue;
    std::array<double, k_sampled> x{};
    std::array<double, k_sampled> y{};
    const std::size_t n = std::min(end - begin, k_sampled);
    for (std::size_t i = 0; i < n; ++i) {
      const base::Vec2 vertex = polygons.vertex(begin + i * (end - begin) / n);
      x[i] = vertex.x;
      y[i] = vertex.y;
    }
    middles.push_back(median_of(std::span(x).first(n)));
    middles.push_back(median_of(std::span(y).first(n)));
    features.push_back(feature);
  }
  return middles;
}

/// Where units lie.
struct Whereabouts {
  Box in_file;                        ///< of their middles, in the layer's units
  std::vector<std::size_t> features;  ///< those with a shape
  std::vector<base::Vec2>
      places;  ///< their middles in degrees; not finite where they are nowhere on the Earth
};

Whereabouts find_units(const model::PolygonSet& polygons, const crs::Description& declared) {
  Whereabouts out;
  std::vector<double> xy = unit_middles(polygons, out.features);
  for (std::size_t i = 0; i < xy.size(); i += 2) out.in_file.add(base::Vec2{xy[i], xy[i + 1]});
  if (!declared.geographic) crs::to_degrees(xy, declared.definition);
  for (std::size_t i = 0; i < xy.size(); i += 2) out.places.push_back({xy[i], xy[i + 1]});
  return out;
}

/// Which of the units are at no place where they may be.
template <class MayBe>
std::vector<std::size_t> misplaced(const Whereabouts& units, MayBe may_be) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < units.places.size(); ++i) {
    if (!may_be(units.places[i])) out.push_back(i);
  }
  return out;
}

/// Whether so many that it is the coordinate system rather than single units.
bool too_many(std::size_t some, std::size_t all) {
  constexpr std::size_t k_fewest = 5;
  return 2 * some > all || (some >= k_fewest && 4 * some > all);
}

/// The middle one by longitude.
base::Vec2 typical(const Whereabouts& units, std::vector<std::size_t> some) {
  const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
  std::nth_element(some.begin(), middle, some.end(),
                   [&](std::size_t a, std::size_t b) { return units.places[a].x < units.places[b].x; });
  return units.places[*middle];
}

/// "the data" or "12 of 69 units".
base::Text share_of(std::size_t some, std::size_t all) {
  if (some == all) return text("dữ liệu", "the data");
  return text("{} trong {} đơn vị", "{} of {} units", {some, all});
}

/// "Hà Tĩnh (theo trường MA_TINH)".
base::Text of_province(const LayerRequest& request) {
  return request.province_from.empty()
             ? base::Text(request.province)
             : text("{} ({})", "{} ({})", {request.province, request.province_from});
}

/// Other systems than the declared one that suit the numbers; longitudes and latitudes are the same place by
/// all.
base::Text fitting(const LayerRequest& request, const crs::Description& declared, const Box& box) {
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
    if (fit.epsg == declared.epsg || (fit.geographic && declared.geographic)) continue;
    if (named++ == 0) first = fit.epsg;
    systems += (systems.empty() ? "EPSG:" : ", EPSG:") + fit.epsg;
  }
  if (first.empty()) return {};
  return text("Phạm vi hợp với {} ({}). Nếu hệ tọa độ ghi sai, ghi rõ {}.",
              "The extent fits {} ({}). If the system is wrong, say {}.",
              {systems, crs::describe("EPSG:" + first).name, crs_remedy(request, first)});
}

/// The systems by which the middle of the numbers lies in the province.
std::string systems_for(const Box& in_file, const Box& province) {
  std::string out;
  for (const crs::System& system : crs::known_systems()) {
    const std::string code = "EPSG:" + std::string(system.epsg);
    std::array place{in_file.centre().x, in_file.centre().y};
    crs::to_degrees(place, code);
    if (!province.contains({place[0], place[1]})) continue;
    if (!out.empty()) out += ", ";
    out += code;
  }
  return out;
}

/// What to say instead of the declared system, where the province is known.
base::Text fitting_province(const LayerRequest& request, const Box& in_file) {
  const std::optional<Box> province = crs::place_of_province(request.province);
  const std::string systems = province ? systems_for(in_file, *province) : std::string();
  if (systems.empty()) return {};
  return text("Hệ đưa dữ liệu vào tỉnh: {}. Nếu hệ tọa độ ghi sai, ghi rõ {}.",
              "Systems that put the data into the province: {}. If the system is wrong, say {}.",
              {systems, crs_remedy(request)});
}

void tell_elsewhere(const LayerRequest& request, const model::Layer& layer, const Whereabouts& units,
                    const std::vector<std::size_t>& off, crs::Description& declared,
                    base::Findings& findings) {
  base::Text fits = fitting(request, declared, units.in_file);
  if (fits.empty()) fits = fitting_province(request, units.in_file);
  const base::Vec2 place = typical(units, off);
  const base::Text share = share_of(off.size(), units.places.size());
  const bool on_earth = std::isfinite(place.x);
  const bool far_away = on_earth && !crs::k_country_with_sea.contains(place);  // data of another country
  declared.confidence = std::min(declared.confidence, k_sure_if_elsewhere);
  findings.push_back(
      {far_away && fits.empty() && request.province.empty() ? Severity::warning : Severity::error,
       "crs.elsewhere",
       layer.file,
       {},
       on_earth
           ? text("theo hệ tọa độ {} {} nằm ngoài đất liền và các đảo Việt Nam: kinh độ {}, vĩ độ {}",
                  "by the coordinate system {} {} lie outside Viet Nam's land and islands: longitude {}, "
                  "latitude {}",
                  {declared.name, share, base::number(place.x, 2), base::number(place.y, 2)})
           : text("theo hệ tọa độ {} {} không nằm ở đâu trên Trái Đất",
                  "by the coordinate system {} {} lie nowhere on the Earth", {declared.name, share}),
       fits.empty() ? text("Kiểm tra hệ tọa độ; ghi rõ hệ tọa độ đúng: {}.",
                           "Check the coordinate system; say the right one: {}.", {crs_remedy(request)})
                    : fits});
}

void tell_units_off_land(const model::Layer& layer, const Whereabouts& units,
                         const std::vector<std::size_t>& off, base::Findings& findings) {
  for (const std::size_t unit : off) {
    const base::Vec2 place = units.places[unit];
    const bool on_earth = std::isfinite(place.x);
    findings.push_back({on_earth ? Severity::warning : Severity::error, "geometry.off-land", layer.file,
                        feature_place(layer, units.features[unit]),
                        on_earth ? text("nằm ngoài đất liền và các đảo Việt Nam: kinh độ {}, vĩ độ {}",
                                        "lies outside Viet Nam's land and islands: longitude {}, latitude {}",
                                        {base::number(place.x, 2), base::number(place.y, 2)})
                                 : text("không nằm ở đâu trên Trái Đất", "lies nowhere on the Earth"),
                        text("Sửa tọa độ của đơn vị này trong tệp nguồn.",
                             "Mend the unit's coordinates in the source file.")});
  }
}

/// The province that the request names lies elsewhere; false where it does not, or is not known.
bool tell_other_province(const LayerRequest& request, const model::Layer& layer, const Whereabouts& units,
                         crs::Description& declared, base::Findings& findings) {
  constexpr double k_margin = 0.25;  // degrees
  const std::optional<Box> province = crs::place_of_province(request.province);
  if (!province) return false;
  const Box around = province->grown(k_margin);
  const auto away = misplaced(
      units, [&](base::Vec2 place) { return around.contains(place) || crs::among_far_islands(place); });
  if (!too_many(away.size(), units.places.size())) return false;
  const base::Vec2 place = typical(units, away);
  const base::Text fits = fitting_province(request, units.in_file);
  declared.confidence = std::min(declared.confidence, k_sure_if_other_zone);
  findings.push_back(
      {Severity::error,
       "crs.other-province",
       layer.file,
       {},
       text("theo hệ tọa độ {} {} nằm ngoài {}: kinh độ {}, vĩ độ {} (tỉnh từ {} đến {})",
            "by the coordinate system {} {} lie outside {}: longitude {}, latitude {} (the province from {} "
            "to {})",
            {declared.name, share_of(away.size(), units.places.size()), of_province(request),
             base::number(place.x, 2), base::number(place.y, 2), base::number(province->min_x, 1),
             base::number(province->max_x, 1)}),
       fits.empty() ? text("Kiểm tra hệ tọa độ của tệp và tên tỉnh của dự án.",
                           "Check the file's coordinate system and the project's province.")
                    : fits});
  return true;
}

/// Kilometres east between what the same eastings mean in two zones.
double kilometres_between(const crs::System& a, const crs::System& b, double latitude) {
  constexpr double k_kilometres_a_degree = 111.32;  // on the equator
  return std::abs(a.central_meridian - b.central_meridian) * k_kilometres_a_degree *
         std::cos(latitude * std::numbers::pi / 180);
}

void tell_other_zone(const LayerRequest& request, const model::Layer& layer, double latitude,
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
            base::number(kilometres_between(*said, *zone, latitude), 0)}),
       text("Ghi rõ hệ tọa độ đúng: {} hay {}.", "Say which is right: {} or {}.",
            {crs_remedy(request, declared.epsg), crs_remedy(request, std::string(zone->epsg))})});
}

}  // namespace

void check_crs_place(const LayerRequest& request, const model::Layer& layer, crs::Description& declared,
                     base::Findings& findings) {
  if (request.missing_crs) return;  // areas are held against the units
  Whereabouts units;
  try {
    units = find_units(layer.polygons, declared);
  } catch (const base::Error&) {
    return;  // no way to degrees: whatever needs one says so
  }
  if (units.places.empty()) return;
  const auto off = misplaced(units, crs::near_land_of_vietnam);
  if (too_many(off.size(), units.places.size()))
    return tell_elsewhere(request, layer, units, off, declared, findings);
  tell_units_off_land(layer, units, off, findings);
  if (tell_other_province(request, layer, units, declared, findings)) return;
  if (request.crs.empty())
    tell_other_zone(request, layer, units.places[units.places.size() / 2].y, declared, findings);
}

}  // namespace ntmap::app
