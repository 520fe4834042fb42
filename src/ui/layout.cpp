#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ntmap::ui {
namespace {

constexpr double k_panel_width = 310;      // at scale 1
constexpr double k_most_left = 0.32;       // of the window
constexpr double k_most_right = 0.28;      // of the window
constexpr double k_most_alone = 0.4;       // of the window
constexpr double k_narrowest_panel = 0.6;  // of the wanted width; narrower ones only break words

constexpr double k_least_bottom = 150;  // at scale 1
constexpr double k_least_map = 0.4;     // of the window's height

// Tabs, tools, headings of two lines, filters, totals and four rows of the attribute table.
constexpr double k_table_height = 246;  // at scale 1

constexpr double k_low_window = 560;  // at scale 1
constexpr double k_low_share = 0.52;  // of a low window's height, for the panels below

constexpr double k_most_overhang = 2.6;  // text width by the diameter of the unit's inner circle
constexpr double k_least_height = 1.0;   // that diameter by the text height

bool touches_any(const base::Box& box, std::span<const base::Box> taken) {
  return std::any_of(taken.begin(), taken.end(),
                     [&](const base::Box& other) { return box.intersects(other); });
}

/// The squares within circles: a name may stand close to a round edge.
std::vector<base::Box> boxes_of(const scene::Camera& camera, std::span<const geom::LabelPoint> places,
                                std::span<const double> circles) {
  std::vector<base::Box> boxes;
  for (std::size_t unit = 0; unit < circles.size(); ++unit) {
    if (!(circles[unit] > 0)) continue;
    const base::Vec2 at = camera.to_pixel(places[unit].point);
    boxes.push_back(base::Box{at.x, at.y, at.x, at.y}.grown(0.8 * circles[unit]));
  }
  return boxes;
}

}  // namespace

Columns lay_out_columns(float width, double scale, bool left_panel, bool unit_panel) {
  const double wanted = k_panel_width * scale;
  const double all = std::floor(static_cast<double>(width));
  const double alone = std::floor(std::min(wanted, k_most_alone * all));
  const bool both = left_panel && unit_panel;
  const bool turns = both && k_most_right * all < k_narrowest_panel * wanted;
  double left = left_panel ? alone : 0;
  double right = unit_panel && !turns ? alone : 0;
  if (both && !turns) {
    left = std::floor(std::min(wanted, k_most_left * all));
    right = std::floor(std::min(wanted, k_most_right * all));
  }
  return {static_cast<float>(left), static_cast<float>(all - left - right), static_cast<float>(right), turns};
}

Rows lay_out_rows(float height, double scale, double share, bool bottom_panels) {
  const double all = std::floor(static_cast<double>(height));
  const double least = std::ceil(k_least_bottom * scale);
  const double most = std::floor(all * (1 - k_least_map));
  if (!bottom_panels || most < least) return {static_cast<float>(all), 0};
  const double bottom = std::floor(std::clamp(share * all, least, most));
  return {static_cast<float>(all - bottom), static_cast<float>(bottom)};
}

bool is_low(float height, double scale) {
  return static_cast<double>(height) < k_low_window * scale;
}

double unfolded_share(float height, double scale, double share, bool chosen) {
  if (is_low(height, scale)) return std::max(share, k_low_share);
  const double needed = k_table_height * scale / static_cast<double>(height);
  return chosen ? share : std::max(share, std::min(needed, k_low_share));
}

TabRow lay_out_tabs(std::span<const float> whole, std::span<const float> brief, float room, float list,
                    std::size_t chosen) {
  TabRow row;
  row.brief = std::accumulate(whole.begin(), whole.end(), 0.0F) > room;
  const bool all = !row.brief || std::accumulate(brief.begin(), brief.end(), 0.0F) <= room;
  float left = all ? 0 : room - list - (chosen < brief.size() ? brief[chosen] : 0);
  for (std::size_t tab = 0; tab < brief.size(); ++tab) {
    if (!all && tab != chosen) left -= brief[tab];
    if (all || tab == chosen || left >= 0) row.shown.push_back(tab);
  }
  return row;
}

std::vector<PlacedName> place_names(const scene::Camera& camera, std::span<const geom::LabelPoint> places,
                                    std::span<const base::Vec2> sizes, double gap,
                                    std::span<const double> circles, std::span<const base::Box> covered) {
  const base::Box view = camera.view();
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t unit = 0; unit < places.size(); ++unit) {
    const double room = 2 * places[unit].radius / camera.units_per_pixel();
    const bool fits = sizes[unit].x <= k_most_overhang * room && k_least_height * sizes[unit].y <= room;
    if (sizes[unit].x > 0 && fits && view.contains(places[unit].point)) candidates.push_back(unit);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return places[a].radius > places[b].radius; });
  std::vector<PlacedName> placed;
  std::vector<base::Box> taken = boxes_of(camera, places, circles);
  taken.insert(taken.end(), covered.begin(), covered.end());
  for (const std::uint32_t unit : candidates) {
    base::Vec2 wanted = camera.to_pixel(places[unit].point) - sizes[unit] * 0.5;
    if (!circles.empty() && circles[unit] > 0) wanted.y += circles[unit] + gap + sizes[unit].y / 2;
    const base::Vec2 corner{std::round(wanted.x), std::round(wanted.y)};
    const base::Vec2 end = corner + sizes[unit];
    const base::Box box = base::Box{corner.x, corner.y, end.x, end.y}.grown(gap / 2);
    if (touches_any(box, taken)) continue;
    taken.push_back(box);
    placed.push_back({unit, corner});
  }
  return placed;
}

}  // namespace ntmap::ui
