#include "ui/map_names.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/halo_font.hpp"
#include "ui/map_overlay.hpp"

namespace ntmap::ui {
namespace {

constexpr double k_name_gap = 4;  // pixels between names

ImVec2 at_pixel(base::Vec2 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y)};
}

ImU32 halo_colour(bool light_text) {
  return light_text ? IM_COL32(20, 26, 32, 255) : IM_COL32(255, 255, 255, 255);
}

ImU32 plate_colour(bool light_text) {
  return light_text ? IM_COL32(20, 26, 32, 190) : IM_COL32(255, 255, 255, 215);
}

ImU32 ink_colour(bool light_text) {
  return light_text ? IM_COL32(255, 255, 255, 255) : IM_COL32(24, 30, 38, 255);
}

bool is_dark(model::Rgb fill) {
  return 299 * fill.r + 587 * fill.g + 114 * fill.b < 128000;
}

}  // namespace

void MapNames::update(const Ground& ground, const scene::Camera& camera) {
  const float font = ImGui::GetFontSize();
  const app::Units& units = ground.map.units();
  if (font == m_font && camera == m_camera && ground.covered_below == m_below && ground.paper == m_paper)
    return;
  if (font != m_font) {
    m_sizes.clear();
    for (const std::string& name : units.names) {
      const ImVec2 size = ImGui::CalcTextSize(name.c_str());
      m_sizes.push_back({static_cast<double>(size.x), static_cast<double>(size.y)});
    }
  }
  m_font = font;
  m_camera = camera;
  m_below = ground.covered_below;
  m_paper = ground.paper;
  std::vector<double> radii;
  if (ground.circles.radius > 0) {
    for (const double value : ground.map.figures.values) radii.push_back(ground.circles.radius_of(value));
  }
  std::vector<base::Box> covered{map_buttons_box()};
  if (m_below > 0) covered.push_back(period_slider_box({1.0 * camera.width(), 1.0 * camera.height()}));
  m_names.clear();
  for (const PlacedName& place :
       place_names(camera, *ground.map.label_points, m_sizes, k_name_gap, radii, covered))
    m_names.push_back(looked_at(ground, camera, place));
}

MapNames::Name MapNames::looked_at(const Ground& ground, const scene::Camera& camera,
                                   const PlacedName& place) const {
  const app::MapContent& map = ground.map;
  const model::MapClass& fill = map.classes.by_byte(map.classes.class_of[place.unit]);
  const bool marked = map.marks && map.marks->classes.class_of[place.unit] == 0;
  Name name{.place = place, .light = is_dark(fill.fill)};
  name.plate = marked || fill.hatch != model::Hatch::none ||
               (!name.light && is_dark(ground.paper) && runs_out(ground, camera, place));
  return name;
}

/// Whether some of the name stands outside every unit. Looked at in steps of a few letters, and only where
/// the name is larger than the circle that fits into its unit.
bool MapNames::runs_out(const Ground& ground, const scene::Camera& camera, const PlacedName& place) const {
  constexpr int k_across = 6;
  const base::Vec2 size = m_sizes[place.unit];
  const double room = (*ground.map.label_points)[place.unit].radius / camera.units_per_pixel();
  if (std::hypot(size.x, size.y) < 2 * room) return false;
  for (int step = 0; step <= k_across; ++step) {
    for (const double row : {0.25, 0.75}) {
      const base::Vec2 pixel = place.corner + base::Vec2{size.x * step / k_across, size.y * row};
      if (!ground.hits.unit_at(camera.to_world(pixel))) return true;
    }
  }
  return false;
}

void MapNames::draw(const HaloFont& halo, const app::Units& units, base::Vec2 corner) const {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  halo.begin(list);
  for (const Name& name : m_names) {
    if (!name.plate)
      halo.add(list, at_pixel(corner + name.place.corner), halo_colour(name.light),
               units.names[name.place.unit]);
  }
  HaloFont::end(list);
  for (const Name& name : m_names) {
    const ImVec2 at = at_pixel(corner + name.place.corner);
    const ImVec2 size = at_pixel(m_sizes[name.place.unit]);
    if (name.plate)
      list.AddRectFilled({at.x - 3, at.y}, {at.x + size.x + 3, at.y + size.y}, plate_colour(name.light), 4);
    list.AddText(at, ink_colour(name.light), units.names[name.place.unit].c_str());
  }
}

}  // namespace ntmap::ui
