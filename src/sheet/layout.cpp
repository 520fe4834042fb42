#include "sheet/layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "base/error.hpp"
#include "scene/legend.hpp"
#include "sheet/column.hpp"
#include "sheet/composer.hpp"
#include "sheet/frames.hpp"
#include "sheet/map_names.hpp"
#include "sheet/meeting.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;

constexpr double k_least_key = 0.25;  // of the map's height on an upright page: the list of names

void check(const SheetRequest& request) {
  const auto refuse = [](base::Text what) { throw base::Error(base::ErrorKind::usage, std::move(what)); };
  if (request.classes == nullptr || request.polygons == nullptr) {
    refuse({"tờ bản đồ thiếu lớp hoặc ranh giới", "the sheet has no classes or no polygons"});
  }
  const std::size_t units = request.polygons->feature_count();
  const auto fits = [&](std::size_t size) { return size == units; };
  for (const Annotation& annotation : request.annotations) {
    if (annotation.unit >= units || !fits(request.anchors.size()))
      refuse({"lời ghi trỏ vào đơn vị không có trên bản đồ",
              "a remark points at a unit that is not on the map"});
  }
  const bool names_fit =
      request.names.empty() || (fits(request.names.size()) && fits(request.anchors.size()));
  const bool symbols_fit =
      !request.symbols || (fits(request.symbols->values.size()) && fits(request.anchors.size()));
  const bool maps_fit = std::all_of(request.maps.begin(), request.maps.end(), [&](const SmallMap& map) {
    return map.class_of.size() == (map.polygons == nullptr ? units : map.polygons->feature_count());
  });
  const bool overlays_fit =
      std::all_of(request.overlays.begin(), request.overlays.end(), [](const Overlay& overlay) {
        return overlay.classes->class_of.size() == overlay.polygons->feature_count();
      });
  const bool focus_fits = !request.focus || fits(request.focus->inside.size());
  if (!fits(request.classes->class_of.size()) || !focus_fits || !names_fit || !symbols_fit || !maps_fit ||
      !overlays_fit ||
      !std::all_of(request.selected.begin(), request.selected.end(),
                   [&](std::size_t u) { return u < units; }) ||
      (!request.importance.empty() && !fits(request.importance.size())) ||
      (request.histogram != nullptr && !fits(request.histogram->size()))) {
    refuse({"số đơn vị của lớp, tên và ranh giới khác nhau",
            "classes, names and polygons differ in their number of units"});
  }
}

/// White lines part fills calmly; where fills are nearly white they would vanish.
std::array<BorderLook, 3> borders_for(const Composer& c, double thin) {
  const SheetRequest& request = c.request;
  const bool pale = request.maps.empty()
                        ? scene::shows_pale_fills(*request.classes, request.classes->class_of)
                        : std::any_of(request.maps.begin(), request.maps.end(), [&](const SmallMap& map) {
                            return scene::shows_pale_fills(*request.classes, map.class_of);
                          });
  if (!pale) return {{{c.u(thin), k_white}, {c.u(2.4), k_white}, {c.u(1.2), k_outline}}};
  return {{{c.u(thin), k_pale_border}, {c.u(1.8), k_district_border}, {c.u(1.2), k_outline}}};
}

void set_plain(Composer& c) {
  c.out.ground = k_white;
  c.out.borders = borders_for(c, 0.8);
  const Box page{0, 0, c.out.page.width, c.out.page.height};
  c.out.frames.push_back(fit_frame(page, world_boxes(*c.request.polygons, false).front(), c.u(10)));
}

/// Title and subtitle; returns the y below them.
double set_head(Composer& c, const Box& area) {
  double y = area.min_y;
  if (const std::string& title = c.words(c.request.title); !title.empty()) {
    const Font font = c.fitted(title, area.width(), c.font(42, true), 1, 0.8);
    y = c.paragraph(title, area.min_x, y, area.width(), font, k_ink, 1);
  }
  if (const std::string& subtitle = c.words(c.request.subtitle); !subtitle.empty()) {
    y = c.paragraph(subtitle, area.min_x, y, area.width(), c.font(24), k_quiet_ink, 1);
  }
  return y > area.min_y ? y + c.u(14) : y;
}

/// The source at the foot; returns the y above it.
double set_source(Composer& c, const Box& area) {
  const std::string& source = c.words(c.request.source);
  if (source.empty()) return area.max_y;
  const Font font = c.font(17);
  const double top = area.max_y - c.paragraph_height(source, area.width(), font, 1);
  c.paragraph(source, area.min_x, top, area.width(), font, k_quiet_ink, 1);
  return top - c.u(10);
}

/// The part that the page is about, with some of its neighbours round it; `key` as in place_names().
void set_focused_map(Composer& c, const Box& area, const KeyPlace& key) {
  MapFrame frame = fit_frame(area, c.request.focus->world, 0.07 * std::min(area.width(), area.height()));
  c.out.frames.push_back(frame);
  c.out.items.push_back(Shape{.box = frame.box, .edge = c.u(1.2), .edge_ink = k_outline});
  const auto raster = raster_of(c, frame);
  auto obstacles = furnish(c, frame, raster, {});
  for (const Box& circle : set_symbols(c, frame)) obstacles.push_back(circle);
  if (c.request.labels && !c.request.names.empty())
    place_names(c, {frame, raster, std::move(obstacles)}, key);
}

void set_map(Composer& c, const Box& area, const KeyPlace& key) {
  const auto worlds = worlds_of(c.request);
  const MapFrame frame = fit_worlds(c, area, worlds, c.u(6));
  c.out.frames.push_back(frame);
  if (c.request.world)  // units are cut at its edge
    c.out.items.push_back(Shape{.box = frame.box, .edge = c.u(1.2), .edge_ink = k_outline});
  const auto raster = raster_of(c, frame);
  auto obstacles = furnish(c, frame, raster, worlds);
  for (const Box& circle : set_symbols(c, frame)) obstacles.push_back(circle);
  if (c.request.labels && !c.request.names.empty())
    place_names(c, {frame, raster, std::move(obstacles)}, key);
}

/// The one map of a sheet.
void set_single_map(Composer& c, const Box& area, const KeyPlace& key) {
  if (c.request.focus)
    set_focused_map(c, area, key);
  else
    set_map(c, area, key);
}

/// The map over the whole width of an upright page. Only where some name finds no place, the numbers that
/// stand for them are explained below it: in the room that the map's shape leaves, else in a quarter of its
/// height.
void set_upright_map(Composer& c, const Box& area) {
  const std::size_t items = c.out.items.size();
  const std::size_t frames = c.out.frames.size();
  const std::size_t unplaced = c.out.unplaced.size();
  set_single_map(c, area, {});
  if (c.out.unplaced.size() == unplaced) return;
  c.out.items.resize(items);
  c.out.frames.resize(frames);
  c.out.unplaced.resize(unplaced);
  const Box world = c.request.focus ? c.request.focus->world : worlds_of(c.request).front();
  const double needed = area.width() * world.height() / std::max(world.width(), 1e-9) + c.u(12);
  const double height = std::min(needed, (1 - k_least_key) * area.height());
  const Box map{area.min_x, area.min_y, area.max_x, area.min_y + height};
  const Box below{area.min_x, map.max_y + c.u(26), area.max_x, area.max_y};
  set_single_map(c, map, [&](const auto&) { return below; });
}

/// Small maps in the grid that makes them largest.
void set_maps(Composer& c, const Box& area) {
  Box world;
  for (const SmallMap& map : c.request.maps) {
    const model::PolygonSet& polygons = map.polygons == nullptr ? *c.request.polygons : *map.polygons;
    world.add(world_boxes(polygons, c.request.inset).front());
  }
  const std::size_t n = c.request.maps.size();
  const double gap = c.u(18);
  const double head = c.type.line_height(c.font(19)) * 2;
  std::size_t columns = 1;
  double best_scale = -1;
  for (std::size_t k = 1; k <= n; ++k) {
    const double width = (area.width() + gap) / static_cast<double>(k) - gap;
    const std::size_t rows = (n + k - 1) / k;
    const double height = (area.height() + gap) / static_cast<double>(rows) - gap - head;
    const double scale =
        std::min(width / std::max(world.width(), 1e-9), height / std::max(world.height(), 1e-9));
    if (scale > best_scale) best_scale = scale, columns = k;
  }
  const double width = (area.width() + gap) / static_cast<double>(columns) - gap;
  const std::size_t rows = (n + columns - 1) / columns;
  const double height = (area.height() + gap) / static_cast<double>(rows) - gap;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t row = i / columns;
    const double left = area.min_x + static_cast<double>(i % columns) * (width + gap);
    const double top = area.min_y + static_cast<double>(row) * (height + gap);
    const std::string& title = c.words(c.request.maps[i].title);
    const Font font = c.fitted(title, width, c.font(19, true), 2, 0.75);
    c.paragraph(title, left, top, width, font, k_ink, 1);
    // Each map right under its title, also where the cell is higher than it needs.
    const double needed = world.height() * (width / std::max(world.width(), 1e-9)) + c.u(6);
    const double bottom = std::min(top + height, top + head + needed);
    MapFrame frame = fit_frame({left, top + head, left + width, bottom}, world, c.u(3));
    frame.map = i;
    c.out.frames.push_back(frame);
  }
}

/// The map with what is said of it in a column on its right, which gets smaller where the list of numbered
/// names needs the room.
void set_beside_column(Composer& c, Box map) {
  const double width = std::clamp(0.22 * c.out.page.width, c.u(330), c.u(460));
  const Box column{map.max_x - width, map.min_y + c.u(16), map.max_x, map.max_y};
  map.max_x -= width + c.u(28);
  const double overview = c.request.focus ? add_overview(c, column) : 0;
  const Box blocks{column.min_x, column.min_y, column.max_x, column.max_y - overview};
  const auto key_below = [&](double y) { return Box{blocks.min_x, y + c.u(26), blocks.max_x, blocks.max_y}; };
  if (!c.request.maps.empty()) {
    set_column(c, blocks);
    set_maps(c, map);
    return;
  }
  bool is_set = false;
  set_single_map(c, map, [&](const std::function<bool(const Box&)>& enough) {
    is_set = true;
    return key_below(set_column(c, blocks, [&](double y) { return enough(key_below(y)); }));
  });
  if (!is_set) set_column(c, blocks);
}

void set_normal(Composer& c) {
  const double thin = c.request.maps.empty() ? 0.9 : 0.5;
  c.out.borders = borders_for(c, thin);
  // On a page about one part its own outline is the strongest line.
  if (c.request.focus) c.out.borders[2] = {c.u(2.2), k_quiet_ink};
  const bool upright = c.out.page.width < 1.15 * c.out.page.height;
  const double side = c.u(upright ? 48 : 70);
  const Box page{side, c.u(36), c.out.page.width - side, c.out.page.height - c.u(30)};
  const double top = set_head(c, page);
  const double bottom = set_source(c, page);
  Box map{page.min_x, top, page.max_x, bottom};
  if (!upright) {
    set_beside_column(c, map);
    return;
  }
  const double height = std::min(foot_height(c, page.width()), 0.42 * (bottom - top));
  map.max_y = bottom - height - c.u(24);
  set_foot(c, {page.min_x, bottom - height, page.max_x, bottom});
  if (c.request.maps.empty())
    set_upright_map(c, map);
  else
    set_maps(c, map);
}

}  // namespace

base::Box MapFrame::world() const {
  const base::Vec2 low = to_page.to_world({box.min_x, box.max_y});
  const base::Vec2 high = to_page.to_world({box.max_x, box.min_y});
  return {low.x, low.y, high.x, high.y};
}

std::array<BorderLook, 3> Layout::borders_in(const MapFrame& frame) const {
  std::array<BorderLook, 3> looks = borders;
  constexpr double k_overview = 0.4;
  for (BorderLook& look : looks) look.width *= frame.overview ? k_overview : 1;
  return looks;
}

Layout layout(const SheetRequest& request) {
  check(request);
  Composer composer(request);
  switch (request.style) {
    case Style::plain:
      set_plain(composer);
      break;
    case Style::meeting:
      set_meeting(composer);
      break;
    case Style::normal:
      set_normal(composer);
      break;
  }
  return std::move(composer.out);
}

}  // namespace ntmap::sheet
