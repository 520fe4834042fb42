#include "app/check/check_dates_apart.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "base/error.hpp"
#include "crs/degrees.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Vec2;

/// The middles of the units' extents in degrees; nothing where they cannot be moved.
std::vector<Vec2> middles_in_degrees(const Units& units) {
  std::vector<double> xy;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const Box box = units.layer.polygons.feature_box(unit);
    if (!box.empty()) xy.insert(xy.end(), {box.centre().x, box.centre().y});
  }
  try {
    crs::to_degrees(xy, units.crs);
  } catch (const base::Error&) {
    return {};
  }
  std::vector<Vec2> out;
  for (std::size_t i = 0; i < xy.size(); i += 2) {
    if (std::isfinite(xy[i])) out.push_back({xy[i], xy[i + 1]});
  }
  return out;
}

Box extent_of_middles(const std::vector<Vec2>& places) {
  constexpr double k_margin = 0.1;  // degrees: middles do not reach the border
  Box box;
  for (const Vec2 place : places) box.add(place);
  return box.grown(k_margin);
}

bool mostly_inside(const std::vector<Vec2>& places, const Box& box) {
  const auto inside =
      std::count_if(places.begin(), places.end(), [&](Vec2 place) { return box.contains(place); });
  return 2 * static_cast<std::size_t>(inside) >= places.size();
}

double kilometres_apart(Vec2 a, Vec2 b) {
  constexpr double k_kilometres_a_degree = 111.2;
  return k_kilometres_a_degree * std::hypot(a.y - b.y, (a.x - b.x) * std::cos(a.y * std::numbers::pi / 180));
}

}  // namespace

base::Findings dates_apart_findings(const Units& earlier, const Units& later) {
  const std::vector<Vec2> before = middles_in_degrees(earlier);
  const std::vector<Vec2> after = middles_in_degrees(later);
  if (before.empty() || after.empty()) return {};
  const Box box_before = extent_of_middles(before);
  const Box box_after = extent_of_middles(after);
  if (mostly_inside(after, box_before) || mostly_inside(before, box_after)) return {};
  const double away = kilometres_apart(box_before.centre(), box_after.centre());
  return {{base::Severity::warning, "boundaries.apart", later.layer.file,
           base::text("ranh giới “{}”", "boundaries “{}”", {later.vintage}),
           base::text("không nằm trên ranh giới “{}”: tâm hai lớp cách nhau {} km",
                      "do not lie on the boundaries “{}”: their middles are {} km apart",
                      {earlier.vintage, base::number(away, 0)}),
           base::text("Kiểm tra hệ tọa độ của cả hai tệp, hoặc tệp có phải của tỉnh này không.",
                      "Check the coordinate systems of both files, or whether both are of this province.")}};
}

}  // namespace ntmap::app
