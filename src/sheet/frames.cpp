#include "sheet/frames.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "colour/contrast.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

// A group of parts is far when the empty strip before it is wider than this share of the main group.
constexpr double k_far = 0.4;
constexpr std::size_t k_most_insets = 2;

/// What one part of a unit (an island, say) covers.
struct Part {
  Box box;
  std::size_t unit = 0;
};
using Parts = std::vector<Part>;

Parts parts_of(const model::PolygonSet& polygons) {
  Parts parts;
  for (std::size_t unit = 0; unit + 1 < polygons.feature_start.size(); ++unit) {
    for (std::uint32_t p = polygons.feature_start[unit]; p < polygons.feature_start[unit + 1]; ++p) {
      Part& part = parts.emplace_back();
      part.unit = unit;
      // The shell holds its holes.
      const std::uint32_t shell = polygons.part_start[p];
      for (std::uint32_t v = polygons.ring_start[shell]; v < polygons.ring_start[shell + 1]; ++v)
        part.box.add(polygons.vertex(v));
    }
  }
  return parts;
}

Box hull_of(std::span<const Part> parts) {
  Box hull;
  for (const Part& part : parts) hull.add(part.box);
  return hull;
}

/// Cuts parts at the widest empty strip along one axis, when it is wide against the larger side's extent.
bool split(Parts& parts, Parts& rest, bool along_x) {
  const auto low = [&](const Part& p) { return along_x ? p.box.min_x : p.box.min_y; };
  const auto high = [&](const Part& p) { return along_x ? p.box.max_x : p.box.max_y; };
  std::stable_sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) { return low(a) < low(b); });
  double reach = high(parts.front());
  double widest = 0;
  std::size_t cut = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (low(parts[i]) - reach > widest) {
      widest = low(parts[i]) - reach;
      cut = i;
    }
    reach = std::max(reach, high(parts[i]));
  }
  if (cut == 0) return false;
  const Box first = hull_of(std::span(parts).first(cut));
  const Box second = hull_of(std::span(parts).subspan(cut));
  const double extent =
      std::max(std::max(first.width(), first.height()), std::max(second.width(), second.height()));
  if (widest < k_far * extent) return false;
  const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(cut);
  rest.assign(middle, parts.end());
  parts.erase(middle, parts.end());
  return true;
}

std::vector<Parts> groups_of(Parts parts) {
  Parts rest;
  if (!split(parts, rest, true) && !split(parts, rest, false)) return {parts};
  auto groups = groups_of(std::move(parts));
  for (auto& group : groups_of(std::move(rest))) groups.push_back(std::move(group));
  return groups;
}

/// Sum of the parts' own extents: land counts, not the sea between islands.
double weight_of(const Parts& parts) {
  double weight = 0;
  for (const Part& part : parts) weight += part.box.width() * part.box.height();
  return weight;
}

bool share_a_unit(const Parts& a, const Parts& b) {
  return std::any_of(a.begin(), a.end(), [&](const Part& one) {
    return std::any_of(b.begin(), b.end(), [&](const Part& other) { return one.unit == other.unit; });
  });
}

/// Puts far groups that hold islands of one unit together: Hoàng Sa is one inset, wide as its sea may be.
void join_groups_of_a_unit(std::vector<Parts>& groups) {
  for (std::size_t i = 1; i < groups.size(); ++i) {
    for (std::size_t other = groups.size() - 1; other > i; --other) {
      if (!share_a_unit(groups[i], groups[other])) continue;
      groups[i].insert(groups[i].end(), groups[other].begin(), groups[other].end());
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(other));
      other = groups.size();
    }
  }
}

/// Cells of the raster in a box that a unit covers.
std::size_t covered_cells(const scene::UnitRaster& raster, const Box& box) {
  const auto cell = [&](double at, double start, int count) {
    return std::clamp(static_cast<int>((at - start) / raster.cell), 0, count - 1);
  };
  std::size_t covered = 0;
  for (int y = cell(box.min_y, raster.frame.min_y, raster.rows);
       y <= cell(box.max_y, raster.frame.min_y, raster.rows); ++y) {
    for (int x = cell(box.min_x, raster.frame.min_x, raster.columns);
         x <= cell(box.max_x, raster.frame.min_x, raster.columns); ++x) {
      covered += raster.at(x, y) != scene::k_no_unit;
    }
  }
  return covered;
}

enum class Corner : std::uint8_t { top_left, top_right, bottom_right, bottom_left };

Box in_corner(const Box& frame, Vec2 size, Corner corner) {
  const bool left = corner == Corner::top_left || corner == Corner::bottom_left;
  const bool top = corner == Corner::top_left || corner == Corner::top_right;
  const double x = left ? frame.min_x : frame.max_x - size.x;
  const double y = top ? frame.min_y : frame.max_y - size.y;
  return {x, y, x + size.x, y + size.y};
}

using Corners = std::array<Corner, 4>;

std::vector<Box> in_corners(const Box& frame, Vec2 size, const Corners& wished) {
  std::vector<Box> places;
  for (const Corner corner : wished) places.push_back(in_corner(frame, size, corner));
  return places;
}

/// The corners, then places along the edges: down the sides, then along foot and head.
std::vector<Box> along_edges(const Box& frame, Vec2 size, const Corners& wished) {
  std::vector<Box> places = in_corners(frame, size, wished);
  const auto steps = [](double room, double step) { return static_cast<int>(std::max(room, 0.0) / step); };
  const Vec2 step{size.x / 8, size.y / 8};
  for (const double x : {frame.max_x - size.x, frame.min_x}) {
    for (int i = 0; i <= steps(frame.height() - size.y, step.y); ++i)
      places.push_back({x, frame.max_y - size.y - i * step.y, x + size.x, frame.max_y - i * step.y});
  }
  for (const double y : {frame.max_y - size.y, frame.min_y}) {
    for (int i = 0; i <= steps(frame.width() - size.x, step.x); ++i)
      places.push_back({frame.max_x - size.x - i * step.x, y, frame.max_x - i * step.x, y + size.y});
  }
  return places;
}

struct Place {
  Box box;
  std::size_t covers = std::numeric_limits<std::size_t>::max();  ///< cells of units
};

/// The place that covers least, the first of equals, among those where nothing stands yet; where everything
/// is taken, the first wished for.
Place best_place(const scene::UnitRaster& raster, const std::vector<Box>& taken,
                 const std::vector<Box>& places) {
  Place best{.box = places.front()};
  for (const Box& box : places) {
    const bool met =
        std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.intersects(box); });
    if (met) continue;
    const std::size_t covers = covered_cells(raster, box);
    if (covers < best.covers) best = {box, covers};
    if (covers == 0) break;
  }
  return best;
}

Box find_corner(const scene::UnitRaster& raster, const std::vector<Box>& taken, Vec2 size,
                const Corners& wished) {
  return best_place(raster, taken, in_corners(raster.frame, size, wished)).box;
}

/// Where an inset of that size hides no unit, smaller if it must be; else where it hides least.
Place inset_place(const scene::UnitRaster& raster, const std::vector<Box>& taken, Vec2 size) {
  using enum Corner;
  Place best;
  for (const double share : {1.0, 0.85, 0.7, 0.6}) {
    const Vec2 smaller{std::round(share * size.x), std::round(share * size.y)};
    const Place place = best_place(
        raster, taken, along_edges(raster.frame, smaller, {bottom_right, top_right, top_left, bottom_left}));
    if (place.covers < best.covers || share == 1.0) best = place;
    if (best.covers == 0) break;
  }
  return best;
}

/// How large the inset for a part of the world is in a frame where it finds room.
Vec2 inset_size(const Box& frame, const Box& world) {
  const double aspect = std::clamp(world.width() / std::max(world.height(), 1e-9), 0.6, 1.8);
  const double height = 0.24 * std::min(frame.height(), frame.width());
  return {std::round(height * aspect), std::round(height)};
}

/// Ground under what stands on a map that leaves no corner free.
void add_panel(Composer& c, const scene::UnitRaster& raster, const Box& box) {
  if (covered_cells(raster, box) == 0) return;
  c.out.items.push_back(Shape{.box = box, .radius = c.u(5), .fill = k_ground});
}

double nice_length(double most) {
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= most) return step * power;
  }
  return power;
}

void add_scale_bar(Composer& c, const MapFrame& frame, const scene::UnitRaster& raster,
                   std::vector<Box>& taken) {
  const double metres_per_pixel = c.request.metres_per_unit / frame.to_page.scale;
  const double metres = nice_length(0.2 * frame.box.width() * metres_per_pixel);
  const double length = metres / metres_per_pixel;
  const bool km = metres >= 1000;
  const std::string number = c.words(base::short_number(km ? metres / 1000 : metres));
  const std::string label = number + (km ? " km" : " m");
  const Font font = c.font(c.request.style == Style::meeting ? meeting_size(c.request, 24) : 17);
  const double overhang = c.type.width(label, font) / 2 + c.u(8);
  const Vec2 size{length + 2 * overhang, c.u(14) + c.type.line_height(font)};
  using enum Corner;
  const Box box = find_corner(raster, taken, size, {bottom_left, bottom_right, top_right, top_left});
  add_panel(c, raster, box);
  const double x = box.min_x + overhang;
  const double y = box.min_y + c.u(10);
  const double thick = c.u(c.request.style == Style::meeting ? 3 : 2);
  c.out.items.push_back(Rule{{x, y}, {x + length, y}, thick, k_ink});
  for (const double end : {x, x + length})
    c.out.items.push_back(Rule{{end, y - c.u(7)}, {end, y + thick / 2}, thick, k_ink});
  const double baseline = y + c.u(4) + c.type.ascent(font);
  c.line("0", {x, baseline}, font, k_ink, Align::centre);
  c.line(label, {x + length, baseline}, font, k_ink, Align::centre);
  taken.push_back(box);
}

void add_north_arrow(Composer& c, const scene::UnitRaster& raster, std::vector<Box>& taken) {
  const Font font = c.font(c.request.style == Style::meeting ? meeting_size(c.request, 26) : 20, true);
  const Vec2 size{c.u(44), c.type.line_height(font) + c.u(26)};
  using enum Corner;
  const Box box = find_corner(raster, taken, size, {top_left, top_right, bottom_right, bottom_left});
  add_panel(c, raster, box);
  const double x = box.centre().x;
  const double top = box.min_y + c.u(2);
  c.out.items.push_back(Outline{
      {{x, top}, {x + c.u(9), top + c.u(22)}, {x, top + c.u(17)}, {x - c.u(9), top + c.u(22)}}, k_ink});
  c.line(c.request.lang == base::Lang::vi ? "B" : "N", {x, top + c.u(24) + c.type.ascent(font)}, font, k_ink,
         Align::centre);
  taken.push_back(box);
}

bool lies_in(const Part& part, const Box& world) {
  return world.contains(part.box.centre());
}

/// The names of the units in a part of the world, while they are few: "Hoàng Sa".
std::string names_in(const SheetRequest& request, const Parts& parts, const Box& world) {
  constexpr std::size_t k_most = 2;
  std::vector<std::size_t> units;
  for (const Part& part : parts) {
    if (lies_in(part, world) && (units.empty() || units.back() != part.unit)) units.push_back(part.unit);
  }
  if (units.empty() || units.size() > k_most || request.names.empty()) return {};
  if (units.size() == 1) return request.names[units[0]];
  return request.names[units[0]] + ", " + request.names[units[1]];
}

/// Islands too small to be seen at an inset's scale, as dots in the colours of their units.
void add_islets(Composer& c, const MapFrame& frame, const Parts& parts, const Box& world) {
  const double least = c.u(6);
  for (const Part& part : parts) {
    const double size = frame.to_page.scale * std::max(part.box.width(), part.box.height());
    if (size >= least || !lies_in(part, world)) continue;
    const Vec2 at = frame.to_page(part.box.centre());
    const model::MapClass& look = c.request.classes->by_byte(c.request.classes->class_of[part.unit]);
    c.out.items.push_back(Shape{.box = Box{at.x, at.y, at.x, at.y}.grown(least / 2),
                                .radius = least / 2,
                                .fill = look.fill,
                                .edge = c.u(1),
                                .edge_ink = k_quiet_ink});
  }
}

void add_inset(Composer& c, const MapFrame& main, const scene::UnitRaster& raster, const Parts& parts,
               const Box& world, std::vector<Box>& taken) {
  Box box = inset_place(raster, taken, inset_size(main.box, world)).box;
  box = {std::floor(box.min_x), std::floor(box.min_y), std::floor(box.max_x), std::floor(box.max_y)};
  const std::string caption = names_in(c.request, parts, world);
  const Font font = c.fitted(caption, box.width() - c.u(12), c.font(17), 1, 0.7);
  const double foot = caption.empty() ? 0 : c.type.line_height(font);
  MapFrame inset = fit_frame({box.min_x, box.min_y, box.max_x, box.max_y - foot}, world, c.u(12));
  inset.box = box;
  inset.inset = true;
  inset.map = main.map;
  c.out.frames.push_back(inset);
  add_islets(c, inset, parts, world);
  c.out.items.push_back(Shape{.box = box, .edge = c.u(1.5), .edge_ink = k_quiet_ink});
  c.line(caption, {box.centre().x, box.max_y - c.type.descent(font) - c.u(3)}, font, k_quiet_ink,
         Align::centre);
  taken.push_back(box);
}

}  // namespace

std::vector<Box> world_boxes(const model::PolygonSet& polygons, bool apart) {
  const Parts parts = parts_of(polygons);
  if (parts.empty()) return {Box{0, 0, 1, 1}};
  if (!apart) return {hull_of(parts)};
  auto groups = groups_of(parts);
  const auto heavier = [](const Parts& a, const Parts& b) { return weight_of(a) > weight_of(b); };
  std::stable_sort(groups.begin(), groups.end(), heavier);
  join_groups_of_a_unit(groups);
  std::vector<Box> hulls;
  for (const Parts& group : groups) {
    // More far groups than insets: the last inset holds them all.
    if (hulls.size() > k_most_insets) {
      hulls.back().add(hull_of(group));
    } else {
      hulls.push_back(hull_of(group));
    }
  }
  return hulls;
}

std::vector<Box> worlds_of(const SheetRequest& request) {
  if (request.world) return {*request.world};
  return world_boxes(*request.polygons, request.inset);
}

MapFrame fit_frame(const Box& area, const Box& world, double margin) {
  MapFrame frame;
  frame.box = {std::floor(area.min_x), std::floor(area.min_y), std::floor(area.max_x),
               std::floor(area.max_y)};
  const double width = std::max(frame.box.width() - 2 * margin, 1.0);
  const double height = std::max(frame.box.height() - 2 * margin, 1.0);
  // A single point or line still gets a scale.
  const double across = std::max({world.width(), world.height() * 1e-3, 1e-6});
  const double along = std::max({world.height(), world.width() * 1e-3, 1e-6});
  frame.to_page.scale = std::min(width / across, height / along);
  const Vec2 centre = world.centre();
  frame.to_page.left = frame.box.centre().x - centre.x * frame.to_page.scale;
  frame.to_page.top = frame.box.centre().y + centre.y * frame.to_page.scale;
  return frame;
}

MapFrame fit_worlds(const Composer& composer, const Box& area, const std::vector<Box>& worlds,
                    double margin) {
  MapFrame frame = fit_frame(area, worlds.front(), margin);
  if (worlds.size() < 2) return frame;
  const scene::UnitRaster raster = raster_of(composer, frame);
  std::vector<Box> taken;
  double strip = 0;
  for (std::size_t i = 1; i < worlds.size(); ++i) {
    const Place place = inset_place(raster, taken, inset_size(frame.box, worlds[i]));
    taken.push_back(place.box);
    if (place.covers > 0) strip = std::max(strip, place.box.width());
  }
  if (strip == 0) return frame;
  const MapFrame narrow =
      fit_frame({area.min_x, area.min_y, area.max_x - strip, area.max_y}, worlds.front(), margin);
  frame.to_page = narrow.to_page;
  return frame;
}

scene::UnitRaster raster_of(const Composer& composer, const MapFrame& frame) {
  return scene::rasterise_units(*composer.request.polygons, frame.to_page, frame.box, composer.u(2.5));
}

double add_overview(Composer& c, const Box& column) {
  const Box world = world_boxes(*c.request.polygons, c.request.inset).front();
  const double aspect = world.height() / std::max(world.width(), 1e-9);
  const double width = column.width();
  const double height = std::min(width * aspect, 0.3 * column.height());
  MapFrame frame =
      fit_frame({column.min_x, column.max_y - height, column.max_x, column.max_y}, world, c.u(8));
  frame.inset = frame.overview = true;
  c.out.frames.push_back(frame);
  c.out.items.push_back(Shape{.box = frame.box, .edge = c.u(1), .edge_ink = k_outline});
  const Box& part = c.request.focus->world;
  const Vec2 high = frame.to_page({part.min_x, part.max_y});
  const Vec2 low = frame.to_page({part.max_x, part.min_y});
  c.out.items.push_back(
      Shape{.box = Box{high.x, high.y, low.x, low.y}.grown(c.u(3)), .edge = c.u(2.5), .edge_ink = k_ink});
  return frame.box.height() + c.u(24);
}

std::vector<Box> furnish(Composer& composer, const MapFrame& frame, const scene::UnitRaster& raster,
                         const std::vector<Box>& worlds) {
  std::vector<Box> taken;
  if (composer.request.scale_bar && composer.request.metres_per_unit > 0)
    add_scale_bar(composer, frame, raster, taken);
  if (composer.request.north_arrow) add_north_arrow(composer, raster, taken);
  if (worlds.size() < 2) return taken;
  const Parts parts = parts_of(*composer.request.polygons);
  for (std::size_t i = 1; i < worlds.size(); ++i) add_inset(composer, frame, raster, parts, worlds[i], taken);
  return taken;
}

}  // namespace ntmap::sheet
