#include "sheet/map_painter.hpp"

#include <algorithm>
#include <array>
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

/// What one frame shows: the request's units, or those of a small map.
struct FrameContent {
  const model::PolygonSet& polygons;
  const std::vector<std::uint8_t>& class_of;
  const std::vector<Borders>& borders;
};

FrameContent content_of(const SheetRequest& request, const MapFrame& frame) {
  if (request.maps.empty()) return {*request.polygons, request.classes->class_of, request.borders};
  const SmallMap& map = request.maps[frame.map];
  if (map.polygons == nullptr) return {*request.polygons, map.class_of, request.borders};
  return {*map.polygons, map.class_of, map.borders};
}

void add_rings(Path& path, const Tracer& tracer, const model::PolygonSet& polygons, std::size_t unit) {
  for (std::uint32_t r = polygons.first_ring(unit); r < polygons.end_ring(unit); ++r)
    tracer.add(path, polygons.ring(r));
}

/// A line of every rank over the lower ones; without given lines, the rings themselves.
void paint_borders(Canvas& canvas, const FrameContent& content, const std::array<BorderLook, 3>& looks,
                   const Tracer& tracer) {
  if (content.borders.empty()) {
    Path rings;
    for (std::size_t unit = 0; unit < content.polygons.feature_count(); ++unit) {
      if (tracer.sees(content.polygons.feature_box(unit))) add_rings(rings, tracer, content.polygons, unit);
    }
    canvas.stroke(rings, looks[0].width, looks[0].ink, 1);
    return;
  }
  for (std::size_t rank = 0; rank < looks.size(); ++rank) {
    Path lines;
    lines.closed = false;
    for (const Borders& borders : content.borders) {
      if (borders.rank != static_cast<int>(rank) || borders.lines == nullptr) continue;
      for (std::size_t i = 0; i < borders.lines->line_count(); ++i) tracer.add(lines, borders.lines->line(i));
    }
    if (!lines.empty()) canvas.stroke(lines, looks[rank].width, looks[rank].ink, 1);
  }
}

// Patterns begin at the lower left corner of their box, as those of the map engine do.

void stripes(Canvas& canvas, const Box& box, const Box& seen, const HatchLook& look, bool forward) {
  const double period = scene::k_hatch_period * look.unit * std::numbers::sqrt2;
  Path path;
  path.closed = false;
  // Lines x + y = k (forward, as a slash) or x - y = k.
  const double origin = forward ? box.min_x + box.max_y : box.min_x - box.max_y;
  const double low = forward ? seen.min_x + seen.min_y : seen.min_x - seen.max_y;
  const double high = forward ? seen.max_x + seen.max_y : seen.max_x - seen.min_y;
  const double first = std::floor((low - origin) / period);
  const int count = static_cast<int>(std::ceil((high - origin) / period) - first);
  for (int i = 0; i <= count; ++i) {
    const double k = origin + (first + i) * period;
    for (const double y : {seen.min_y, seen.max_y}) path.points.push_back({forward ? k - y : k + y, y});
    path.end_line();
  }
  canvas.stroke(path, scene::k_hatch_width * look.unit, look.ink, look.opacity);
}

/// Dots where the lines of a cross hatch would meet.
void dots(Canvas& canvas, const Box& box, const Box& seen, const HatchLook& look) {
  const double step = scene::k_hatch_period * look.unit / std::numbers::sqrt2;
  const double radius = scene::k_hatch_width * look.unit / 2;
  const auto steps = [&](double length) { return static_cast<int>(std::floor(length / step)); };
  const int first_row = std::max(0, steps(box.max_y - seen.max_y));
  const int first_column = std::max(0, steps(seen.min_x - box.min_x));
  Path path;
  for (int row = first_row; box.max_y - row * step >= seen.min_y - radius; ++row) {
    for (int column = first_column + (first_column + row) % 2;
         box.min_x + column * step <= seen.max_x + radius; column += 2) {
      for (int corner = 0; corner < 8; ++corner) {
        const double angle = corner * std::numbers::pi / 4;
        path.points.push_back({box.min_x + column * step + radius * std::cos(angle),
                               box.max_y - row * step + radius * std::sin(angle)});
      }
      path.end_line();
    }
  }
  canvas.fill(path, look.ink, 0, look.opacity);
}

/// The part of a box that an area covers.
Box part_seen(const Box& box, const Path& area) {
  Box seen;
  for (const Vec2& point : area.points) seen.add(point);
  return {std::max(seen.min_x, box.min_x), std::max(seen.min_y, box.min_y), std::min(seen.max_x, box.max_x),
          std::min(seen.max_y, box.max_y)};
}

/// Paints polygons in the looks of their classes: all fills, then all hatches.
struct AreaPainter {
  Canvas& canvas;
  const Tracer& tracer;
  const Box& box;
  double unit;

  void paint(const model::PolygonSet& polygons, const std::vector<std::uint8_t>& class_of,
             const model::ClassList& classes, double opacity, double hatch_opacity) const {
    std::map<std::uint8_t, Path> area_of;
    for (std::size_t i = 0; i < polygons.feature_count(); ++i) {
      const Box seen = polygons.feature_box(i);
      if (seen.empty() || !tracer.sees(seen)) continue;
      add_rings(area_of[class_of[i]], tracer, polygons, i);
    }
    for (const auto& [byte, area] : area_of) {
      if (opacity > 0) canvas.fill(area, classes.by_byte(byte).fill, 0.6 * unit, opacity);
    }
    // Each polygon with its own part of the pattern: the units of a class may lie far apart.
    for (std::size_t i = 0; i < polygons.feature_count(); ++i) {
      const model::MapClass& look = classes.by_byte(class_of[i]);
      if (look.hatch == model::Hatch::none || hatch_opacity <= 0 || !tracer.sees(polygons.feature_box(i)))
        continue;
      Path area;
      add_rings(area, tracer, polygons, i);
      paint_hatch(canvas, area, box, {look.hatch, scene::hatch_ink_of(look), unit, hatch_opacity});
    }
  }
};

}  // namespace

void paint_hatch(Canvas& canvas, const Path& area, const Box& box, const HatchLook& look) {
  if (look.hatch == model::Hatch::none || area.empty()) return;
  const Box seen = part_seen(box, area);
  if (seen.empty()) return;
  const bool cross = look.hatch == model::Hatch::cross;
  canvas.clip(area);
  if (look.hatch == model::Hatch::dots) dots(canvas, box, seen, look);
  if (look.hatch == model::Hatch::forward || cross) stripes(canvas, box, seen, look, true);
  if (look.hatch == model::Hatch::backward || cross) stripes(canvas, box, seen, look, false);
  canvas.unclip();
}

void paint_map(Canvas& canvas, const SheetRequest& request, const Layout& layout, const MapFrame& frame) {
  const Tracer tracer(frame, canvas.steps());
  const FrameContent content = content_of(request, frame);
  canvas.clip(rectangle(frame.box));
  if (frame.inset) canvas.fill(rectangle(frame.box), layout.ground, 0, 1);
  const AreaPainter painter{canvas, tracer, frame.box, layout.unit};
  painter.paint(content.polygons, content.class_of, *request.classes, 1, 1);
  if (request.maps.empty() && !frame.overview) {
    for (const Overlay& overlay : request.overlays)
      painter.paint(*overlay.polygons, overlay.classes->class_of, *overlay.classes, overlay.opacity,
                    overlay.hatch_opacity);
  }
  paint_borders(canvas, content, layout.borders_in(frame), tracer);
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
  canvas.stroke(rings, 1.8 * width, k_white, 1);
  canvas.stroke(rings, width, k_ink, 1);
  canvas.unclip();
}

}  // namespace ntmap::sheet
