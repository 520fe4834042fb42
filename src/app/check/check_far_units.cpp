#include "app/check/check_far_units.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "crs/crs.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Severity;
using base::Text;
using base::text;

constexpr double k_far = 100'000;                // metres
constexpr double k_metres_a_degree = 111'195.0;  // of latitude, on a sphere of 6,371 km

/// Metres of one unit of x and of y on the map.
base::Vec2 metres_of(const Units& units, const Box& box) {
  const crs::Description crs = crs::describe(units.crs);
  if (!crs.geographic) return {crs.metres_per_unit, crs.metres_per_unit};
  return {k_metres_a_degree * std::cos(box.centre().y * std::numbers::pi / 180), k_metres_a_degree};
}

double between(double min_a, double max_a, double min_b, double max_b) {
  return std::max({0.0, min_a - max_b, min_b - max_a});
}

/// Metres between boxes.
double gap(const Box& a, const Box& b, base::Vec2 metres) {
  return std::hypot(between(a.min_x, a.max_x, b.min_x, b.max_x) * metres.x,
                    between(a.min_y, a.max_y, b.min_y, b.max_y) * metres.y);
}

using Group = std::vector<std::uint32_t>;

/// Takes the unit and all that lie within reach of one another out of the list.
Group take_group(std::vector<std::uint32_t>& left, const std::vector<Box>& boxes, base::Vec2 metres) {
  Group group{left.back()};
  left.pop_back();
  for (std::size_t at = 0; at < group.size(); ++at) {
    const auto near = [&](std::uint32_t unit) { return gap(boxes[group[at]], boxes[unit], metres) <= k_far; };
    const auto kept = std::partition(left.begin(), left.end(), [&](auto unit) { return !near(unit); });
    group.insert(group.end(), kept, left.end());
    left.erase(kept, left.end());
  }
  std::sort(group.begin(), group.end());
  return group;
}

double distance(const Group& a, const std::vector<bool>& inside, const std::vector<Box>& boxes,
                base::Vec2 metres) {
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t other = 0; other < boxes.size(); ++other) {
    if (inside[other] || boxes[other].empty()) continue;
    for (const std::uint32_t unit : a) least = std::min(least, gap(boxes[unit], boxes[other], metres));
  }
  return least;
}

Text names_in(const Units& units, const Group& group) {
  constexpr std::size_t k_named = 5;
  Text out;
  for (std::size_t i = 0; i < std::min(k_named, group.size()); ++i) {
    const Text one = text("{} ({})", "{} ({})", {units.full_name(group[i]), units.codes[group[i]]});
    out = i == 0 ? one : base::join({out, one}, ", ");
  }
  return group.size() > k_named ? base::join({out, "…"}, ", ") : out;
}

bool all_special_zones(const Units& units, const Group& group) {
  return std::all_of(group.begin(), group.end(), [&](std::uint32_t unit) {
    return names::unit_type_from(units.types[unit]) == names::UnitType::special_zone;
  });
}

}  // namespace

base::Findings far_unit_findings(const Units& units) {
  std::vector<Box> boxes(units.size());
  std::vector<std::uint32_t> left;
  for (std::uint32_t unit = 0; unit < boxes.size(); ++unit) {
    boxes[unit] = units.layer.polygons.feature_box(unit);
    if (!boxes[unit].empty()) left.push_back(unit);
  }
  if (left.empty()) return {};
  const base::Vec2 metres = metres_of(units, units.layer.polygons.box());
  std::vector<Group> groups;
  while (!left.empty()) groups.push_back(take_group(left, boxes, metres));
  const auto main = std::max_element(groups.begin(), groups.end(),
                                     [](const Group& a, const Group& b) { return a.size() < b.size(); });
  base::Findings findings;
  for (const Group& group : groups) {
    if (&group == &*main) continue;
    std::vector<bool> inside(units.size());
    for (const std::uint32_t unit : group) inside[unit] = true;
    const double kilometres = distance(group, inside, boxes, metres) / 1000;
    findings.push_back(
        {all_special_zones(units, group) ? Severity::note : Severity::warning, "units.far-away",
         units.layer.file, names_in(units, group),
         text("cách các đơn vị khác {} km", "{} km away from all other units", {base::number(kilometres, 0)}),
         text("Nếu không phải đảo xa: sửa tọa độ, hoặc ghi đúng hệ tọa độ của tệp.",
              "Unless it is a far island: mend the coordinates, or name the right coordinate system.")});
  }
  return findings;
}

}  // namespace ntmap::app
