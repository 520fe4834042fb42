#include "app/data/far_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

#include "app/data/missing_shapes.hpp"
#include "base/error.hpp"
#include "crs/country.hpp"
#include "crs/degrees.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Severity;
using base::text;
using base::Vec2;

constexpr double k_kilometres_of_a_degree = 111.2;

void move_to_degrees(std::vector<double>& xy, const crs::Description& crs) {
  if (!crs.geographic) crs::to_degrees(xy, crs.definition);
}

Box box_of_part(const model::PolygonSet& polygons, std::uint32_t part) {
  Box box;
  const std::span<const double> shell = polygons.ring(polygons.part_start[part]);
  for (std::size_t i = 0; i < shell.size(); i += 2) box.add(Vec2{shell[i], shell[i + 1]});
  return box;
}

/// The extent of each part in degrees, of the corners of its extent.
std::vector<Box> boxes_in_degrees(const model::PolygonSet& polygons, const crs::Description& crs) {
  std::vector<double> corners;
  for (std::uint32_t part = 0; part < polygons.part_count(); ++part) {
    const Box box = box_of_part(polygons, part);
    corners.insert(corners.end(),
                   {box.min_x, box.min_y, box.max_x, box.min_y, box.max_x, box.max_y, box.min_x, box.max_y});
  }
  move_to_degrees(corners, crs);
  std::vector<Box> out(polygons.part_count());
  for (std::size_t i = 0; i < corners.size(); i += 2) out[i / 8].add(Vec2{corners[i], corners[i + 1]});
  return out;
}

Box box_in_degrees(const Box& box, const crs::Description& crs) {
  std::vector<double> corners{box.min_x, box.min_y, box.max_x, box.min_y,
                              box.max_x, box.max_y, box.min_x, box.max_y};
  move_to_degrees(corners, crs);
  Box out;
  for (std::size_t i = 0; i < corners.size(); i += 2) out.add(Vec2{corners[i], corners[i + 1]});
  return out;
}

bool in_country(const Box& box) {
  const Box& country = crs::k_country_with_sea;
  return country.contains({box.min_x, box.min_y}) && country.contains({box.max_x, box.max_y});
}

struct Outside {
  std::size_t vertices = 0;
  Vec2 first;  ///< in the layer's units
};

/// The vertices of a part that lie outside the country.
void add_outside(const model::PolygonSet& polygons, std::uint32_t part, const crs::Description& crs,
                 Outside& out) {
  const std::size_t begin = polygons.ring_start[polygons.part_start[part]];
  const std::size_t end = polygons.ring_start[polygons.part_start[part + 1]];
  std::vector<double> degrees(polygons.xy.begin() + static_cast<std::ptrdiff_t>(2 * begin),
                              polygons.xy.begin() + static_cast<std::ptrdiff_t>(2 * end));
  move_to_degrees(degrees, crs);
  for (std::size_t v = begin; v < end; ++v) {
    const std::size_t at = 2 * (v - begin);
    if (crs::k_country_with_sea.contains({degrees[at], degrees[at + 1]})) continue;
    if (out.vertices++ == 0) out.first = polygons.vertex(v);
  }
}

void tell_outside_country(const model::Layer& layer, std::size_t feature, const Outside& outside,
                          base::Findings& findings) {
  findings.push_back(
      {Severity::error, "geometry.outside-country", layer.file, feature_place(layer, feature),
       text("{} đỉnh nằm ngoài Việt Nam và biển của Việt Nam, đầu tiên là ({}; {}); diện tích và phạm vi bản "
            "đồ "
            "sẽ sai",
            "{} vertices lie outside Viet Nam and its sea, the first at ({}; {}); areas and the map's extent "
            "would be wrong",
            {outside.vertices, base::short_number(outside.first.x), base::short_number(outside.first.y)}),
       text("Xóa hoặc sửa các đỉnh ấy trong tệp nguồn.",
            "Delete or correct these vertices in the source file.")});
}

/// Kilometres between extents.
double kilometres(const Box& a, const Box& b) {
  const double east = std::max({0.0, b.min_x - a.max_x, a.min_x - b.max_x});
  const double north = std::max({0.0, b.min_y - a.max_y, a.min_y - b.max_y});
  return k_kilometres_of_a_degree * std::hypot(north, east * std::cos(a.centre().y * std::numbers::pi / 180));
}

double size_of(const Box& box) {
  return box.width() * box.height();
}

/// The part farthest from the unit's others, unless it or the greatest lies among islands far out at sea.
void tell_far_part(const model::Layer& layer, std::size_t feature, const std::vector<Box>& boxes,
                   base::Findings& findings) {
  constexpr double k_apart = 50;  // kilometres
  const std::uint32_t begin = layer.polygons.feature_start[feature];
  const std::uint32_t end = layer.polygons.feature_start[feature + 1];
  std::uint32_t main = begin;
  for (std::uint32_t part = begin; part < end; ++part) {
    if (size_of(boxes[part]) > size_of(boxes[main])) main = part;
  }
  if (crs::among_far_islands(boxes[main].centre())) return;
  for (std::uint32_t part = begin; part < end; ++part) {
    const double away = kilometres(boxes[main], boxes[part]);
    const Vec2 place = boxes[part].centre();
    if (!(away > k_apart) || crs::among_far_islands(place)) continue;
    findings.push_back(
        {Severity::warning, "geometry.far-part", layer.file, feature_place(layer, feature),
         text("một phần của hình cách phần chính {} km (kinh độ {}, vĩ độ {})",
              "a part of the shape is {} km away from its main part (longitude {}, latitude {})",
              {base::number(away, 0), base::number(place.x, 2), base::number(place.y, 2)}),
         text("Nếu không phải đảo của đơn vị này: xóa hoặc sửa phần ấy trong tệp nguồn.",
              "Unless it is an island of the unit: delete or correct that part in the source file.")});
    return;
  }
}

base::Findings all_far_parts(const model::Layer& layer, const crs::Description& crs, bool units) {
  const model::PolygonSet& polygons = layer.polygons;
  if (!units && in_country(box_in_degrees(polygons.box(), crs))) return {};  // the usual case, of many parts
  const std::vector<Box> boxes = boxes_in_degrees(polygons, crs);
  const auto elsewhere = std::count_if(
      boxes.begin(), boxes.end(), [](const Box& box) { return !crs::k_country_with_sea.intersects(box); });
  base::Findings findings;
  if (2 * static_cast<std::size_t>(elsewhere) > boxes.size()) return findings;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    const std::uint32_t begin = polygons.feature_start[feature];
    const std::uint32_t end = polygons.feature_start[feature + 1];
    Outside outside;
    for (std::uint32_t part = begin; part < end; ++part) {
      if (!in_country(boxes[part])) add_outside(polygons, part, crs, outside);
    }
    if (outside.vertices > 0) {
      tell_outside_country(layer, feature, outside, findings);
    } else if (units && end > begin + 1) {
      tell_far_part(layer, feature, boxes, findings);
    }
  }
  return findings;
}

}  // namespace

base::Findings far_part_findings(const model::Layer& layer, const crs::Description& crs, bool units) {
  try {
    return all_far_parts(layer, crs, units);
  } catch (const base::Error&) {
    return {};  // no way to degrees: whatever needs one says so
  }
}

}  // namespace ntmap::app
