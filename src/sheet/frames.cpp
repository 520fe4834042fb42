#include "sheet/frames.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "colour/contrast.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

// A group of parts is far when the empty strip before it is wider than this share of the main group.
constexpr double k_far = 0.4;
constexpr std::size_t k_most_insets = 2;

std::vector<Box> part_boxes(const model::PolygonSet& polygons) {
  std::vector<Box> boxes;
  for (std::size_t part = 0; part < polygons.part_count(); ++part) {
    Box& box = boxes.emplace_back();
    // The shell holds its holes.
    const std::uint32_t shell = polygons.part_start[part];
    for (std::uint32_t v = polygons.ring_start[shell]; v < polygons.ring_start[shell + 1]; ++v) {
      box.add(polygons.vertex(v));
    }
  }
  return boxes;
}

Box hull_of(const std::vector<Box>& boxes) {
  Box hull;
  for (const Box& box : boxes) hull.add(box);
  return hull;
}

/// Cuts boxes at the widest empty strip along one axis, when it is wide against the larger side's extent.
bool split(std::vector<Box>& boxes, std::vector<Box>& rest, bool along_x) {
  const auto low = [&](const Box& b) { return along_x ? b.min_x : b.min_y; };
  const auto high = [&](const Box& b) { return along_x ? b.max_x : b.max_y; };
  std::sort(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) { return low(a) < low(b); });
  double reach = high(boxes.front());
  double widest = 0;
  std::size_t cut = 0;
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    if (low(boxes[i]) - reach > widest) {
      widest = low(boxes[i]) - reach;
      cut = i;
    }
    reach = std::max(reach, high(boxes[i]));
  }
  if (cut == 0) return false;
  const auto middle = boxes.begin() + static_cast<std::ptrdiff_t>(cut);
  const Box first = hull_of({boxes.begin(), middle});
  const Box second = hull_of({middle, boxes.end()});
  const double extent =
      std::max(std::max(first.width(), first.height()), std::max(second.width(), second.height()));
  if (widest < k_far * extent) return false;
  rest.assign(middle, boxes.end());
  boxes.erase(middle, boxes.end());
  return true;
}

std::vector<std::vector<Box>> groups_of(std::vector<Box> boxes) {
  std::vector<Box> rest;
  if (!split(boxes, rest, true) && !split(boxes, rest, false)) return {boxes};
  auto groups = groups_of(std::move(boxes));
  for (auto& group : groups_of(std::move(rest))) groups.push_back(std::move(group));
  return groups;
}

/// Sum of the parts' own extents: land counts, not the sea between islands.
double weight_of(const std::vector<Box>& boxes) {
  double weight = 0;
  for (const Box& box : boxes) weight += box.width() * box.height();
  return weight;
}

bool empty_ground(const scene::UnitRaster& raster, const Box& box) {
  const auto cell = [&](double at, double start, int count) {
    return std::clamp(static_cast<int>((at - start) / raster.cell), 0, count - 1);
  };
  for (int y = cell(box.min_y, raster.frame.min_y, raster.rows);
       y <= cell(box.max_y, raster.frame.min_y, raster.rows); ++y) {
    for (int x = cell(box.min_x, raster.frame.min_x, raster.columns);
         x <= cell(box.max_x, raster.frame.min_x, raster.columns); ++x) {
      if (raster.at(x, y) != scene::k_no_unit) return false;
    }
  }
  return true;
}

enum class Corner : std::uint8_t { top_left, top_right, bottom_right, bottom_left };

Box in_corner(const Box& frame, Vec2 size, Corner corner) {
  const bool left = corner == Corner::top_left || corner == Corner::bottom_left;
  const bool top = corner == Corner::top_left || corner == Corner::top_right;
  const double x = left ? frame.min_x : frame.max_x - size.x;
  const double y = top ? frame.min_y : frame.max_y - size.y;
  return {x, y, x + size.x, y + size.y};
}

/// The first corner that is free; else the first one wished for.
Box find_corner(const scene::UnitRaster& raster, const std::vector<Box>& taken, Vec2 size,
                const std::array<Corner, 4>& wished) {
  for (const Corner corner : wished) {
    const Box box = in_corner(raster.frame, size, corner);
    const bool met =
        std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.intersects(box); });
    if (!met && empty_ground(raster, box)) return box;
  }
  return in_corner(raster.frame, size, wished.front());
}

/// Ground under what stands on a map that leaves no corner free.
void add_panel(Composer& c, const scene::UnitRaster& raster, const Box& box) {
  if (empty_ground(raster, box)) return;
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

/// The names of the units in a part of the world, while they are few: "Hoàng Sa".
std::string names_in(const SheetRequest& request, const Box& world) {
  constexpr std::size_t k_most = 2;
  std::vector<std::string> names;
  for (std::size_t unit = 0; unit < request.names.size(); ++unit) {
    if (world.contains(request.anchors[unit].point)) names.push_back(request.names[unit]);
  }
  if (names.empty() || names.size() > k_most) return {};
  return names.size() == 1 ? names[0] : names[0] + ", " + names[1];
}

void add_inset(Composer& c, const MapFrame& main, const scene::UnitRaster& raster, const Box& world,
               std::vector<Box>& taken) {
  const double aspect = std::clamp(world.width() / std::max(world.height(), 1e-9), 0.6, 1.8);
  const double height = 0.24 * std::min(main.box.height(), main.box.width());
  using enum Corner;
  Box box = find_corner(raster, taken, {std::round(height * aspect), std::round(height)},
                        {bottom_right, top_right, top_left, bottom_left});
  box = {std::floor(box.min_x), std::floor(box.min_y), std::floor(box.max_x), std::floor(box.max_y)};
  const std::string caption = names_in(c.request, world);
  const Font font = c.fitted(caption, box.width() - c.u(12), c.font(17), 1, 0.7);
  const double foot = caption.empty() ? 0 : c.type.line_height(font);
  MapFrame inset = fit_frame({box.min_x, box.min_y, box.max_x, box.max_y - foot}, world, c.u(12));
  inset.box = box;
  inset.inset = true;
  inset.map = main.map;
  c.out.frames.push_back(inset);
  c.out.items.push_back(Shape{.box = box, .edge = c.u(1.5), .edge_ink = k_quiet_ink});
  c.line(caption, {box.centre().x, box.max_y - c.type.descent(font) - c.u(3)}, font, k_quiet_ink,
         Align::centre);
  taken.push_back(box);
}

}  // namespace

std::vector<Box> world_boxes(const model::PolygonSet& polygons, bool apart) {
  const std::vector<Box> boxes = part_boxes(polygons);
  if (boxes.empty()) return {Box{0, 0, 1, 1}};
  if (!apart) return {hull_of(boxes)};
  auto groups = groups_of(boxes);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return weight_of(a) > weight_of(b); });
  std::vector<Box> hulls;
  for (const auto& group : groups) {
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
  for (std::size_t i = 1; i < worlds.size(); ++i) add_inset(composer, frame, raster, worlds[i], taken);
  return taken;
}

}  // namespace ntmap::sheet
