#include "sheet/map_painter.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <span>

#include "scene/hatch.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

/// Map vertices as page pixels on a fine lattice. Both sides of a shared border round alike, so borders stay
/// shared, and vertices that fall together are written once.
class Tracer {
 public:
  Tracer(const MapFrame& frame, double steps)
      : m_to_page(frame.to_page), m_steps(steps), m_box(frame.box.grown(64)) {}

  bool sees(const Box& world) const {
    const Vec2 a = m_to_page({world.min_x, world.max_y});
    const Vec2 b = m_to_page({world.max_x, world.min_y});
    return Box{a.x, a.y, b.x, b.y}.intersects(m_box);
  }

  void add(Path& path, std::span<const double> xy) const {
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
      const Vec2 page = m_to_page({xy[i], xy[i + 1]});
      const Vec2 snapped{std::round(page.x * m_steps) / m_steps, std::round(page.y * m_steps) / m_steps};
      const std::size_t in_line = path.points.size() - path.starts.back();
      if (in_line > 0 && path.points.back() == snapped) continue;
      // On the lattice straight is exactly straight, so leaving out what lies on a line changes no border.
      if (in_line > 1 && straight(path.points[path.points.size() - 2], path.points.back(), snapped))
        path.points.pop_back();
      path.points.push_back(snapped);
    }
    path.end_line();
  }

 private:
  static bool straight(Vec2 a, Vec2 b, Vec2 c) {
    const Vec2 to = b - a;
    const Vec2 on = c - b;
    return to.x * on.y == to.y * on.x && to.x * on.x + to.y * on.y > 0;
  }

  scene::ToPage m_to_page;
  double m_steps;
  Box m_box;
};

Path rectangle(const Box& box) {
  Path path;
  path.points = {
      {box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}};
  path.end_line();
  return path;
}

std::uint8_t byte_of(const SheetRequest& request, const MapFrame& frame, std::size_t unit) {
  return request.maps.empty() ? request.classes->class_of[unit] : request.maps[frame.map].class_of[unit];
}

void add_rings(Path& path, const Tracer& tracer, const model::PolygonSet& polygons, std::size_t unit) {
  for (std::uint32_t r = polygons.first_ring(unit); r < polygons.end_ring(unit); ++r)
    tracer.add(path, polygons.ring(r));
}

/// A line of every rank over the lower ones; without given lines, the rings themselves.
void paint_borders(Canvas& canvas, const SheetRequest& request, const Layout& layout, const Tracer& tracer) {
  if (request.borders.empty()) {
    Path rings;
    for (std::size_t unit = 0; unit < request.polygons->feature_count(); ++unit) {
      if (tracer.sees(request.polygons->feature_box(unit))) add_rings(rings, tracer, *request.polygons, unit);
    }
    canvas.stroke(rings, layout.borders[0].width, layout.borders[0].ink);
    return;
  }
  for (std::size_t rank = 0; rank < layout.borders.size(); ++rank) {
    Path lines;
    lines.closed = false;
    for (const Borders& borders : request.borders) {
      if (borders.rank != static_cast<int>(rank) || borders.lines == nullptr) continue;
      for (std::size_t i = 0; i < borders.lines->line_count(); ++i) tracer.add(lines, borders.lines->line(i));
    }
    if (!lines.empty()) canvas.stroke(lines, layout.borders[rank].width, layout.borders[rank].ink);
  }
}

// Patterns begin at the lower left corner of their box, as those of the map engine do.

void stripes(Canvas& canvas, const Box& box, double unit, model::Rgb ink, bool forward) {
  const double period = scene::k_hatch_period * unit * std::numbers::sqrt2;
  Path path;
  path.closed = false;
  // Lines x + y = k (forward, as a slash) or x - y = k.
  const double origin = forward ? box.min_x + box.max_y : box.min_x - box.max_y;
  const double low = forward ? box.min_x + box.min_y : box.min_x - box.max_y;
  const double high = forward ? box.max_x + box.max_y : box.max_x - box.min_y;
  const double first = std::floor((low - origin) / period);
  const int count = static_cast<int>(std::floor((high - origin) / period) - first);
  for (int i = 0; i <= count; ++i) {
    const double k = origin + (first + i) * period;
    for (const double y : {box.min_y, box.max_y}) path.points.push_back({forward ? k - y : k + y, y});
    path.end_line();
  }
  canvas.stroke(path, scene::k_hatch_width * unit, ink);
}

/// Dots where the lines of a cross hatch would meet.
void dots(Canvas& canvas, const Box& box, double unit, model::Rgb ink) {
  const double step = scene::k_hatch_period * unit / std::numbers::sqrt2;
  const double radius = scene::k_hatch_width * unit / 2;
  Path path;
  for (int row = 0; box.max_y - row * step >= box.min_y - radius; ++row) {
    for (int column = row % 2; box.min_x + column * step <= box.max_x + radius; column += 2) {
      for (int corner = 0; corner < 8; ++corner) {
        const double angle = corner * std::numbers::pi / 4;
        path.points.push_back({box.min_x + column * step + radius * std::cos(angle),
                               box.max_y - row * step + radius * std::sin(angle)});
      }
      path.end_line();
    }
  }
  canvas.fill(path, ink, 0);
}

}  // namespace

void paint_hatch(Canvas& canvas, const Path& area, const Box& box, model::Hatch hatch, model::Rgb ink,
                 double unit) {
  if (hatch == model::Hatch::none || area.empty()) return;
  canvas.clip(area);
  if (hatch == model::Hatch::dots) dots(canvas, box, unit, ink);
  if (hatch == model::Hatch::forward || hatch == model::Hatch::cross) stripes(canvas, box, unit, ink, true);
  if (hatch == model::Hatch::backward || hatch == model::Hatch::cross) stripes(canvas, box, unit, ink, false);
  canvas.unclip();
}

void paint_map(Canvas& canvas, const SheetRequest& request, const Layout& layout, const MapFrame& frame) {
  const Tracer tracer(frame, canvas.steps());
  std::map<std::uint8_t, Path> area_of;
  for (std::size_t unit = 0; unit < request.polygons->feature_count(); ++unit) {
    const Box box = request.polygons->feature_box(unit);
    if (box.empty() || !tracer.sees(box)) continue;
    add_rings(area_of[byte_of(request, frame, unit)], tracer, *request.polygons, unit);
  }
  canvas.clip(rectangle(frame.box));
  if (frame.inset) canvas.fill(rectangle(frame.box), layout.ground, 0);
  for (const auto& [byte, area] : area_of)
    canvas.fill(area, request.classes->by_byte(byte).fill, 0.6 * layout.unit);
  for (const auto& [byte, area] : area_of) {
    const model::MapClass& look = request.classes->by_byte(byte);
    paint_hatch(canvas, area, frame.box, look.hatch, scene::hatch_ink(look.fill), layout.unit);
  }
  paint_borders(canvas, request, layout, tracer);
  canvas.unclip();
}

void paint_selection(Canvas& canvas, const SheetRequest& request, const Layout& layout,
                     const MapFrame& frame) {
  if (request.selected.empty()) return;
  const Tracer tracer(frame, canvas.steps());
  Path rings;
  for (const std::size_t unit : request.selected) add_rings(rings, tracer, *request.polygons, unit);
  const double width = (request.style == Style::meeting ? 7 : 4) * layout.unit;
  canvas.clip(rectangle(frame.box));
  // Light outside dark, so that the outline shows on every fill.
  canvas.stroke(rings, 1.8 * width, k_white);
  canvas.stroke(rings, width, k_ink);
  canvas.unclip();
}

}  // namespace ntmap::sheet
